#ifndef SPOTCHECK_CLIENT_XLSX_WRITE_H_
#define SPOTCHECK_CLIENT_XLSX_WRITE_H_

// Writes a workbook row by row in bounded memory. Texts stay texts: a code of
// digits keeps each of them, also one that a person types into an empty cell
// below, and nothing is run as a formula.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace spotcheck::client {

enum class CellKind : std::uint8_t { kText, kNumber };

struct SheetTitle {
  std::string text;
  CellKind kind = CellKind::kText;  // of the cells below
  std::string note;  // shown where the pointer rests on the title; may be empty
};

class WorkbookWriter {
 public:
  // WORKBOOK_NOT_WRITABLE where there is no room for temporary files.
  static absl::StatusOr<WorkbookWriter> Create();
  WorkbookWriter(WorkbookWriter&&) noexcept;
  WorkbookWriter& operator=(WorkbookWriter&&) noexcept;
  ~WorkbookWriter();

  // Begins a sheet; its titles stay in sight and its columns get the width of
  // their texts. The name is made fit for a tab and unique.
  absl::Status AddSheet(std::string_view name,
                        const std::vector<SheetTitle>& titles);
  // Adds a row below. A text of a number column that is no number stays a text.
  // A full sheet goes on in another one. WORKBOOK_NOT_WRITABLE for a text that
  // is longer than a cell can hold.
  absl::Status AddRow(const std::vector<std::string>& cells);
  // The bytes of the workbook, which needs at least one sheet. No sheet or row
  // can be added afterwards.
  absl::StatusOr<std::string> Finish();

 private:
  struct Sheets;
  explicit WorkbookWriter(std::unique_ptr<Sheets> sheets);

  std::unique_ptr<Sheets> sheets_;
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_XLSX_WRITE_H_
