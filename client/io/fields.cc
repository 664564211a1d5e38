#include "client/io/fields.h"

#include <utility>

#include "client/io/errors.h"

namespace spotcheck::client {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

bool HasField(const Descriptor& row, const std::string& path) {
  const Descriptor* at = &row;
  std::size_t start = 0;
  while (at != nullptr) {
    const std::size_t dot = path.find('.', start);
    const FieldDescriptor* field =
        at->FindFieldByName(path.substr(start, dot - start));
    if (field == nullptr) return false;
    if (dot == std::string::npos) return true;
    at = field->message_type();
    start = dot + 1;
  }
  return false;
}

std::string NamesOf(const Descriptor& row) {
  std::string names;
  for (int i = 0; i < row.field_count(); ++i) {
    names += (i == 0 ? "" : " ") + row.field(i)->name();
  }
  return names;
}

Phrase TitleOf(const Section& section, const std::string& field) {
  for (const Column& column : section.columns) {
    if (column.field == field) return column.title;
  }
  return {field, field};
}

}  // namespace

absl::Status ChooseColumns(const Descriptor& row,
                           const std::vector<std::string>& fields,
                           Section& section) {
  if (fields.empty()) return absl::OkStatus();
  std::vector<Column> columns;
  for (const std::string& field : fields) {
    if (!HasField(row, field)) return UnknownFieldError(field, NamesOf(row));
    columns.push_back({field, TitleOf(section, field)});
  }
  section.columns = std::move(columns);
  section.context.clear();
  return absl::OkStatus();
}

Json KeepFields(const Json& row, const std::vector<std::string>& fields) {
  Json kept = Json::object();
  for (const std::string& field : fields) {
    const std::string outer = field.substr(0, field.find('.'));
    if (row.contains(outer)) kept[outer] = row[outer];
  }
  return kept;
}

}  // namespace spotcheck::client
