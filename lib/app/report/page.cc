#include "lib/app/report/page.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace spotcheck::app {
namespace {

// Hexadecimal texts of at least kMinHex characters, which are digests and keys,
// are set in small type and may break anywhere. Numbers, codes and times of at
// most kMaxUnbroken characters, the length of a time with microseconds, stay on
// one line.
constexpr std::size_t kMinHex = 32;
constexpr std::size_t kMaxUnbroken = 27;

// The style serves screens and A4 paper: a table's head is repeated on each
// page, and no row is cut in two.
constexpr char kStyle[] = R"(
@page{size:A4;margin:16mm 14mm}
body{max-width:62em;margin:2em auto;padding:0 1em;color:#000;background:#fff;
 font-family:"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",
 "PingFang SC",sans-serif;line-height:1.5}
h1{font-size:1.5em;border-bottom:2px solid #000;padding-bottom:.3em}
h2{font-size:1.15em;margin:1.8em 0 .4em;break-after:avoid}
table{border-collapse:collapse;width:100%;margin:.4em 0 1.2em;font-size:.9em}
caption{text-align:left;font-weight:bold;padding:.2em 0;break-after:avoid}
th,td{border:1px solid #888;padding:.2em .5em;text-align:left;
 vertical-align:top}
th{background:#eee;overflow-wrap:break-word}
td{overflow-wrap:anywhere}
th[scope=row]{width:13em;font-weight:normal}
.hex{font-family:monospace,monospace;font-size:.85em;word-break:break-all}
.short{white-space:nowrap}
pre{background:#eee;padding:.5em;white-space:pre-wrap;overflow-wrap:anywhere}
@media print{
 body{max-width:none;margin:0;padding:0;font-size:9.5pt}
 thead{display:table-header-group}
 tr{break-inside:avoid}
 th,pre{print-color-adjust:exact}
})";

bool IsHex(const std::string& text) {
  return text.size() >= kMinHex &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) {
           return absl::ascii_isdigit(c) || (c >= 'a' && c <= 'f');
         });
}

// True for a number, a code or a time.
bool IsShort(const std::string& text) {
  return !text.empty() && text.size() <= kMaxUnbroken &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) {
           return absl::ascii_isalnum(c) || c == '-' || c == ':' || c == '.' ||
                  c == '/' || c == '_';
         });
}

std::string ClassOf(const std::string& text) {
  if (IsHex(text)) return " class=\"hex\"";
  return IsShort(text) ? " class=\"short\"" : "";
}

}  // namespace

std::string ReportPage::Say(const Localized& text) const {
  switch (language_) {
    case Language::kZh:
      return text.zh;
    case Language::kEn:
      return text.en;
  }
  return text.en;
}

std::string ReportPage::Escape(const std::string& text) const {
  switch (format_) {
    case ReportFormat::kMarkdown:
      return absl::StrReplaceAll(text, {{"\\", "\\\\"},
                                        {"|", "\\|"},
                                        {"`", "\\`"},
                                        {"*", "\\*"},
                                        {"[", "\\["},
                                        {"]", "\\]"},
                                        {"\n", " "},
                                        {"\r", " "},
                                        {"<", "&lt;"},
                                        {"&", "&amp;"}});
    case ReportFormat::kHtml:
      return absl::StrReplaceAll(
          text,
          {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}});
  }
  return text;
}

void ReportPage::Add(const std::string& text, const Markup& markdown,
                     const Markup& html) {
  const Markup& markup = format_ == ReportFormat::kHtml ? html : markdown;
  text_.append(markup.before).append(text).append(markup.after);
}

void ReportPage::Title(const Localized& text) {
  title_ = Say(text);
  Add(Escape(title_), {"# ", "\n\n"}, {"<h1>", "</h1>\n"});
}

void ReportPage::Section(const Localized& text) {
  Add(Escape(Say(text)), {"## ", "\n\n"}, {"<h2>", "</h2>\n"});
}

void ReportPage::Paragraph(const Localized& text) {
  Add(Escape(Say(text)), {"", "\n\n"}, {"<p>", "</p>\n"});
}

void ReportPage::Command(const std::string& line) {
  const std::string shown = format_ == ReportFormat::kHtml
                                ? Escape(line)
                                : absl::StrReplaceAll(line, {{"\n", " "}});
  Add(shown, {"    ", "\n\n"}, {"<pre>", "</pre>\n"});
}

void ReportPage::Facts(const Localized& caption,
                       const std::vector<Fact>& facts) {
  ReportTable table{caption, {}, {}};
  for (const Fact& fact : facts) {
    table.rows.push_back({Say(fact.name), fact.value});
  }
  Table(table);
}

void ReportPage::Table(const ReportTable& table) {
  if (table.rows.empty()) {
    Paragraph({absl::StrCat(table.caption.zh, "：无"),
               absl::StrCat(table.caption.en, ": none")});
    return;
  }
  switch (format_) {
    case ReportFormat::kMarkdown:
      MarkdownTable(table);
      return;
    case ReportFormat::kHtml:
      HtmlTable(table);
      return;
  }
}

void ReportPage::MarkdownTable(const ReportTable& table) {
  const auto row = [this](const Cells& cells) {
    absl::StrAppend(&text_, "|");
    for (const std::string& cell : cells) {
      absl::StrAppend(&text_, " ", Escape(cell), " |");
    }
    absl::StrAppend(&text_, "\n");
  };
  Cells names;
  for (const Localized& name : table.head) names.push_back(Say(name));
  if (names.empty()) names = {Say({"项目", "Item"}), Say({"内容", "Value"})};
  absl::StrAppend(&text_, "**", Escape(Say(table.caption)), "**\n\n");
  row(names);
  row(Cells(names.size(), "---"));
  for (const Cells& cells : table.rows) row(cells);
  absl::StrAppend(&text_, "\n");
}

std::string ReportPage::HtmlCell(Cell kind, const std::string& text) const {
  switch (kind) {
    case Cell::kColumnName:
      return absl::StrCat("<th scope=\"col\">", Escape(text), "</th>");
    case Cell::kRowName:
      return absl::StrCat("<th scope=\"row\">", Escape(text), "</th>");
    case Cell::kValue:
      return absl::StrCat("<td", ClassOf(text), ">", Escape(text), "</td>");
  }
  return "";
}

void ReportPage::HtmlTable(const ReportTable& table) {
  absl::StrAppend(&text_, "<table>\n<caption>", Escape(Say(table.caption)),
                  "</caption>\n");
  if (!table.head.empty()) {
    absl::StrAppend(&text_, "<thead>\n<tr>");
    for (const Localized& name : table.head) {
      absl::StrAppend(&text_, HtmlCell(Cell::kColumnName, Say(name)));
    }
    absl::StrAppend(&text_, "</tr>\n</thead>\n");
  }
  absl::StrAppend(&text_, "<tbody>\n");
  for (const Cells& cells : table.rows) {
    absl::StrAppend(&text_, "<tr>");
    Cell kind = table.head.empty() ? Cell::kRowName : Cell::kValue;
    for (const std::string& cell : cells) {
      absl::StrAppend(&text_, HtmlCell(kind, cell));
      kind = Cell::kValue;
    }
    absl::StrAppend(&text_, "</tr>\n");
  }
  absl::StrAppend(&text_, "</tbody>\n</table>\n");
}

std::string ReportPage::Finish() const {
  if (format_ == ReportFormat::kMarkdown) return text_;
  return absl::StrCat(
      "<!DOCTYPE html>\n<html lang=\"",
      language_ == Language::kZh ? "zh-CN" : "en",
      "\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
      Escape(title_), "</title>\n<style>", kStyle, "\n</style>\n</head>\n",
      "<body>\n", text_, "</body>\n</html>\n");
}

}  // namespace spotcheck::app
