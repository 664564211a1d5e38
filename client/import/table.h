#ifndef SPOTCHECK_CLIENT_IMPORT_TABLE_H_
#define SPOTCHECK_CLIENT_IMPORT_TABLE_H_

// A file of one of the tables of import/columns.h, row by row in bounded
// memory, as UTF-8.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/import/columns.h"
#include "client/io/encoding.h"
#include "client/io/table_file.h"

namespace spotcheck::client {

// Above the header stand a title, the number of an annex 附件1, who filled the
// form and when; more rows than this are no head.
inline constexpr std::size_t kHeaderRows = 10;

struct ImportRow {
  std::int64_t line = 0;  // of its first byte in the file, from 1
  // Why the row cannot even be sent; OK where it can.
  absl::Status refusal;
  // As in the file, cells that were made harmless (io/harmless.h) as they were
  // before; where refused, what could be read of it.
  std::vector<std::string> cells;
  // Columns of the table, not required ones, whose cells a spreadsheet could
  // not compute (#N/A); they count as empty.
  std::vector<std::size_t> uncomputed;
  // By column of the table: the text of a field that two columns bring.
  std::map<std::size_t, std::string> joined;
};

class ImportReader {
 public:
  // Finds the header among the first kHeaderRows rows, and with it what
  // separates the fields or which sheet is read: the choice that names most
  // columns of the table. FILE_NOT_READABLE, WORKBOOK_BROKEN,
  // WORKBOOK_TOO_LARGE, EMPTY_FILE, LINE_ENDS, MISSING_COLUMN, REPEATED_COLUMN.
  static absl::StatusOr<ImportReader> Open(const std::string& path,
                                           const ImportTable& table,
                                           Encoding encoding);

  // The next row that has any text and that is confirmed where the file asks
  // for it; the reader owns and overwrites it. Null at the end.
  absl::StatusOr<const ImportRow*> Next();

  // The row's text of a column of the table, empty where the file has none.
  const std::string& Cell(const ImportRow& row, std::size_t column) const;

  // Rows that were passed over because nobody has confirmed them (confirm.h).
  std::int64_t unconfirmed() const { return unconfirmed_; }
  const std::vector<std::string>& header() const { return header_; }
  const HeaderMap& map() const { return map_; }
  const TableFile& file() const { return file_; }

 private:
  ImportReader(TableFile file, const ImportTable& table);
  absl::Status ReadTop();
  std::size_t FindHeader(const ImportTable& table);
  absl::Status TakeHeader(const std::string& path, const ImportTable& table);
  absl::StatusOr<const CsvRecord*> NextRecord();
  bool IsConfirmed() const;
  void TakeFields(const CsvRecord& record);
  void TakeFault(const CsvRecord& record);
  void JoinParts();
  void TakeFormulaErrors();

  TableFile file_;
  rules::ImportColumns columns_;
  std::vector<CsvRecord> top_;   // the first rows, until they are handed out
  std::size_t next_of_top_ = 0;  // while the header is sought: its place
  std::vector<std::string> header_;
  HeaderMap map_;
  std::optional<std::size_t> confirm_;  // its column
  std::int64_t unconfirmed_ = 0;
  ImportRow row_;
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IMPORT_TABLE_H_
