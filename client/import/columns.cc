#include "client/import/columns.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "client/import/header_name.h"
#include "client/io/errors.h"

namespace spotcheck::client {
namespace {

bool IsNamed(const ImportColumn& column, const std::string& folded) {
  return folded == HeaderName(column.field) ||
         folded == HeaderName(column.header);
}

bool IsAlsoNamed(const ImportColumn& column, const std::string& folded) {
  const std::vector<std::string> names =
      absl::StrSplit(std::string(column.also), ';', absl::SkipEmpty());
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return folded == HeaderName(name);
  });
}

Localized NameOf(const ImportColumn& column) {
  return {std::string(column.header), std::string(column.field)};
}

}  // namespace

std::size_t ImportTable::IndexOf(std::string_view field) const {
  return rules::IndexOf(columns, field);
}

const ImportTable& EnterpriseTable() {
  static const ImportTable kTable = {rules::EnterpriseColumns(), RowKey::kUsci};
  return kTable;
}
const ImportTable& ProductTable() {
  static const ImportTable kTable = {rules::ProductColumns(), RowKey::kProduct};
  return kTable;
}
const ImportTable& LabTable() {
  static const ImportTable kTable = {rules::LabColumns(), RowKey::kUsci};
  return kTable;
}
const ImportTable& InspectorTable() {
  static const ImportTable kTable = {rules::InspectorColumns(),
                                     RowKey::kInspector};
  return kTable;
}
const ImportTable& CheckTable() {
  static const ImportTable kTable = {rules::CheckColumns(), RowKey::kNone};
  return kTable;
}

std::size_t KnownColumns(const ImportTable& table,
                         const std::vector<std::string>& header) {
  std::vector<std::string> names;
  for (const std::string& name : header) names.push_back(HeaderName(name));
  const auto known = [&names](const ImportColumn& column) {
    return std::any_of(names.begin(), names.end(), [&](const auto& name) {
      return !name.empty() &&
             (IsNamed(column, name) || IsAlsoNamed(column, name));
    });
  };
  return static_cast<std::size_t>(
      std::count_if(table.columns.begin(), table.columns.end(), known));
}

absl::StatusOr<HeaderMap> MapHeader(const ImportTable& table,
                                    const std::vector<std::string>& header) {
  HeaderMap map(table.columns.size());
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const ImportColumn& column = table.columns[i];
    std::optional<std::size_t> other;  // under another name
    for (std::size_t at = 0; at < header.size(); ++at) {
      const std::string name = HeaderName(header[at]);
      if (name.empty()) continue;
      if (IsNamed(column, name)) {
        if (map[i].has_value()) return RepeatedColumnError(NameOf(column));
        map[i] = at;
      } else if (!other.has_value() && IsAlsoNamed(column, name)) {
        other = at;
      }
    }
    if (!map[i].has_value()) map[i] = other;
    if (!map[i].has_value() && column.need == ColumnNeed::kRequired) {
      return MissingColumnError(NameOf(column), header);
    }
  }
  return map;
}

}  // namespace spotcheck::client
