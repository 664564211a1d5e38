#ifndef SPOTCHECK_SERVER_CONVERT_IMPORT_ROWS_H_
#define SPOTCHECK_SERVER_CONVERT_IMPORT_ROWS_H_

// Turns the rows of an import's request into typed rows: the cell of a column
// is the field of the same name, looked up once per process. Rows pass as they
// were typed: lib/app refuses each bad row by itself.

#include <google/protobuf/message.h>

#include <string>
#include <vector>

#include "lib/app/register/typed_row.h"

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

// `Row` is the message of one row.
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
  }
  return typed;
}

template <typename Record, typename Request>
std::vector<app::TypedRow<Record>> RowsOf(const Request& request) {
  std::vector<app::TypedRow<Record>> rows;
  rows.reserve(static_cast<std::size_t>(request.rows_size()));
  for (const auto& row : request.rows()) rows.push_back(CellsOf<Record>(row));
  return rows;
}

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_IMPORT_ROWS_H_
