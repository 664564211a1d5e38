#ifndef SPOTCHECK_CLIENT_IO_CSV_H_
#define SPOTCHECK_CLIENT_IO_CSV_H_

// Comma-separated values as in RFC 4180, read record by record in bounded
// memory: quoted fields, doubled quotes, line breaks inside quotes, CRLF or LF.
// The reader takes what real registers do as it stands: a quote inside an
// unquoted field is text, text after a closing quote is kept.
//
// Every encoding is turned into UTF-8 first (encoding.h).

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "client/io/encoding.h"

namespace spotcheck::client {

// A record of a register is a few hundred bytes; more than this is a mistake,
// most often a quote that is never closed.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{1} << 20;
// The widest table read here has 13 columns; exports carry some more.
inline constexpr std::size_t kMaxFields = 256;

inline constexpr std::size_t kHeadBytes = 200;  // of a faulty line

enum class CsvFault {
  kNone,
  kTooLong,        // more than kMaxRecordBytes
  kTooManyFields,  // more than kMaxFields
  kUnclosedQuote,  // a quote open at the end of the file
};

// A faulty record stands for its first line alone, and reading goes on with the
// next line: one stray quote never costs the rest of the file.
struct CsvRecord {
  std::int64_t line = 0;  // of the record's first byte, from 1
  CsvFault fault = CsvFault::kNone;
  std::vector<std::string> fields;  // empty where faulty
  std::string head;  // where faulty: the line's first bytes, for the report
};

// The form in which a file is written. A first line "sep=;" of the file itself,
// as spreadsheets write and read it, goes before `separator`.
struct CsvForm {
  Encoding encoding = Encoding::kUtf8;
  char separator = ',';
};

class CsvReader {
 public:
  // Skips a byte order mark. FILE_NOT_READABLE where the file cannot be
  // opened or is no regular file.
  static absl::StatusOr<CsvReader> Open(const std::string& path,
                                        CsvForm form = {});

  // Returns the next record, which the reader owns and overwrites with the next
  // call; null at the end. Lines without any byte are passed over.
  // FILE_NOT_READABLE on a read error.
  absl::StatusOr<const CsvRecord*> Next();

  std::int64_t bytes_read() const { return position_; }  // of the file
  std::int64_t bytes_total() const { return size_; }

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  enum class Outcome { kRecord, kNeedMore, kTooManyFields, kUnclosedQuote };
  struct Split {
    Outcome outcome;
    std::size_t used;  // bytes, where a record was split off
  };

  CsvReader(std::string path, std::FILE* file, CsvForm form);
  absl::Status Fill();
  Split SplitRecord();
  absl::Status TakeFaultyLine(CsvFault fault);
  void Consume(std::size_t size);
  void TakeSeparatorLine();

  std::string path_;
  std::unique_ptr<std::FILE, Closer> file_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what is not consumed yet
  bool at_end_ = false;    // the file has no more bytes
  char separator_;
  std::unique_ptr<Decoder> decoder_;
  std::int64_t line_ = 1;
  std::int64_t position_ = 0;
  std::int64_t size_ = 0;
  CsvRecord record_;
};

// One record with its line feed; fields are quoted where they need it.
std::string FormatCsvRecord(const std::vector<std::string>& fields);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_CSV_H_
