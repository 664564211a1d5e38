#ifndef SPOTCHECK_LIB_APP_REPORT_PAGE_H_
#define SPOTCHECK_LIB_APP_REPORT_PAGE_H_

// Writes a page in one language from sections of sentences and tables, as
// Markdown or HTML. Any text may come in: characters that the format would read
// as markup are escaped, so a cell stays a cell.

#include <string>
#include <string_view>
#include <vector>

#include "lib/app/draw/draws.h"
#include "lib/base/error.h"

namespace spotcheck::app {

using Cells = std::vector<std::string>;

struct ReportTable {
  Localized caption;
  std::vector<Localized> head;  // names of the columns; none for facts
  std::vector<Cells> rows;      // if there are none, the page says so
};
struct Fact {
  Localized name;
  std::string value;
};

class ReportPage {
 public:
  ReportPage(ReportFormat format, Language language)
      : format_(format), language_(language) {}

  std::string Say(const Localized& text) const;

  // Must be called once, before all others; the text is also the title of the
  // HTML document.
  void Title(const Localized& text);
  void Section(const Localized& text);
  void Paragraph(const Localized& text);
  // Adds a command for the reader to type.
  void Command(const std::string& line);
  void Table(const ReportTable& table);
  // Adds a table without head, each row a name and its value.
  void Facts(const Localized& caption, const std::vector<Fact>& facts);
  // Answers the whole document.
  std::string Finish() const;

 private:
  enum class Cell : std::uint8_t { kColumnName, kRowName, kValue };

  std::string Escape(const std::string& text) const;
  struct Markup {
    std::string_view before;
    std::string_view after;
  };
  // Adds the text between the marks of the page's format.
  void Add(const std::string& text, const Markup& markdown, const Markup& html);
  void MarkdownTable(const ReportTable& table);
  void HtmlTable(const ReportTable& table);
  std::string HtmlCell(Cell kind, const std::string& text) const;

  ReportFormat format_;
  Language language_;
  std::string title_;
  std::string text_;
};

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REPORT_PAGE_H_
