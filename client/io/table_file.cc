#include "client/io/table_file.h"

#include <utility>

#include "absl/strings/str_join.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {
namespace {

// These characters can separate the fields of CSV; the usual one is first.
constexpr char kSeparators[] = {',', '\t', ';', '|'};

CsvFault FaultOf(SheetFault fault) {
  switch (fault) {
    case SheetFault::kNone:
      return CsvFault::kNone;
    case SheetFault::kTooLong:
      return CsvFault::kTooLong;
    case SheetFault::kTooManyFields:
      return CsvFault::kTooManyFields;
  }
  return CsvFault::kNone;
}

}  // namespace

absl::StatusOr<std::vector<TableForm>> FormsOf(const std::string& path,
                                               Encoding encoding) {
  std::vector<TableForm> forms;
  if (encoding != Encoding::kWorkbook) {
    for (const char separator : kSeparators) {
      forms.emplace_back(CsvForm{encoding, separator});
    }
    return forms;
  }
  ASSIGN_OR_RETURN(const std::shared_ptr<const Workbook> book,
                   Workbook::Open(path));
  for (const SheetPlace& sheet : book->sheets()) {
    forms.emplace_back(SheetForm{book, sheet});
  }
  return forms;
}

absl::StatusOr<TableFile> TableFile::Open(const std::string& path,
                                          const TableForm& form) {
  if (const auto* csv = std::get_if<CsvForm>(&form)) {
    ASSIGN_OR_RETURN(CsvReader reader, CsvReader::Open(path, *csv));
    return TableFile(std::move(reader));
  }
  const SheetForm& place = std::get<SheetForm>(form);
  ASSIGN_OR_RETURN(SheetReader reader,
                   SheetReader::Open(place.book, place.sheet,
                                     {kMaxFields, kMaxRecordBytes}));
  return TableFile(std::move(reader), place.sheet.name);
}

absl::StatusOr<const CsvRecord*> TableFile::Next() {
  if (auto* csv = std::get_if<CsvReader>(&reader_)) return csv->Next();
  ASSIGN_OR_RETURN(const SheetRow* row, std::get<SheetReader>(reader_).Next());
  if (row == nullptr) return nullptr;
  record_.line = row->number;
  record_.fault = FaultOf(row->fault);
  record_.fields = row->fields;
  record_.head.clear();
  if (record_.fault != CsvFault::kNone) {
    record_.head = absl::StrJoin(row->fields, ",").substr(0, kHeadBytes);
    record_.fields.clear();
  }
  return &record_;
}

std::int64_t TableFile::bytes_read() const {
  return std::visit([](const auto& reader) { return reader.bytes_read(); },
                    reader_);
}

std::int64_t TableFile::bytes_total() const {
  const auto* csv = std::get_if<CsvReader>(&reader_);
  return csv != nullptr ? csv->bytes_total() : 0;
}

}  // namespace spotcheck::client
