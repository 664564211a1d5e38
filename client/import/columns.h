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

// The other names that files give the column.
std::vector<std::string> OtherNames(const ImportColumn& column);

// The key by which two rows of a table are about the same thing.
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
struct ColumnPlace {
  std::optional<std::size_t> at;
  // The second of the two columns that bring the field together.
  std::optional<std::size_t> second;

  bool has_value() const { return at.has_value(); }
  bool operator==(std::optional<std::size_t> place) const {
    return at == place && !second.has_value();
  }
};
using HeaderMap = std::vector<ColumnPlace>;

// Names are compared as HeaderName gives them; one of the other names counts
// only where the field's own is absent. Columns that the table does not know
// are passed over. MISSING_COLUMN, REPEATED_COLUMN.
absl::StatusOr<HeaderMap> MapHeader(const ImportTable& table,
                                    const std::vector<std::string>& header);

// A column of the file that is not read although it looks like one of the
// table's: it has a name of theirs, or a Chinese name within a longer one.
struct UnreadColumn {
  std::string name;  // as in the file
  const ImportColumn* like = nullptr;
};
std::vector<UnreadColumn> FindUnread(const ImportTable& table,
                                     const HeaderMap& map,
                                     const std::vector<std::string>& header);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IMPORT_COLUMNS_H_
