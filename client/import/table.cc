#include "client/import/table.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "client/import/confirm.h"
#include "client/io/errors.h"
#include "client/io/harmless.h"
#include "lib/base/error.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/rules/law/product_key.h"

namespace spotcheck::client {
namespace {

// A carriage return without a line feed ends the lines of old Macintosh files;
// all of them together would be one row.
bool HasBareReturn(std::string_view text) {
  for (std::size_t at = text.find('\r'); at != text.npos;
       at = text.find('\r', at + 1)) {
    if (at + 1 == text.size() || text[at + 1] != '\n') return true;
  }
  return false;
}

// Spreadsheets leave rows of separators alone behind the last one.
bool IsBlank(const CsvRecord& record) {
  return std::all_of(
      record.fields.begin(), record.fields.end(),
      [](const std::string& field) { return TrimWhiteSpace(field).empty(); });
}

// The words of ECMA-376 part 1, 18.17.3, and two that came later.
bool IsFormulaError(std::string_view cell) {
  static constexpr std::string_view kWords[] = {"#N/A",   "#REF!",   "#VALUE!",
                                                "#NAME?", "#DIV/0!", "#NULL!",
                                                "#NUM!",  "#SPILL!", "#CALC!"};
  return std::find(std::begin(kWords), std::end(kWords),
                   TrimWhiteSpace(cell)) != std::end(kWords);
}

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

struct Parts {
  std::string_view first;
  std::string_view second;
};

// One blank between them; once where both say the same or one says nothing.
std::string JoinTexts(const Parts& parts) {
  const std::string_view first = TrimWhiteSpace(parts.first);
  const std::string_view second = TrimWhiteSpace(parts.second);
  const std::string a = rules::NormaliseNumber(first).value_or("");
  const std::string b = rules::NormaliseNumber(second).value_or("");
  if (a == b || b.empty()) return std::string(a.empty() ? second : first);
  if (a.empty()) return std::string(second);
  return std::string(first) + " " + std::string(second);
}

}  // namespace

ImportReader::ImportReader(TableFile file, const ImportTable& table)
    : file_(std::move(file)), columns_(table.columns) {}

absl::StatusOr<ImportReader> ImportReader::Open(const std::string& path,
                                                const ImportTable& table,
                                                Encoding encoding) {
  std::optional<ImportReader> best;
  std::size_t most = 0;
  ASSIGN_OR_RETURN(const auto forms, FormsOf(path, encoding));
  for (const TableForm& form : forms) {
    ASSIGN_OR_RETURN(TableFile file, TableFile::Open(path, form));
    ImportReader reader(std::move(file), table);
    RETURN_IF_ERROR(reader.ReadTop());
    const std::size_t known = reader.FindHeader(table);
    if (best.has_value() && known <= most) continue;
    most = known;
    best.emplace(std::move(reader));
  }
  RETURN_IF_ERROR(best->TakeHeader(path, table));
  return *std::move(best);
}

absl::Status ImportReader::ReadTop() {
  while (top_.size() < kHeaderRows) {
    ASSIGN_OR_RETURN(const CsvRecord* record, file_.Next());
    if (record == nullptr) break;
    top_.push_back(*record);
  }
  return absl::OkStatus();
}

std::size_t ImportReader::FindHeader(const ImportTable& table) {
  std::size_t most = 0;
  for (std::size_t at = 0; at < top_.size(); ++at) {
    const std::size_t known = KnownColumns(table, top_[at].fields);
    if (known <= most) continue;
    most = known;
    next_of_top_ = at;
  }
  return most;
}

absl::Status ImportReader::TakeHeader(const std::string& path,
                                      const ImportTable& table) {
  if (top_.empty()) return EmptyTableError(path);
  for (const std::string& name : top_[next_of_top_++].fields) {
    if (HasBareReturn(name)) return LineEndsError(path);
    header_.push_back(IsValidUtf8(name) ? name : Quotable(name));
  }
  while (!header_.empty() && TrimWhiteSpace(header_.back()).empty()) {
    header_.pop_back();
  }
  const auto confirm =
      std::find_if(header_.begin(), header_.end(), IsConfirmColumn);
  if (confirm != header_.end()) {
    confirm_ = static_cast<std::size_t>(confirm - header_.begin());
  }
  ASSIGN_OR_RETURN(map_, MapHeader(table, header_));
  return absl::OkStatus();
}

absl::StatusOr<const CsvRecord*> ImportReader::NextRecord() {
  if (next_of_top_ < top_.size()) return &top_[next_of_top_++];
  return file_.Next();
}

bool ImportReader::IsConfirmed() const {
  if (!confirm_.has_value()) return true;
  return *confirm_ < row_.cells.size() && SaysYes(row_.cells[*confirm_]);
}

absl::StatusOr<const ImportRow*> ImportReader::Next() {
  while (true) {
    ASSIGN_OR_RETURN(const CsvRecord* record, NextRecord());
    if (record == nullptr) return nullptr;
    if (record->fault == CsvFault::kNone && IsBlank(*record)) continue;
    row_.line = record->line;
    row_.refusal = absl::OkStatus();
    row_.cells.clear();
    row_.joined.clear();
    row_.uncomputed.clear();
    if (record->fault == CsvFault::kNone) {
      TakeFields(*record);
      TakeFormulaErrors();
      JoinParts();
    } else {
      TakeFault(*record);
    }
    if (IsConfirmed()) return &row_;
    ++unconfirmed_;
  }
}

void ImportReader::TakeFields(const CsvRecord& record) {
  for (const std::string& field : record.fields) {
    const bool valid = IsValidUtf8(field);
    if (!valid) row_.refusal = RowEncodingError();
    row_.cells.push_back(valid ? Restored(field) : Quotable(field));
  }
  if (file_.is_sheet() && row_.cells.size() < header_.size()) {
    row_.cells.resize(header_.size());
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

void ImportReader::JoinParts() {
  for (std::size_t i = 0; i < map_.size(); ++i) {
    const ColumnPlace& place = map_[i];
    if (!place.second.has_value() || row_.cells.size() <= *place.at ||
        row_.cells.size() <= *place.second) {
      continue;
    }
    row_.joined[i] =
        JoinTexts({row_.cells[*place.at], row_.cells[*place.second]});
  }
}

void ImportReader::TakeFormulaErrors() {
  if (!row_.refusal.ok()) return;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::optional<std::size_t> at = map_[i].at;
    if (!at.has_value() || !IsFormulaError(row_.cells[*at])) continue;
    const ImportColumn& column = columns_[i];
    if (column.need == ColumnNeed::kRequired) {
      row_.refusal = RowFormulaError(
          {std::string(column.header), std::string(column.field)},
          row_.cells[*at]);
    } else {
      row_.cells[*at].clear();
      row_.uncomputed.push_back(i);
    }
  }
}

void ImportReader::TakeFault(const CsvRecord& record) {
  row_.refusal = FaultError(record.fault);
  row_.cells.push_back(IsValidUtf8(record.head) ? record.head
                                                : Quotable(record.head));
}

const std::string& ImportReader::Cell(const ImportRow& row,
                                      std::size_t column) const {
  static const std::string kNothing;
  const auto joined = row.joined.find(column);
  if (joined != row.joined.end()) return joined->second;
  const std::optional<std::size_t> at = map_[column].at;
  return at.has_value() && *at < row.cells.size() ? row.cells[*at] : kNothing;
}

}  // namespace spotcheck::client
