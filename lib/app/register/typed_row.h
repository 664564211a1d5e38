#ifndef SPOTCHECK_LIB_APP_REGISTER_TYPED_ROW_H_
#define SPOTCHECK_LIB_APP_REGISTER_TYPED_ROW_H_

// A row of an import as it was typed: one text for each column of its register.
// The row knows which of these columns its file has.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lib/rules/register/columns.h"
#include "lib/store/events/records.h"

namespace spotcheck::app {

// A row's place in its file. A row is superseded if a later row of the file has
// the same key: then it is applied only if the key is new, so that importing a
// file a second time changes nothing.
struct RowPlace {
  std::int32_t row = 0;
  bool superseded = false;
};

// The import columns that a record is read from.
template <typename Record>
rules::ImportColumns ColumnsOf();
template <>
inline rules::ImportColumns ColumnsOf<store::EnterpriseRecord>() {
  return rules::EnterpriseColumns();
}
template <>
inline rules::ImportColumns ColumnsOf<store::ProductRecord>() {
  return rules::ProductColumns();
}
template <>
inline rules::ImportColumns ColumnsOf<store::LabRecord>() {
  return rules::LabColumns();
}
template <>
inline rules::ImportColumns ColumnsOf<store::InspectorRecord>() {
  return rules::InspectorColumns();
}
template <>
inline rules::ImportColumns ColumnsOf<store::CheckRecord>() {
  return rules::CheckColumns();
}

// Names the field that carries a record's member in messages and imports. It
// has the member's name except for the members below: a stored name cannot
// change because journals hold it, and in a message `name` is the resource's
// name.
template <typename Record>
constexpr std::string_view FieldOf(std::string_view member) {
  return member;
}
template <>
constexpr std::string_view FieldOf<store::EnterpriseRecord>(
    std::string_view member) {
  return member == "name" ? "enterprise_name" : member;
}
template <>
constexpr std::string_view FieldOf<store::LabRecord>(std::string_view member) {
  if (member == "lab_id") return "usci";
  return member == "name" ? "lab_name" : member;
}
template <>
constexpr std::string_view FieldOf<store::InspectorRecord>(
    std::string_view member) {
  if (member == "inspector") return "inspector_id";
  return member == "name" ? "person_name" : member;
}

template <typename Record>
struct TypedRow {
  RowPlace place;
  std::vector<std::string> cells =
      std::vector<std::string>(ColumnsOf<Record>().size());
  // True for each column that the file has. A column that the file does not
  // have keeps the value in the register; an empty cell of a column that it has
  // takes the value away.
  std::vector<bool> given = std::vector<bool>(ColumnsOf<Record>().size());

  // The cell of a field; the field must have a column. Writing the cell makes
  // the row give the field.
  std::string& operator[](std::string_view field) {
    const std::size_t at = rules::IndexOf(ColumnsOf<Record>(), field);
    given[at] = true;
    return cells[at];
  }
  const std::string& operator[](std::string_view field) const {
    return cells[rules::IndexOf(ColumnsOf<Record>(), field)];
  }
  bool Gives(std::string_view field) const {
    return given[rules::IndexOf(ColumnsOf<Record>(), field)];
  }
};
using EnterpriseRow = TypedRow<store::EnterpriseRecord>;
using ProductRow = TypedRow<store::ProductRecord>;
using LabRow = TypedRow<store::LabRecord>;
using InspectorRow = TypedRow<store::InspectorRecord>;
using CheckRow = TypedRow<store::CheckRecord>;

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REGISTER_TYPED_ROW_H_
