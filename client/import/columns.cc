#include "client/import/columns.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_split.h"
#include "client/import/header_name.h"
#include "client/io/errors.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {
namespace {

bool IsNamed(const ImportColumn& column, const std::string& folded) {
  return folded == HeaderName(column.field) ||
         folded == HeaderName(column.header);
}

std::vector<std::string> Split(std::string_view names) {
  return absl::StrSplit(std::string(names), ';', absl::SkipEmpty());
}

bool IsAlsoNamed(const ImportColumn& column, const std::string& folded) {
  const std::vector<std::string> names = OtherNames(column);
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    return folded == HeaderName(name);
  });
}

std::vector<std::string> HeaderNames(const std::vector<std::string>& header) {
  std::vector<std::string> names;
  for (const std::string& name : header) names.push_back(HeaderName(name));
  return names;
}

// Latin names are part of too many words.
bool IsWithin(std::string_view known, const std::string& folded) {
  const bool is_chinese = !known.empty() && (known.front() & 0x80) != 0;
  return is_chinese && folded.find(HeaderName(known)) != std::string::npos;
}

bool LooksLike(const ImportColumn& column, const std::string& folded) {
  const std::vector<std::string> names = OtherNames(column);
  return IsNamed(column, folded) || IsAlsoNamed(column, folded) ||
         IsWithin(column.header, folded) ||
         std::any_of(names.begin(), names.end(), [&](std::string_view name) {
           return IsWithin(name, folded);
         });
}

// Finds the place of the first of the names that the file has.
std::optional<std::size_t> PlaceOf(std::string_view part,
                                   const std::vector<std::string>& names) {
  for (const std::string& name : Split(part)) {
    const auto found = std::find(names.begin(), names.end(), HeaderName(name));
    if (found == names.end()) continue;
    return static_cast<std::size_t>(found - names.begin());
  }
  return std::nullopt;
}

Localized NameOf(const ImportColumn& column) {
  return {std::string(column.header), std::string(column.field)};
}

// Under its own name, else in two parts, else under another name.
absl::StatusOr<ColumnPlace> FindColumn(const ImportColumn& column,
                                       const std::vector<std::string>& names) {
  ColumnPlace place;
  std::optional<std::size_t> other;
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (names[at].empty()) continue;
    if (IsNamed(column, names[at])) {
      if (place.at.has_value()) return RepeatedColumnError(NameOf(column));
      place.at = at;
    } else if (!other.has_value() && IsAlsoNamed(column, names[at])) {
      other = at;
    }
  }
  if (place.at.has_value()) return place;
  const ColumnPlace parts = {PlaceOf(column.parts[0], names),
                             PlaceOf(column.parts[1], names)};
  if (parts.at.has_value() && parts.second.has_value()) return parts;
  return ColumnPlace{other, std::nullopt};
}

}  // namespace

std::vector<std::string> OtherNames(const ImportColumn& column) {
  std::vector<std::string> names = Split(column.also);
  for (const std::string_view part : column.parts) {
    for (std::string& name : Split(part)) names.push_back(std::move(name));
  }
  return names;
}

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
  const std::vector<std::string> typed = HeaderNames(header);
  const std::set<std::string> names(typed.begin(), typed.end());
  const auto stands = [&names](std::string_view name) {
    return names.contains(HeaderName(name));
  };
  const auto known = [&stands](const ImportColumn& column) {
    const std::vector<std::string> also = OtherNames(column);
    return stands(column.field) || stands(column.header) ||
           std::any_of(also.begin(), also.end(), stands);
  };
  return static_cast<std::size_t>(
      std::count_if(table.columns.begin(), table.columns.end(), known));
}

absl::StatusOr<HeaderMap> MapHeader(const ImportTable& table,
                                    const std::vector<std::string>& header) {
  const std::vector<std::string> names = HeaderNames(header);
  HeaderMap map(table.columns.size());
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const ImportColumn& column = table.columns[i];
    ASSIGN_OR_RETURN(map[i], FindColumn(column, names));
    if (!map[i].has_value() && column.need == ColumnNeed::kRequired) {
      return MissingColumnError(NameOf(column), header);
    }
  }
  return map;
}

std::vector<UnreadColumn> FindUnread(const ImportTable& table,
                                     const HeaderMap& map,
                                     const std::vector<std::string>& header) {
  std::vector<bool> read(header.size());
  for (const ColumnPlace& place : map) {
    if (place.at.has_value()) read[*place.at] = true;
    if (place.second.has_value()) read[*place.second] = true;
  }
  std::vector<UnreadColumn> unread;
  for (std::size_t at = 0; at < header.size(); ++at) {
    const std::string name = HeaderName(header[at]);
    if (read[at] || name.empty()) continue;
    const auto like = std::find_if(
        table.columns.begin(), table.columns.end(),
        [&](const ImportColumn& column) { return LooksLike(column, name); });
    if (like != table.columns.end()) unread.push_back({header[at], &*like});
  }
  return unread;
}

}  // namespace spotcheck::client
