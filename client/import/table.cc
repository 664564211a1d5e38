#include "client/import/table.h"

#include <optional>
#include <utility>

#include "client/io/errors.h"
#include "lib/base/error.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {
namespace {

absl::Status FaultError(CsvFault fault) {
  switch (fault) {
    case CsvFault::kNone:
      return absl::OkStatus();
    case CsvFault::kTooLong:
      return RowTooLongError(static_cast<std::int64_t>(kMaxRecordBytes));
    case CsvFault::kTooManyFields:
      return RowTooManyFieldsError(static_cast<std::int64_t>(kMaxFields));
    case CsvFault::kUnclosedQuote:
      return RowUnclosedQuoteError();
  }
  return absl::OkStatus();
}

}  // namespace

ImportReader::ImportReader(CsvReader csv, Encoding encoding)
    : csv_(std::move(csv)), decoder_(std::make_unique<Decoder>(encoding)) {}

absl::StatusOr<ImportReader> ImportReader::Open(const std::string& path,
                                                const ImportTable& table,
                                                Encoding encoding) {
  ASSIGN_OR_RETURN(CsvReader csv, CsvReader::Open(path));
  ImportReader reader(std::move(csv), encoding);
  RETURN_IF_ERROR(reader.ReadHeader(path, table));
  return reader;
}

absl::Status ImportReader::ReadHeader(const std::string& path,
                                      const ImportTable& table) {
  ASSIGN_OR_RETURN(const CsvRecord* record, csv_.Next());
  if (record == nullptr) return EmptyTableError(path);
  for (const std::string& field : record->fields) {
    header_.push_back(decoder_->ToUtf8(field).value_or(Quotable(field)));
  }
  ASSIGN_OR_RETURN(map_, MapHeader(table, header_));
  return absl::OkStatus();
}

absl::StatusOr<const ImportRow*> ImportReader::Next() {
  ASSIGN_OR_RETURN(const CsvRecord* record, csv_.Next());
  if (record == nullptr) return nullptr;
  row_.line = record->line;
  row_.refusal = absl::OkStatus();
  row_.cells.clear();
  if (record->fault == CsvFault::kNone) {
    TakeFields(*record);
  } else {
    TakeFault(*record);
  }
  return &row_;
}

void ImportReader::TakeFields(const CsvRecord& record) {
  for (const std::string& field : record.fields) {
    std::optional<std::string> text = decoder_->ToUtf8(field);
    if (!text.has_value()) row_.refusal = RowEncodingError();
    row_.cells.push_back(text.has_value() ? *std::move(text) : Quotable(field));
  }
  // Commas behind the last column are what spreadsheets leave.
  while (row_.cells.size() > header_.size() && row_.cells.back().empty()) {
    row_.cells.pop_back();
  }
  if (row_.refusal.ok() && row_.cells.size() != header_.size()) {
    row_.refusal =
        RowFieldCountError(static_cast<std::int64_t>(record.fields.size()),
                           static_cast<std::int64_t>(header_.size()));
  }
}

void ImportReader::TakeFault(const CsvRecord& record) {
  row_.refusal = FaultError(record.fault);
  row_.cells.push_back(
      decoder_->ToUtf8(record.head).value_or(Quotable(record.head)));
}

const std::string& ImportReader::Cell(const ImportRow& row,
                                      std::size_t column) const {
  static const std::string kNothing;
  const std::optional<std::size_t> at = map_[column];
  return at.has_value() && *at < row.cells.size() ? row.cells[*at] : kNothing;
}

}  // namespace spotcheck::client
