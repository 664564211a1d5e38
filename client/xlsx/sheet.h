#ifndef SPOTCHECK_CLIENT_XLSX_SHEET_H_
#define SPOTCHECK_CLIENT_XLSX_SHEET_H_

// One sheet of a workbook, row by row in bounded memory, each cell as the text
// that a person sees.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/xlsx/workbook.h"
#include "client/xlsx/xml.h"

namespace spotcheck::client {

// A row of a sheet has the limits of a row of CSV.
struct SheetLimits {
  std::size_t fields = 0;
  std::size_t bytes = 0;  // of all its cells
};
// Merged areas of a sheet that are looked at; a form has some dozens.
inline constexpr std::size_t kMaxMergedAreas = 100'000;

enum class SheetFault : std::uint8_t { kNone, kTooLong, kTooManyFields };

struct SheetRow {
  std::int64_t number = 0;  // as the spreadsheet counts, from 1
  SheetFault fault = SheetFault::kNone;
  // Up to the last cell that has a text; of a row with a fault, what could be
  // read of it.
  std::vector<std::string> fields;
};

// Cells merged over several rows: each row has the text of the first one.
struct MergedArea {
  std::int64_t first_row = 0;
  std::int64_t last_row = 0;
  std::size_t column = 0;
  std::string text;
};

// Makes rows of the elements of a sheet.
class SheetHandler : public XmlHandler {
 public:
  SheetHandler(const Workbook& book, SheetLimits limits)
      : book_(book), limits_(limits) {}

  void Start(std::string_view name, const Attributes& attributes) override;
  void End(std::string_view name) override;
  void Text(std::string_view text) override;

  std::deque<SheetRow>& rows() { return rows_; }

 private:
  void StartCell(const Attributes& attributes);
  void EndCell();
  std::string CellText() const;

  const Workbook& book_;
  SheetLimits limits_;
  std::deque<SheetRow> rows_;  // complete, not fetched yet
  SheetRow row_;
  std::size_t bytes_ = 0;  // of the row's cells
  std::size_t column_ = 0;
  std::string type_;  // of the cell
  std::size_t style_ = 0;
  std::string value_;
  bool in_value_ = false;
  bool reading_ = false;  // of Japanese text, above it
};

class SheetReader {
 public:
  // `place` is one of the book's sheets. WORKBOOK_BROKEN, WORKBOOK_TOO_LARGE.
  static absl::StatusOr<SheetReader> Open(std::shared_ptr<const Workbook> book,
                                          const SheetPlace& place,
                                          SheetLimits limits);

  // The next row that the file has, which the reader owns and overwrites; null
  // at the end.
  absl::StatusOr<const SheetRow*> Next();

  std::int64_t bytes_read() const { return read_; }  // of the sheet's part

 private:
  SheetReader(std::shared_ptr<const Workbook> book, PartReader part,
              SheetLimits limits);
  void FillMerged();
  bool IsOpen(std::size_t column) const;

  SheetLimits limits_;
  std::shared_ptr<const Workbook> book_;
  PartReader part_;
  std::unique_ptr<SheetHandler> handler_;
  std::unique_ptr<XmlParser> parser_;
  std::vector<MergedArea> merged_;  // by first row
  std::size_t next_merged_ = 0;
  std::vector<MergedArea> open_;  // those that go on below the row
  SheetRow row_;
  std::int64_t read_ = 0;
  bool at_end_ = false;
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_XLSX_SHEET_H_
