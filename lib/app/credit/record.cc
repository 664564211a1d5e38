#include "lib/app/credit/record.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "lib/app/common/errors.h"
#include "lib/app/common/fields.h"
#include "lib/app/credit/consequences.h"
#include "lib/app/credit/drawn.h"
#include "lib/app/credit/errors.h"
#include "lib/app/credit/finding.h"
#include "lib/app/credit/lists_propose.h"
#include "lib/app/credit/protection.h"
#include "lib/app/register/line_finder.h"
#include "lib/base/status_macros.h"
#include "lib/rules/law/drawn_unit.h"
#include "lib/rules/law/product_key.h"
#include "lib/rules/law/task_rules.h"
#include "lib/store/events/events.h"
#include "lib/store/read/registers.h"
#include "lib/store/read/units.h"

namespace spotcheck::app {
namespace {

using store::Verdict;

absl::StatusOr<std::string> ReadReportNumber(const std::string& typed) {
  return ReadIdentifier(typed,
                        {{"report_no"}, kMaxNameLength, Presence::kRequired});
}

// Checks the input by itself, before any table is read.
absl::Status CheckInput(const ResultInput& input) {
  RETURN_IF_ERROR(CheckVerdict(input.verdict, input.severity));
  RETURN_IF_ERROR(ReadReportNumber(input.report_no).status());
  return CheckItems({input.verdict, input.items, input.explanation});
}

bool HasResultOf(const CreditFacts& facts, const ResultInput& input) {
  return std::any_of(facts.checks.begin(), facts.checks.end(),
                     [&input](const store::StoredCheck& check) {
                       return check.record.task == input.task &&
                              check.record.line == input.line;
                     });
}

// Finds the drawn line and refuses it if it cannot take a result.
absl::StatusOr<store::DrawnLine> FindOpenLine(const store::View& view,
                                              const CreditFacts& facts,
                                              const ResultInput& input) {
  const store::DrawnLineKey key{input.task, input.usci, input.line};
  ASSIGN_OR_RETURN(auto drawn, store::FindDrawnLine(view, key));
  if (!drawn) return credit_errors::LineNotDrawn(key);
  ASSIGN_OR_RETURN(const auto holder, store::OpenHoldOf(view, input.line));
  const auto problem = rules::WhyNoResult(
      {.unit = drawn->unit,
       .hold = drawn->hold,
       .has_result = HasResultOf(facts, input),
       .held_elsewhere = holder && *holder != drawn->hold_id});
  if (problem) return credit_errors::HoldNotOpen(key, *problem);
  return *std::move(drawn);
}

// Fills in the authority and purpose of the check from the plan of the attempt
// that drew the line, and refuses a sampling day before the plan's as-of day or
// after today.
absl::Status FillFromPlan(const store::View& view,
                          const store::DrawnLine& drawn, CivilDate today,
                          store::CheckRecord& check) {
  ASSIGN_OR_RETURN(const store::TaskPlan task, PlanOfDrawn(view, drawn));
  RETURN_IF_ERROR(
      rules::ValidateSampled(check.sampled, {task.plan.as_of, today}));
  ASSIGN_OR_RETURN(check.authority, AuthorityOf(task.plan));
  check.purpose = task.plan.purpose;
  return absl::OkStatus();
}

// True if the standing check is the same report, which some body has already
// sent in without saying that a task had drawn the line. A pending one gets its
// conclusion.
absl::StatusOr<bool> IsSameReport(const store::CheckRecord& standing,
                                  const store::CheckRecord& given) {
  ASSIGN_OR_RETURN(const bool one_line, AreOneLine(standing, given));
  const bool same_finding = standing.verdict == Verdict::kPending ||
                            (standing.verdict == given.verdict &&
                             standing.severity == given.severity);
  return one_line && same_finding && standing.task.empty() &&
         standing.authority == given.authority &&
         standing.sampled == given.sampled && standing.lab == given.lab;
}

// Gives the check the id of its report. A report that stands as another check
// is refused; one that stands as this very check is adopted under its id.
absl::Status GiveId(const store::View& view, store::CheckRecord& check) {
  ASSIGN_OR_RETURN(check.check, rules::MakeCheckId(check.lab, check.report_no));
  ASSIGN_OR_RETURN(const auto standing, store::FindReport(view, check.check));
  if (!standing) return absl::OkStatus();
  ASSIGN_OR_RETURN(const bool same, IsSameReport(standing->record, check));
  if (!same)
    return credit_errors::ReportNumberConflict(standing->record, check);
  check.check = standing->record.check;
  return absl::OkStatus();
}

absl::StatusOr<store::CheckRecord> MakeCheck(const store::DrawnLine& drawn,
                                             const store::ProductRecord& line,
                                             const ResultInput& input) {
  store::CheckRecord check;
  check.usci = input.usci;
  check.line = input.line;
  check.product_name = line.product_name;
  check.standard = line.standard;
  check.trademark = line.trademark;
  check.model = line.model;
  check.sampled = input.sampled;
  check.verdict = input.verdict;
  check.severity = input.severity;
  ASSIGN_OR_RETURN(check.report_no, ReadReportNumber(input.report_no));
  check.lab = drawn.lab;
  check.task = input.task;
  check.items = input.items;
  check.explanation = input.explanation;
  return check;
}

// Keeps only the reasons that come from this check.
std::vector<rules::ProtectionReason> ProtectionBy(
    const CheckId& check, std::vector<rules::ProtectionReason> reasons) {
  reasons.erase(std::remove_if(reasons.begin(), reasons.end(),
                               [&check](const rules::ProtectionReason& reason) {
                                 return reason.check != check;
                               }),
                reasons.end());
  return reasons;
}

}  // namespace

absl::StatusOr<ResultAnswer> RecordResult(store::Transaction& tx,
                                          const RuleBook& book, CivilDate today,
                                          const ResultInput& input) {
  RETURN_IF_ERROR(CheckInput(input));
  ASSIGN_OR_RETURN(CreditFacts facts, LoadCreditFacts(tx, input.usci));
  ASSIGN_OR_RETURN(const store::DrawnLine drawn,
                   FindOpenLine(tx, facts, input));
  ASSIGN_OR_RETURN(const auto line,
                   store::FindProduct(tx, input.usci, input.line));
  if (!line) return register_errors::ProductNotFound(input.usci, input.line);
  ResultAnswer answer;
  answer.check.product = line->product;
  store::CheckRecord& check = answer.check.record;
  ASSIGN_OR_RETURN(check, MakeCheck(drawn, line->record, input));
  RETURN_IF_ERROR(FillFromPlan(tx, drawn, today, check));
  RETURN_IF_ERROR(GiveId(tx, check));
  GradeAnswer before = ExplainGrade(book.scheme, facts, today);
  ASSIGN_OR_RETURN(answer.journal_index,
                   tx.Append(store::ResultRecorded{check}));
  answer.check.leaf_index = answer.journal_index;
  std::erase_if(facts.checks, [&check](const store::StoredCheck& adopted) {
    return adopted.record.check == check.check;
  });
  facts.checks.push_back(answer.check);
  answer.grade = ExplainGrade(book.scheme, facts, today);
  std::vector<store::ListEntryRecord> proposals;
  if (check.verdict == Verdict::kFail) {
    ASSIGN_OR_RETURN(proposals,
                     ProposeListEntries(tx, book, today, check.usci));
  }
  const rules::TaskPolicies policies = PoliciesOn(book, today);
  const auto earlier = EarlierChecksOf(facts.checks);
  const auto in_force = policies.For(check.usci);
  answer.consequences = ConsequencesOf(
      {answer.check, *line, drawn.hold_id, in_force,
       ProtectionBy(check.check,
                    ProtectionOf({in_force, today, earlier}, *line)),
       std::move(before), answer.grade, std::move(proposals)});
  return answer;
}

}  // namespace spotcheck::app
