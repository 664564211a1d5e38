#include "client/io/sheet_output.h"

#include <utility>

#include "client/io/message_text.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// The field that a dotted path leads to; null where there is none.
const FieldDescriptor* FieldAt(const Descriptor* message,
                               std::string_view path) {
  const FieldDescriptor* field = nullptr;
  while (!path.empty() && message != nullptr) {
    const std::size_t dot = path.find('.');
    field = message->FindFieldByName(std::string(path.substr(0, dot)));
    if (field == nullptr || dot == path.npos) return field;
    message = field->message_type();
    path.remove_prefix(dot + 1);
  }
  return field;
}

// Numbers by which a reader counts and sums: those of the answer's type that
// stand once in a row.
CellKind KindOf(const Descriptor* row, std::string_view path) {
  const FieldDescriptor* field = FieldAt(row, path);
  if (field == nullptr || field->is_repeated()) return CellKind::kText;
  switch (field->cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
    case FieldDescriptor::CPPTYPE_INT64:
    case FieldDescriptor::CPPTYPE_UINT32:
    case FieldDescriptor::CPPTYPE_UINT64:
    case FieldDescriptor::CPPTYPE_DOUBLE:
    case FieldDescriptor::CPPTYPE_FLOAT:
      return CellKind::kNumber;
    case FieldDescriptor::CPPTYPE_BOOL:
    case FieldDescriptor::CPPTYPE_ENUM:
    case FieldDescriptor::CPPTYPE_STRING:
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return CellKind::kText;
  }
  return CellKind::kText;
}

const Descriptor* RowOf(const Message& answer, std::string_view rows) {
  if (rows.empty()) return answer.GetDescriptor();
  const FieldDescriptor* field = FieldAt(answer.GetDescriptor(), rows);
  return field == nullptr ? nullptr : field->message_type();
}

std::vector<Column> ColumnsOf(const Section& section) {
  std::vector<Column> columns = section.context;
  columns.insert(columns.end(), section.columns.begin(), section.columns.end());
  return columns;
}

}  // namespace

std::string SheetName(const Section& section, Language language) {
  const std::string title = In(language, section.title);
  return title.empty() ? std::string(PartName(section)) : title;
}

std::vector<SheetTitle> SheetTitles(const Message& answer,
                                    const Section& section, Language language) {
  const Descriptor* row = RowOf(answer, section.rows);
  std::vector<SheetTitle> titles;
  for (const Column& column : ColumnsOf(section)) {
    titles.push_back(
        {In(language, column.title), KindOf(row, column.field), ""});
  }
  return titles;
}

absl::Status AddRows(const Message& answer, const Section& section,
                     Language language, WorkbookWriter& writer) {
  const std::vector<Column> columns = ColumnsOf(section);
  for (const Lineage& row : RowsAt(answer, section.rows)) {
    std::vector<std::string> cells;
    for (const Column& column : columns) {
      cells.push_back(FieldText(row, column.field, language));
    }
    RETURN_IF_ERROR(writer.AddRow(cells));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> FormatWorkbook(const Message& answer,
                                           const View& view,
                                           Language language) {
  ASSIGN_OR_RETURN(WorkbookWriter writer, WorkbookWriter::Create());
  for (const Section& section : view) {
    RETURN_IF_ERROR(writer.AddSheet(SheetName(section, language),
                                    SheetTitles(answer, section, language)));
    RETURN_IF_ERROR(AddRows(answer, section, language, writer));
  }
  return writer.Finish();
}

absl::StatusOr<std::string> FormatWorkbook(
    const std::vector<std::string>& titles,
    const std::vector<std::string>& cells) {
  ASSIGN_OR_RETURN(WorkbookWriter writer, WorkbookWriter::Create());
  std::vector<SheetTitle> header;
  for (const std::string& title : titles) {
    header.push_back({title, CellKind::kText, ""});
  }
  RETURN_IF_ERROR(writer.AddSheet("spotcheck", header));
  RETURN_IF_ERROR(writer.AddRow(cells));
  return writer.Finish();
}

}  // namespace spotcheck::client
