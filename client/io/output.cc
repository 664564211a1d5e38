#include "client/io/output.h"

#include <algorithm>
#include <iostream>
#include <utility>

#include "client/io/csv.h"
#include "client/io/errors.h"
#include "client/io/fields.h"
#include "client/io/harmless.h"
#include "client/io/message_text.h"
#include "client/io/sheet_output.h"
#include "client/io/width.h"
#include "lib/base/status_macros.h"
#include "lib/cli/output.h"

namespace spotcheck::client {
namespace {

using google::protobuf::Message;
using Cells = std::vector<std::string>;

constexpr std::size_t kGap = 2;  // columns between two cells

Cells Titles(const Section& section, Language language) {
  Cells cells;
  for (const Column& column : section.columns) {
    cells.push_back(In(language, column.title));
  }
  return cells;
}

Cells FieldNames(const Section& section) {
  Cells cells;
  for (const Column& column : section.columns) {
    std::string_view name = column.field;
    while (!name.empty() && name.front() == '^') name.remove_prefix(1);
    cells.emplace_back(name);
  }
  return cells;
}

Cells Values(const Section& section, const Lineage& row,
             const Wording& wording) {
  Cells cells;
  for (const Column& column : section.columns) {
    cells.push_back(FieldText(row, column.field, wording));
  }
  return cells;
}

std::vector<std::size_t> Widths(const std::vector<Cells>& rows) {
  std::vector<std::size_t> widths;
  for (const Cells& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], DisplayWidth(row[i]));
    }
  }
  return widths;
}

// Cells are cut only where the terminal has an end, and never the first: it
// names the row.
std::string FormatRow(const Cells& row, const std::vector<std::size_t>& widths,
                      std::size_t columns) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const bool whole = columns == 0 || i == 0;
    const std::string cell = whole ? row[i] : CutTo(row[i], widths[i]);
    line += i + 1 == row.size() ? cell : PadRight(cell, widths[i] + kGap);
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line + '\n';
}

Cells Printable(Cells cells) {
  for (std::string& cell : cells) cell = ForTerminal(cell);
  return cells;
}

// One field a line: its name and its value.
std::string FormatPairs(const Section& section, const Lineage& row,
                        Language language) {
  std::vector<Cells> lines;
  for (const Column& column : section.columns) {
    std::string value = FieldText(row, column.field, language);
    if (value.empty()) continue;
    lines.push_back(Printable({In(language, column.title), std::move(value)}));
  }
  const std::vector<std::size_t> widths = Widths(lines);
  std::string text;
  for (const Cells& line : lines) text += FormatRow(line, widths, 0);
  return text;
}

std::string FormatSection(const Message& answer, const Section& section,
                          const Output& output) {
  const Language language = output.language();
  const std::vector<Lineage> rows = RowsAt(answer, section.rows);
  if (section.rows.empty()) {
    return FormatPairs(section, rows.front(), language);
  }
  std::vector<Cells> table = {Titles(section, language)};
  for (const Lineage& row : rows) {
    table.push_back(Values(section, row, language));
  }
  return FormatTable(table, output.columns());
}

std::string FormatSections(const Message& answer, const View& view,
                           const Output& output) {
  std::string text;
  for (const Section& section : view) {
    if (view.size() > 1 && (section.place == Place::kAside ||
                            RowsAt(answer, section.rows).empty())) {
      continue;
    }
    if (!text.empty()) text += '\n';
    const std::string title = In(output.language(), section.title);
    if (!title.empty()) text += title + '\n';
    text += FormatSection(answer, section, output);
  }
  return text;
}

std::string CsvLine(Cells cells, CsvStyle style) {
  if (style == CsvStyle::kSpreadsheet) {
    for (std::string& cell : cells) cell = Harmless(cell);
  }
  return FormatCsvRecord(cells);
}

// The mark by which spreadsheets know UTF-8; it begins their files.
std::string ByteOrderMark(CsvStyle style) {
  return style == CsvStyle::kSpreadsheet ? "\xEF\xBB\xBF" : "";
}

std::string FormatCsv(const Message& answer, Section section,
                      const Output& output) {
  section.columns.insert(section.columns.begin(), section.context.begin(),
                         section.context.end());
  std::string text =
      ByteOrderMark(output.csv()) + CsvLine(FieldNames(section), output.csv());
  for (const Lineage& row : RowsAt(answer, section.rows)) {
    text += CsvLine(Values(section, row, {output.language(), Codes::kKept}),
                    output.csv());
  }
  return text;
}

const Section& MainOf(const View& view) {
  for (const Section& section : view) {
    if (section.place == Place::kMain) return section;
  }
  return view.front();
}

// The view, or of it the part that was asked for.
absl::StatusOr<View> PartOf(const View& view, const std::string& part) {
  if (part.empty()) return view;
  std::string known;
  for (const Section& section : view) {
    if (PartName(section) == part) return View{section};
    known += (known.empty() ? "" : " ") + std::string(PartName(section));
  }
  return UnknownPartError(part, {known, known});
}

absl::StatusOr<std::string> FormatJsonLines(const Message& answer,
                                            const View& view) {
  if (view.size() != 1) return MessageJson(answer, JsonLayout::kOneLine);
  std::string text;
  for (const Lineage& row : RowsAt(answer, view.front().rows)) {
    ASSIGN_OR_RETURN(const std::string line,
                     MessageJson(*row.back(), JsonLayout::kOneLine));
    text += line;
  }
  return text;
}

}  // namespace

std::string FormatTable(const std::vector<Cells>& rows, std::size_t columns) {
  std::vector<Cells> cells;
  for (const Cells& row : rows) cells.push_back(Printable(row));
  const std::vector<std::size_t> widths =
      FitWidths(Widths(cells), kGap, columns);
  std::string text;
  for (const Cells& row : cells) text += FormatRow(row, widths, columns);
  return text;
}

namespace {

struct KeyWord {
  std::string_view key;
  std::string_view zh;
};
// The keys of what the program itself answers, for people; in English they are
// words already.
constexpr KeyWord kKeyWords[] = {{"read", "读取"},
                                 {"new", "新增"},
                                 {"changed", "更改"},
                                 {"unchanged", "未变"},
                                 {"refused", "拒绝"},
                                 {"filled", "录入被抽产品的结果"},
                                 {"new_lines", "新产品"},
                                 {"proposals", "名单提议"},
                                 {"rejected_file", "被拒绝的行"},
                                 {"severity_assumed", "按一般计的不合格"},
                                 {"restored", "已还原的编号"},
                                 {"lost", "丢失的值"},
                                 {"unknown_states", "不认识的状态"},
                                 {"unread_columns", "未读取的列"},
                                 {"unread_values", "无法读取的值"},
                                 {"one_of_that_name", "名录中有一家同名"},
                                 {"several_of_that_name", "有多家同名"},
                                 {"none_of_that_name", "没有同名"},
                                 {"proposal_file", "待确认的文件"},
                                 {"folder", "目录"},
                                 {"files", "文件"},
                                 {"format", "格式"},
                                 {"name", "姓名"},
                                 {"organisation", "单位"},
                                 {"key", "公钥"},
                                 {"witness_name", "见证人"},
                                 {"commitment", "承诺"},
                                 {"task", "任务"},
                                 {"attempt", "第几次"},
                                 {"previous", "前一承诺"},
                                 {"suite", "杂凑算法"}};

std::string KeyTitle(const std::string& key, Language language) {
  if (language == Language::kZh) {
    for (const KeyWord& word : kKeyWords) {
      if (word.key == key) return std::string(word.zh);
    }
  }
  return key;
}

}  // namespace

std::string_view PartName(const Section& section) {
  if (section.rows.empty()) return "summary";
  // npos + 1 is 0: the whole of a path of one word.
  return section.rows.substr(section.rows.rfind('.') + 1);
}

absl::Status Output::Show(const Message& answer, const View& whole) const {
  ASSIGN_OR_RETURN(const View view, PartOf(whole, part_));
  std::string text;
  switch (format_) {
    case Format::kTable:
      text = FormatSections(answer, view, *this);
      break;
    case Format::kJson: {
      ASSIGN_OR_RETURN(text, MessageJson(answer, JsonLayout::kIndented));
      break;
    }
    case Format::kJsonLines: {
      ASSIGN_OR_RETURN(text, FormatJsonLines(answer, view));
      break;
    }
    case Format::kCsv:
      text = FormatCsv(answer, MainOf(view), *this);
      break;
    case Format::kXlsx: {
      ASSIGN_OR_RETURN(text, FormatWorkbook(answer, view, language_));
      break;
    }
  }
  return ShowText(text);
}

absl::Status Output::Show(const Json& object) const {
  if (format_ == Format::kJson) return ShowText(JsonText(object));
  if (format_ == Format::kJsonLines) {
    return ShowText(
        object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
  }
  Cells names;
  Cells values;
  for (const auto& [key, value] : object.items()) {
    names.push_back(key);
    const std::string* text = value.get_ptr<const std::string*>();
    values.push_back(text != nullptr ? *text : value.dump());
  }
  if (format_ == Format::kCsv) {
    return ShowText(ByteOrderMark(csv_) + CsvLine(names, csv_) +
                    CsvLine(values, csv_));
  }
  if (format_ == Format::kXlsx) {
    for (std::string& name : names) name = KeyTitle(name, language_);
    ASSIGN_OR_RETURN(const std::string book, FormatWorkbook(names, values));
    return ShowText(book);
  }
  std::vector<Cells> lines;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (values[i].empty()) continue;
    lines.push_back({KeyTitle(names[i], language_), values[i]});
  }
  return ShowText(FormatTable(lines));
}

absl::Status Output::ShowText(std::string_view text) const {
  return WriteText(std::cout, text);
}

ListPrinter::ListPrinter(Output output, Section section,
                         std::vector<std::string> fields)
    : output_(std::move(output)),
      section_(std::move(section)),
      fields_(std::move(fields)) {}

// Leaves the chosen fields of every row of the list.
absl::StatusOr<std::string> ListPrinter::ChosenJson(const Message& page) const {
  ASSIGN_OR_RETURN(const std::string text,
                   MessageJson(page, JsonLayout::kOneLine));
  Json whole = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  const std::string rows(section_.rows);
  std::string lines;
  Json kept = Json::array();
  for (const Json& row : whole[rows]) {
    Json chosen = KeepFields(row, fields_);
    lines += chosen.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    kept.push_back(std::move(chosen));
  }
  if (output_.format() == Format::kJsonLines) return lines;
  whole[rows] = std::move(kept);
  return JsonText(whole);
}

absl::Status ListPrinter::Page(const Message& page) {
  RETURN_IF_ERROR(PartOf({section_}, output_.part()).status());
  if (output_.format() == Format::kJson) {
    if (joined_ == nullptr) joined_.reset(page.New());
    joined_->MergeFrom(page);
    return absl::OkStatus();
  }
  if (output_.format() == Format::kJsonLines) {
    if (fields_.empty()) return output_.Show(page, {section_});
    ASSIGN_OR_RETURN(const std::string lines, ChosenJson(page));
    return output_.ShowText(lines);
  }
  if (output_.format() == Format::kXlsx) return AddToWorkbook(page);
  std::vector<Cells> rows;
  const bool csv = output_.format() == Format::kCsv;
  const bool first = !std::exchange(header_printed_, true);
  if (first) {
    rows.push_back(csv ? FieldNames(section_)
                       : Titles(section_, output_.language()));
  }
  for (const Lineage& row : RowsAt(page, section_.rows)) {
    Cells cells =
        Values(section_, row,
               {output_.language(), csv ? Codes::kKept : Codes::kInWords});
    rows.push_back(csv ? std::move(cells) : Printable(std::move(cells)));
  }
  if (widths_.empty()) {
    widths_ = FitWidths(Widths(rows), kGap, output_.columns());
  }
  std::string text = first && csv ? ByteOrderMark(output_.csv()) : "";
  for (const Cells& row : rows) {
    text += csv ? CsvLine(row, output_.csv())
                : FormatRow(row, widths_, output_.columns());
  }
  return output_.ShowText(text);
}

absl::Status ListPrinter::AddToWorkbook(const Message& page) {
  const Language language = output_.language();
  if (!workbook_.has_value()) {
    ASSIGN_OR_RETURN(workbook_, WorkbookWriter::Create());
    RETURN_IF_ERROR(workbook_->AddSheet(SheetName(section_, language),
                                        SheetTitles(page, section_, language)));
  }
  return AddRows(page, section_, language, *workbook_);
}

absl::Status ListPrinter::End() {
  if (workbook_.has_value()) {
    ASSIGN_OR_RETURN(const std::string book, workbook_->Finish());
    return output_.ShowText(book);
  }
  if (joined_ == nullptr) return absl::OkStatus();
  const auto* token =
      joined_->GetDescriptor()->FindFieldByName("next_page_token");
  if (token != nullptr)
    joined_->GetReflection()->ClearField(joined_.get(), token);
  if (fields_.empty()) return output_.Show(*joined_, {section_});
  ASSIGN_OR_RETURN(const std::string text, ChosenJson(*joined_));
  return output_.ShowText(text);
}

}  // namespace spotcheck::client
