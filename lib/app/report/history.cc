// The report's history of attempts. Counts are for everyone; the reason of a
// withdrawal is shown once its attempt is opened.

#include <map>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/app/draw/reasons.h"
#include "lib/app/report/sections.h"
#include "lib/base/beijing_time.h"
#include "lib/rules/law/words.h"
#include "lib/store/read/units.h"

namespace spotcheck::app {
namespace {

void AddAttempts(const ReportFacts& facts, ReportPage& page) {
  ReportTable table;
  table.caption = {"本任务的各次抽取", "The task's attempts"};
  table.head = {{"次", "Attempt"},      {"补抽第几次", "Replaces for"},
                {"状态", "State"},      {"承诺时间", "Committed at"},
                {"操作人", "Operator"}, {"承诺值", "Commitment"},
                {"撤回", "Withdrawn"},  {"待补", "Due"}};
  for (const PastAttempt& past : facts.history) {
    const store::StoredAttempt& attempt = past.summary.attempt;
    table.rows.push_back(
        {std::to_string(attempt.attempt), absl::StrJoin(past.replaces, ", "),
         page.Say(InWords(attempt.state)),
         FormatUtcMicros(attempt.committed_at), attempt.operator_name,
         attempt.commitment, std::to_string(past.summary.withdrawn),
         std::to_string(past.summary.due)});
  }
  page.Table(table);
}

void AddVoids(const ReportFacts& facts, ReportPage& page) {
  ReportTable table;
  table.caption = {"作废的抽取", "Void attempts"};
  table.head = {{"次", "Attempt"},
                {"理由", "Reason"},
                {"申请人", "Asked by"},
                {"批准人", "Approved by"},
                {"日志序号", "Journal index"}};
  for (const PastAttempt& past : facts.history) {
    for (const store::StoredApproval& decision : past.decisions) {
      if (decision.kind != store::ApprovalKind::kVoid) continue;
      table.rows.push_back({std::to_string(decision.attempt), decision.reason,
                            decision.requested_by, decision.approved_by,
                            std::to_string(decision.leaf_index)});
    }
  }
  page.Table(table);
}

void AddFailures(const ReportFacts& facts, ReportPage& page) {
  ReportTable table;
  table.caption = {"失败的抽取", "Failed attempts"};
  table.head = {
      {"次", "Attempt"}, {"截止", "Deadline"}, {"到时缺少", "Missing by then"}};
  for (const PastAttempt& past : facts.history) {
    const store::StoredAttempt& attempt = past.summary.attempt;
    if (attempt.state != AttemptState::kFailed) continue;
    table.rows.push_back(
        {std::to_string(attempt.attempt), page.Say(InBeijing(attempt.deadline)),
         past.missing.empty() ? page.Say({"信标", "the beacon"})
                              : Joined(past.missing)});
  }
  page.Table(table);
}

// Counts units by kind of approval, reason code, requester and approver.
using UnitDecisions =
    std::map<std::tuple<std::int64_t, store::ApprovalKind, std::string,
                        std::string, std::string>,
             std::int64_t>;

UnitDecisions CountByReason(const ReportFacts& facts) {
  UnitDecisions counts;
  for (const PastAttempt& past : facts.history) {
    for (const store::StoredApproval& decision : past.decisions) {
      if (!decision.unit.has_value()) continue;
      ++counts[{decision.attempt, decision.kind, decision.unit->reason_code,
                decision.requested_by, decision.approved_by}];
    }
  }
  return counts;
}

std::string DecisionText(store::ApprovalKind kind, const std::string& code,
                         const ReportPage& page) {
  return page.Say(kind == store::ApprovalKind::kWithdrawal ? CodeInWords(code)
                                                           : InWords(kind));
}

void AddUnitDecisions(const ReportFacts& facts, ReportPage& page) {
  ReportTable table;
  table.caption = {"已公开的抽取中，撤回与结案的企业",
                   "Withdrawn and closed units of opened attempts"};
  table.head = {{"次", "Attempt"},
                {"原因", "Reason"},
                {"企业数", "Units"},
                {"申请人", "Asked by"},
                {"批准人", "Approved by"}};
  for (const auto& [key, count] : CountByReason(facts)) {
    const auto& [attempt, kind, code, asked, approved] = key;
    table.rows.push_back({std::to_string(attempt),
                          DecisionText(kind, code, page), std::to_string(count),
                          asked, approved});
  }
  page.Table(table);
}

}  // namespace

void AddHistory(const ReportFacts& facts, ReportPage& page) {
  page.Section({"抽取历史", "History of attempts"});
  AddAttempts(facts, page);
  AddVoids(facts, page);
  AddFailures(facts, page);
  AddUnitDecisions(facts, page);
  page.Paragraph(
      {"撤回的企业仍待检查，直到检查完成或由两人结案。撤回的原因在该次抽取公开"
       "后"
       "列出。",
       "A withdrawn unit stays due until it is checked, or closed by two "
       "persons. Why units were withdrawn is listed once their attempt is "
       "opened."});
}

}  // namespace spotcheck::app
