#include "client/xlsx/sheet.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "lib/base/status_macros.h"

namespace spotcheck::client {
namespace {

std::size_t SizeOf(std::string_view text) {
  std::size_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Finds the areas that are merged over several rows.
class MergedHandler : public XmlHandler {
 public:
  void Start(std::string_view name, const Attributes& attributes) override {
    if (name != "mergeCell" || areas.size() == kMaxMergedAreas) return;
    const std::string_view reference = attributes["ref"];
    const std::size_t colon = reference.find(':');
    if (colon == reference.npos) return;
    const std::string_view first = reference.substr(0, colon);
    const auto column = ColumnOf(first);
    const auto top = RowOf(first);
    const auto bottom = RowOf(reference.substr(colon + 1));
    if (column.has_value() && top.has_value() && bottom.has_value() &&
        *bottom > *top) {
      areas.push_back({*top, *bottom, *column, ""});
    }
  }
  void End(std::string_view) override {}
  void Text(std::string_view) override {}

  std::vector<MergedArea> areas;
};

}  // namespace

void SheetHandler::Start(std::string_view name, const Attributes& attributes) {
  if (name == "row") {
    const auto number = static_cast<std::int64_t>(SizeOf(attributes["r"]));
    const std::int64_t before = row_.number;
    row_ = SheetRow();
    row_.number = number > before ? number : before + 1;
    bytes_ = 0;
    column_ = 0;
  } else if (name == "c") {
    StartCell(attributes);
  } else if (name == "rPh") {
    reading_ = true;
  } else if (name == "v" || name == "t") {
    in_value_ = !reading_;
  }
}

void SheetHandler::StartCell(const Attributes& attributes) {
  column_ = ColumnOf(attributes["r"]).value_or(column_);
  type_ = attributes["t"];
  style_ = SizeOf(attributes["s"]);
  value_.clear();
}

void SheetHandler::End(std::string_view name) {
  if (name == "v" || name == "t") in_value_ = false;
  if (name == "rPh") reading_ = false;
  if (name == "c") {
    EndCell();
    ++column_;
  } else if (name == "row") {
    rows_.push_back(std::move(row_));
    row_ = SheetRow();
    row_.number = rows_.back().number;
  }
}

void SheetHandler::Text(std::string_view text) {
  if (!in_value_) return;
  if (value_.size() + text.size() > limits_.bytes) {
    row_.fault = SheetFault::kTooLong;
  } else {
    value_ += text;
  }
}

void SheetHandler::EndCell() {
  std::string text = CellText();
  if (text.empty() || row_.fault != SheetFault::kNone) return;
  bytes_ += text.size();
  if (column_ >= limits_.fields) {
    row_.fault = SheetFault::kTooManyFields;
  } else if (bytes_ > limits_.bytes) {
    row_.fault = SheetFault::kTooLong;
  } else {
    if (row_.fields.size() <= column_) row_.fields.resize(column_ + 1);
    row_.fields[column_] = std::move(text);
  }
}

std::string SheetHandler::CellText() const {
  if (value_.empty()) return "";
  if (type_ == "s") return std::string(book_.strings()[SizeOf(value_)]);
  if (type_ == "inlineStr" || type_ == "str") return Unescaped(value_);
  if (type_ == "b") return value_ == "0" ? "FALSE" : "TRUE";
  // A day in ISO 8601 (d) and the word of an error (e).
  if (!type_.empty() && type_ != "n") return value_;
  const NumberForm form = book_.FormOf(style_);
  return form.is_date ? DateText(value_, book_.dates())
                      : NumberText(value_, form);
}

SheetReader::SheetReader(std::shared_ptr<const Workbook> book, PartReader part,
                         SheetLimits limits)
    : limits_(limits),
      book_(std::move(book)),
      part_(std::move(part)),
      handler_(std::make_unique<SheetHandler>(*book_, limits)),
      parser_(std::make_unique<XmlParser>(book_->package().path(), *handler_)) {
}

absl::StatusOr<SheetReader> SheetReader::Open(
    std::shared_ptr<const Workbook> book, const SheetPlace& place,
    SheetLimits limits) {
  const Package& package = book->package();
  // The areas stand behind the rows, so they are looked for first.
  MergedHandler merged;
  ASSIGN_OR_RETURN(PartReader first, package.Read(place.part, kMaxSheetPart));
  RETURN_IF_ERROR(ParsePart(std::move(first), package.path(), merged));
  ASSIGN_OR_RETURN(PartReader part, package.Read(place.part, kMaxSheetPart));
  SheetReader reader(std::move(book), std::move(part), limits);
  reader.merged_ = std::move(merged.areas);
  std::sort(reader.merged_.begin(), reader.merged_.end(),
            [](const MergedArea& a, const MergedArea& b) {
              return a.first_row < b.first_row;
            });
  return reader;
}

absl::StatusOr<const SheetRow*> SheetReader::Next() {
  while (handler_->rows().empty()) {
    if (at_end_) return nullptr;
    ASSIGN_OR_RETURN(const std::string_view bytes, part_.Next());
    RETURN_IF_ERROR(parser_->Feed(bytes));
    read_ += static_cast<std::int64_t>(bytes.size());
    at_end_ = bytes.empty();
  }
  row_ = std::move(handler_->rows().front());
  handler_->rows().pop_front();
  FillMerged();
  return &row_;
}

bool SheetReader::IsOpen(std::size_t column) const {
  return std::any_of(
      open_.begin(), open_.end(),
      [column](const MergedArea& area) { return area.column == column; });
}

void SheetReader::FillMerged() {
  std::vector<std::string>& fields = row_.fields;
  std::erase_if(open_, [this](const MergedArea& area) {
    return area.last_row < row_.number;
  });
  for (const MergedArea& area : open_) {
    if (area.text.empty()) continue;
    if (fields.size() <= area.column) fields.resize(area.column + 1);
    if (fields[area.column].empty()) fields[area.column] = area.text;
  }
  while (next_merged_ < merged_.size() &&
         merged_[next_merged_].first_row <= row_.number) {
    MergedArea area = merged_[next_merged_++];
    // Areas cannot overlap, so a column has one at a time.
    if (area.column >= limits_.fields || IsOpen(area.column)) continue;
    if (area.first_row == row_.number && area.column < fields.size()) {
      area.text = fields[area.column];
    }
    open_.push_back(std::move(area));
  }
}

}  // namespace spotcheck::client
