#ifndef SPOTCHECK_SERVER_CONVERT_IMPORT_ROWS_H_
#define SPOTCHECK_SERVER_CONVERT_IMPORT_ROWS_H_

// Turns the rows of an import's request into typed rows: the cell of a column
// is the field of the same name, looked up once per process. Rows pass as they
// were typed: lib/app refuses each bad row by itself.

#include <google/protobuf/message.h>

#include <string>
#include <type_traits>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/register/import.h"
#include "lib/app/register/typed_row.h"
#include "lib/base/status_macros.h"
#include "server/convert/errors.h"
#include "spotcheck/v1/common.pb.h"

namespace spotcheck::server {

// The fields of the columns in their order; nullptr for a column without a
// field, which a test finds.
inline std::vector<const google::protobuf::FieldDescriptor*> FieldsOfColumns(
    rules::ImportColumns columns, const google::protobuf::Descriptor& row) {
  std::vector<const google::protobuf::FieldDescriptor*> fields;
  for (const rules::ImportColumn& column : columns) {
    fields.push_back(row.FindFieldByName(std::string(column.field)));
  }
  return fields;
}

// The fields of the columns, to be shown.
inline std::string FieldNamesOf(rules::ImportColumns columns) {
  std::string names;
  for (const rules::ImportColumn& column : columns) {
    if (!names.empty()) names += ", ";
    names += column.field;
  }
  return names;
}

// `Row` is the message of one row. A field that is not empty is given.
template <typename Record, typename Row>
app::TypedRow<Record> CellsOf(const Row& row) {
  static const auto kFields =
      FieldsOfColumns(app::ColumnsOf<Record>(), *Row::descriptor());
  const google::protobuf::Reflection& reflection = *row.GetReflection();
  app::TypedRow<Record> typed;
  typed.place.row = row.row();
  if constexpr (requires { row.superseded(); }) {
    typed.place.superseded = row.superseded();
  }
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    typed.cells[i] = reflection.GetString(row, kFields[i]);
    typed.given[i] = !typed.cells[i].empty();
  }
  return typed;
}

// Returns for each column whether the request says that all rows give it, empty
// or not. Of lines, texts that tell them apart are given unless the request
// names others.
template <typename Record, typename Request>
absl::StatusOr<std::vector<bool>> NamedColumns(const Request& request) {
  const rules::ImportColumns columns = app::ColumnsOf<Record>();
  std::vector<bool> named(columns.size());
  if constexpr (requires { request.columns(); }) {
    for (const std::string& field : request.columns()) {
      const std::size_t at = rules::IndexOf(columns, field);
      if (at == columns.size()) {
        return UnknownValue({"columns", field}, FieldNamesOf(columns));
      }
      named[at] = true;
    }
    if (std::is_same_v<Record, store::ProductRecord> &&
        request.columns().empty()) {
      for (const char* field : {"standard", "trademark", "model"}) {
        named[rules::IndexOf(columns, field)] = true;
      }
    }
  }
  return named;
}

template <typename Record, typename Request>
absl::StatusOr<std::vector<app::TypedRow<Record>>> RowsOf(
    const Request& request) {
  ASSIGN_OR_RETURN(const std::vector<bool> named,
                   NamedColumns<Record>(request));
  std::vector<app::TypedRow<Record>> rows;
  rows.reserve(static_cast<std::size_t>(request.rows_size()));
  for (const auto& row : request.rows()) {
    app::TypedRow<Record>& typed = rows.emplace_back(CellsOf<Record>(row));
    for (std::size_t i = 0; i < named.size(); ++i) {
      if (named[i]) typed.given[i] = true;
    }
  }
  return rows;
}

inline void AddCounts(
    const app::FieldCounts& counts,
    google::protobuf::RepeatedPtrField<v1::FieldCount>& added) {
  for (const auto& [field, rows] : counts) {
    v1::FieldCount& count = *added.Add();
    count.set_field(field);
    count.set_rows(rows);
  }
}

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_IMPORT_ROWS_H_
