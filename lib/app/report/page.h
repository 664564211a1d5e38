#ifndef SPOTCHECK_LIB_APP_REPORT_PAGE_H_
#define SPOTCHECK_LIB_APP_REPORT_PAGE_H_

// One page in one language, as sections of sentences and tables; how they are
// marked up is the format's business. Whatever text comes in, a cell stays a
// cell: what a format would read as markup is escaped.

#include <string>
#include <vector>

#include "lib/app/draw/draws.h"
#include "lib/base/error.h"

namespace spotcheck::app {

using Cells = std::vector<std::string>;

// A head of column names; or facts, whose rows are a name and its value.
struct ReportTable {
  Localized caption;
  std::vector<Localized> head;  // empty for facts
  std::vector<Cells> rows;      // none: the page says so
};

class ReportPage {
 public:
  ReportPage(ReportFormat format, Language language)
      : format_(format), language_(language) {}

  std::string Say(const Localized& text) const;

  // Once, first: also the name of the HTML document.
  void Title(const Localized& text);
  void Section(const Localized& text);
  void Paragraph(const Localized& text);
  // A line to type.
  void Command(const std::string& line);
  void Table(const ReportTable& table);
  // The whole document.
  std::string Finish() const;

 private:
  enum class Cell : std::uint8_t { kColumnName, kRowName, kValue };

  std::string Escape(const std::string& text) const;
  void Heading(const std::string& text, int level);
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
