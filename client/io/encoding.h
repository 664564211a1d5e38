#ifndef SPOTCHECK_CLIENT_IO_ENCODING_H_
#define SPOTCHECK_CLIENT_IO_ENCODING_H_

// The encodings of Chinese registers: UTF-8, GB18030 (GB 18030-2005, a superset
// of GBK and GB 2312), and UTF-16 as spreadsheets write it.

#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace spotcheck::client {

// kWorkbook is an xlsx file, which holds its texts in its own way.
enum class Encoding { kUtf8, kGb18030, kUtf16, kWorkbook };

// Reads the whole file once, in bounded memory. UTF-8 or UTF-16 where it has
// that byte order mark; UTF-8 where every line is valid; otherwise the encoding
// in which more lines make sense: Chinese text in GB18030 is hardly ever valid
// UTF-8, so a UTF-8 file with a damaged row stays a UTF-8 file.
// FILE_NOT_READABLE; NOT_A_TEXT_FILE for a workbook of an old form or with a
// password, and for UTF-16 without its mark.
absl::StatusOr<Encoding> DetectEncoding(const std::string& path);

// Turns the bytes of a file into UTF-8 piece by piece, in bounded memory. Not
// thread-safe.
class Decoder {
 public:
  explicit Decoder(Encoding encoding) : encoding_(encoding) {}

  // Returns the UTF-8 of what is complete so far, without the byte order mark
  // of UTF-16. Bytes that belong to no character become the byte FF, which no
  // UTF-8 has: their row is refused, and no other one is read in its place.
  std::string Take(std::string_view bytes);
  // Returns nothing, or the byte FF where the last character is incomplete.
  std::string Finish();

 private:
  struct Closer {
    void operator()(void* handle) const;
  };
  void Start();
  std::string Convert();

  Encoding encoding_;
  std::unique_ptr<void, Closer> handle_;  // iconv_t
  std::string pending_;  // bytes of a character that is not complete yet
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_ENCODING_H_
