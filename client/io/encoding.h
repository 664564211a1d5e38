#ifndef SPOTCHECK_CLIENT_IO_ENCODING_H_
#define SPOTCHECK_CLIENT_IO_ENCODING_H_

// The encodings of Chinese registers: UTF-8, GB18030 (GB 18030-2005, a superset
// of GBK and GB 2312), and UTF-16 as spreadsheets write it.

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace spotcheck::client {

enum class Encoding { kUtf8, kGb18030, kUtf16 };

// Reads the whole file once, in bounded memory. UTF-8 or UTF-16 where it has
// that byte order mark; UTF-8 where every line is valid; otherwise the encoding
// in which more lines make sense: Chinese text in GB18030 is hardly ever valid
// UTF-8, so a UTF-8 file with a damaged row stays a UTF-8 file.
// FILE_NOT_READABLE; NOT_A_TEXT_FILE for a workbook, and for UTF-16 without its
// mark.
absl::StatusOr<Encoding> DetectEncoding(const std::string& path);

// Turns fields of one encoding into UTF-8. Not thread-safe.
class Decoder {
 public:
  // Of UTF-16 the reader has made UTF-8 already (csv.h).
  explicit Decoder(Encoding encoding);
  ~Decoder();
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  // Nothing where a byte belongs to no character.
  std::optional<std::string> ToUtf8(std::string text);

 private:
  Encoding encoding_;
  void* handle_ = nullptr;  // iconv_t, for GB18030
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_ENCODING_H_
