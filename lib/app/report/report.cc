// The page that a notary or an auditor files. It tells from which list the draw
// was made, how, by whom and when, with which result, and how anyone can
// recompute it. Before the opening it tells only what is public.

#include "absl/strings/str_cat.h"
#include "lib/app/draw/draws.h"
#include "lib/app/report/facts.h"
#include "lib/app/report/sections.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/text.h"

namespace spotcheck::app {

absl::StatusOr<std::string> DrawReport(const store::View& view,
                                       const RuleBook& book,
                                       const std::string& verifier_key,
                                       const ReportRequest& request) {
  ASSIGN_OR_RETURN(const ReportFacts facts,
                   LoadReportFacts(view, book, request.ref));
  const std::string task = rules::TaskName(facts.draw.task);
  ReportPage page(request.format, request.language);
  page.Title(
      {absl::StrCat("抽取报告 ", task, " 第 ", facts.draw.attempt, " 次"),
       absl::StrCat("Draw report ", task, ", attempt ", facts.draw.attempt)});
  AddSummary(facts, page);
  AddPeople(facts, page);
  AddTimes(facts, page);
  if (facts.draw.state == AttemptState::kOpened) {
    RETURN_IF_ERROR(AddOpened(view, facts, page));
  } else {
    page.Paragraph({"检查完成并公开之前，只列出协议规定可公开的内容。",
                    "Until the visits are done and the draw is opened, only "
                    "what the protocol calls public is shown."});
  }
  AddHistory(facts, page);
  AddHowToVerify(facts, verifier_key, page);
  return page.Finish();
}

}  // namespace spotcheck::app
