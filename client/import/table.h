#ifndef SPOTCHECK_CLIENT_IMPORT_TABLE_H_
#define SPOTCHECK_CLIENT_IMPORT_TABLE_H_

// A file of one of the tables of import/columns.h, row by row in bounded
// memory, as UTF-8.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/import/columns.h"
#include "client/io/csv.h"
#include "client/io/encoding.h"

namespace spotcheck::client {

struct ImportRow {
  std::int64_t line = 0;  // of its first byte in the file, from 1
  // Why the row cannot even be sent; OK where it can.
  absl::Status refusal;
  // As in the file; where refused, what could be read of it.
  std::vector<std::string> cells;
};

class ImportReader {
 public:
  // Reads the header. FILE_NOT_READABLE, EMPTY_FILE, MISSING_COLUMN,
  // REPEATED_COLUMN.
  static absl::StatusOr<ImportReader> Open(const std::string& path,
                                           const ImportTable& table,
                                           Encoding encoding);

  // The next row, which the reader owns and overwrites; null at the end.
  absl::StatusOr<const ImportRow*> Next();

  // The row's text of a column of the table, empty where the file has none.
  const std::string& Cell(const ImportRow& row, std::size_t column) const;

  const std::vector<std::string>& header() const { return header_; }
  const HeaderMap& map() const { return map_; }
  const CsvReader& csv() const { return csv_; }

 private:
  ImportReader(CsvReader csv, Encoding encoding);
  absl::Status ReadHeader(const std::string& path, const ImportTable& table);
  void TakeFields(const CsvRecord& record);
  void TakeFault(const CsvRecord& record);

  CsvReader csv_;
  std::unique_ptr<Decoder> decoder_;
  std::vector<std::string> header_;
  HeaderMap map_;
  ImportRow row_;
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IMPORT_TABLE_H_
