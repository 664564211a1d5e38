#ifndef SPOTCHECK_CLIENT_IO_TABLE_FILE_H_
#define SPOTCHECK_CLIENT_IO_TABLE_FILE_H_

// A table in a file, record by record, whether the file is CSV or a workbook.

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "client/io/csv.h"
#include "client/xlsx/sheet.h"
#include "client/xlsx/workbook.h"

namespace spotcheck::client {

struct SheetForm {
  std::shared_ptr<const Workbook> book;
  SheetPlace sheet;
};
// One way to read a file.
using TableForm = std::variant<CsvForm, SheetForm>;

// Every way in which the file can be read, the usual one first: each character
// that may separate the fields of CSV, each sheet of a workbook that is shown.
// WORKBOOK_BROKEN, WORKBOOK_TOO_LARGE.
absl::StatusOr<std::vector<TableForm>> FormsOf(const std::string& path,
                                               Encoding encoding);

class TableFile {
 public:
  // FILE_NOT_READABLE, WORKBOOK_BROKEN, WORKBOOK_TOO_LARGE.
  static absl::StatusOr<TableFile> Open(const std::string& path,
                                        const TableForm& form);

  // The next record, which the file owns and overwrites; null at the end. The
  // line of a sheet's record is its row.
  absl::StatusOr<const CsvRecord*> Next();

  // A sheet's rows differ in length, because each ends with its last text.
  bool is_sheet() const { return std::holds_alternative<SheetReader>(reader_); }
  // The sheet's name; empty for CSV.
  const std::string& sheet() const { return sheet_; }

  // The progress of reading in bytes; a total of 0 is unknown.
  std::int64_t bytes_read() const;
  std::int64_t bytes_total() const;

 private:
  explicit TableFile(CsvReader csv) : reader_(std::move(csv)) {}
  TableFile(SheetReader sheet, std::string name)
      : reader_(std::move(sheet)), sheet_(std::move(name)) {}

  std::variant<CsvReader, SheetReader> reader_;
  std::string sheet_;
  CsvRecord record_;  // of a sheet
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_TABLE_FILE_H_
