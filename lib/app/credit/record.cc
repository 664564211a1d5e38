#include "lib/app/credit/record.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/app/common/errors.h"
#include "lib/app/common/fields.h"
#include "lib/app/credit/consequences.h"
#include "lib/app/credit/errors.h"
#include "lib/app/credit/lists_propose.h"
#include "lib/app/credit/protection.h"
#include "lib/base/status_macros.h"
#include "lib/rules/law/authority.h"
#include "lib/rules/law/drawn_unit.h"
#include "lib/rules/law/product_key.h"
#include "lib/rules/law/task_rules.h"
#include "lib/store/events/events.h"
#include "lib/store/read/registers.h"
#include "lib/store/read/units.h"

namespace spotcheck::app {
namespace {

using store::Severity;
using store::Verdict;

// `name` is the item's place in the request, e.g. items[3].
absl::Status CheckItem(const store::TestItem& item, const std::string& name) {
  RETURN_IF_ERROR(
      ReadText(item.item,
               {{name + ".item"}, kMaxNameLength, Presence::kRequired})
          .status());
  RETURN_IF_ERROR(
      ReadText(item.requirement, {{name + ".requirement"}, kMaxItemText})
          .status());
  RETURN_IF_ERROR(
      ReadText(item.measured, {{name + ".measured"}, kMaxItemText}).status());
  if (item.verdict == Verdict::kPending) {
    return credit_errors::VerdictNotFinal({name + ".verdict"});
  }
  return absl::OkStatus();
}

absl::Status CheckItems(const std::vector<store::TestItem>& items) {
  const auto count = static_cast<std::int64_t>(items.size());
  if (count > kMaxTestItems) {
    return credit_errors::TooManyItems(count, kMaxTestItems);
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    RETURN_IF_ERROR(CheckItem(items[i], absl::StrCat("items[", i, "]")));
  }
  return absl::OkStatus();
}

// A failure must have a severity, and a pass must have none.
absl::Status CheckVerdict(const ResultInput& input) {
  const bool has_severity = input.severity != Severity::kNone;
  switch (input.verdict) {
    case Verdict::kPending:
      return credit_errors::VerdictNotFinal({"verdict"});
    case Verdict::kPass:
      if (has_severity) return credit_errors::SeverityWithoutFailure();
      break;
    case Verdict::kFail:
      if (!has_severity) return credit_errors::SeverityMissing();
      break;
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> ReadReportNumber(const std::string& typed) {
  return ReadIdentifier(typed,
                        {{"report_no"}, kMaxNameLength, Presence::kRequired});
}

// Checks the input by itself, before any table is read.
absl::Status CheckInput(const ResultInput& input) {
  RETURN_IF_ERROR(CheckVerdict(input));
  RETURN_IF_ERROR(ReadReportNumber(input.report_no).status());
  return CheckItems(input.items);
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
  ASSIGN_OR_RETURN(const std::string payload,
                   view.OpenPayload(drawn.commit_leaf_index, "plan"));
  ASSIGN_OR_RETURN(const store::TaskPlan task,
                   store::DecodePayload<store::TaskPlan>(payload));
  RETURN_IF_ERROR(
      rules::ValidateSampled(check.sampled, {task.plan.as_of, today}));
  ASSIGN_OR_RETURN(check.authority,
                   rules::AuthorityOfTask(task.plan.authority, task.plan.level,
                                          task.plan.region));
  check.purpose = task.plan.purpose;
  return absl::OkStatus();
}

absl::StatusOr<store::CheckRecord> MakeCheck(const store::View& view,
                                             const store::DrawnLine& drawn,
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
  ASSIGN_OR_RETURN(check.check, rules::MakeCheckId(check.lab, check.report_no));
  ASSIGN_OR_RETURN(const auto standing, store::FindReport(view, check.check));
  if (!standing) return check;
  return credit_errors::ReportNumberConflict(standing->record, check);
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
  ASSIGN_OR_RETURN(check, MakeCheck(tx, drawn, line->record, input));
  RETURN_IF_ERROR(FillFromPlan(tx, drawn, today, check));
  GradeAnswer before = ExplainGrade(book.scheme, facts, today);
  ASSIGN_OR_RETURN(answer.journal_index,
                   tx.Append(store::ResultRecorded{check}));
  answer.check.leaf_index = answer.journal_index;
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
