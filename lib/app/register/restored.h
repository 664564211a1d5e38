#ifndef SPOTCHECK_LIB_APP_REGISTER_RESTORED_H_
#define SPOTCHECK_LIB_APP_REGISTER_RESTORED_H_

// Finds the identifiers of a row that a spreadsheet had changed and that
// reading restored, so that an import can say how many they are. Pure.

#include <string>
#include <vector>

#include "lib/app/register/import.h"
#include "lib/app/register/typed_row.h"
#include "lib/rules/register/columns.h"

namespace spotcheck::app {

// True if reading the cell by its column restores an identifier.
bool IsRestored(const rules::ImportColumn& column, const std::string& cell);

// Answers `counts` with one more for each field of the row that was restored.
template <typename Record>
FieldCounts WithRestored(FieldCounts counts, const TypedRow<Record>& row) {
  const rules::ImportColumns columns = ColumnsOf<Record>();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!IsRestored(columns[i], row.cells[i])) continue;
    ++counts[std::string(columns[i].field)];
  }
  return counts;
}

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REGISTER_RESTORED_H_
