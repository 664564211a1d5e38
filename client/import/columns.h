#ifndef SPOTCHECK_CLIENT_IMPORT_COLUMNS_H_
#define SPOTCHECK_CLIENT_IMPORT_COLUMNS_H_

// The five tables that can be imported, and where their columns
// (lib/rules/register) stand in a file.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/rules/register/columns.h"

namespace spotcheck::client {

using rules::ColumnNeed;
using rules::ImportColumn;

// What tells two rows of a table to be the same thing.
enum class RowKey { kNone, kUsci, kProduct, kInspector };

struct ImportTable {
  rules::ImportColumns columns;
  RowKey key = RowKey::kNone;

  // The column's position in `columns`; the field must be the table's.
  std::size_t IndexOf(std::string_view field) const;
};

const ImportTable& EnterpriseTable();
const ImportTable& ProductTable();
const ImportTable& LabTable();
const ImportTable& InspectorTable();
const ImportTable& CheckTable();

// The number of the table's columns that a row of the file names: what tells
// the header from a title above it.
std::size_t KnownColumns(const ImportTable& table,
                         const std::vector<std::string>& header);

// For each column of the table where it stands in the file, if it does.
// Names are compared as HeaderName gives them; one of the other names counts
// only where the field's own is absent. Columns that the table does not know
// are ignored. MISSING_COLUMN, REPEATED_COLUMN.
using HeaderMap = std::vector<std::optional<std::size_t>>;
absl::StatusOr<HeaderMap> MapHeader(const ImportTable& table,
                                    const std::vector<std::string>& header);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IMPORT_COLUMNS_H_
