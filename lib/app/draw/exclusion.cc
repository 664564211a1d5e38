// Tells from the frozen evidence why a line of a frozen frame is excluded.

#include <algorithm>
#include <utility>

#include "lib/app/credit/events.h"
#include "lib/app/draw/frame_builder.h"
#include "lib/app/draw/view.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/words.h"
#include "lib/rules/law/six_months.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::app {
namespace {

bool ByPolicy(rules::LineStatus status) {
  return status == rules::LineStatus::kSixMonths ||
         status == rules::LineStatus::kSuperiorCheck;
}

// The policies that the attempt's plan names, except those that the rule book
// no longer holds.
std::vector<rules::Policy> CommittedPolicies(const RuleBook& book,
                                             const rules::Plan& plan) {
  std::vector<rules::Policy> policies;
  for (const rules::Policy& policy : book.policies) {
    if (std::find(plan.policies.begin(), plan.policies.end(), policy.id) !=
        plan.policies.end()) {
      policies.push_back(policy);
    }
  }
  return policies;
}

// Moves the decisive reason to the front: the one whose check is the row's
// evidence and whose policy gives the row's status. The others keep their
// order.
std::vector<rules::ProtectionReason> DecisiveFirst(
    std::vector<rules::ProtectionReason> reasons, const rules::LineRow& line) {
  std::stable_partition(reasons.begin(), reasons.end(),
                        [&](const rules::ProtectionReason& reason) {
                          return reason.check.str() == line.evidence &&
                                 rules::StatusOf(reason.effect) == line.status;
                        });
  return reasons;
}

// `reasons` must come with the decisive one first.
LineExclusion Describe(const rules::LineRow& line,
                       std::vector<rules::ProtectionReason> reasons) {
  LineExclusion exclusion;
  exclusion.usci = line.usci;
  exclusion.line = line.line;
  exclusion.code = CodeOf(line.status);
  if (ByPolicy(line.status)) exclusion.earlier_check = line.evidence;
  if (!reasons.empty()) {
    const rules::ProtectionReason& decisive = reasons.front();
    exclusion.policy = decisive.policy.str();
    exclusion.earlier_check = decisive.check.str();
    exclusion.sampled = decisive.sampled.ToString();
    exclusion.until = decisive.until.ToString();
  }
  exclusion.reasons = std::move(reasons);
  return exclusion;
}

// The enterprise's checks whose leaves were in the journal when the attempt was
// committed.
std::vector<rules::EarlierCheck> ChecksAtCommitment(
    const store::FrameEnterprise& facts, const store::StoredAttempt& attempt) {
  std::vector<rules::EarlierCheck> checks;
  for (const store::StoredCheck& check : facts.checks) {
    if (check.leaf_index > attempt.leaf_index) continue;
    checks.push_back(EarlierCheckOf(check));
  }
  return checks;
}

}  // namespace

absl::StatusOr<std::vector<rules::ProtectionReason>> ExplainPolicies(
    const store::View& view, const RuleBook& book,
    const PlannedAttempt& planned, const rules::LineRow& line) {
  std::vector<rules::ProtectionReason> none;
  if (!ByPolicy(line.status)) return none;
  ASSIGN_OR_RETURN(const store::FrameEnterprise facts,
                   store::FrameEnterpriseOf(view, line.usci));
  const auto product = std::find_if(
      facts.lines.begin(), facts.lines.end(),
      [&](const store::FrameLine& known) { return known.line == line.line; });
  if (product == facts.lines.end()) return none;
  const auto checks = ChecksAtCommitment(facts, planned.attempt);
  const rules::TaskPolicies policies(CommittedPolicies(book, planned.plan),
                                     planned.plan.region, planned.plan.as_of);
  rules::LineProtection protection = rules::EvaluateLine(
      policies.For(line.usci),
      {planned.attempt.authority, planned.plan.purpose, planned.plan.as_of},
      {product->product, planned.plan.categories[line.category], checks});
  return DecisiveFirst(std::move(protection.reasons), line);
}

absl::StatusOr<LineExclusion> ExplainExclusion(const store::View& view,
                                               const RuleBook& book,
                                               const PlannedAttempt& planned,
                                               const rules::LineRow& line) {
  ASSIGN_OR_RETURN(auto reasons, ExplainPolicies(view, book, planned, line));
  return Describe(line, std::move(reasons));
}

LineExclusion ExclusionOf(const Usci& usci, const rules::LineOutcome& line) {
  rules::LineRow row = line.row;
  row.usci = usci;
  if (!ByPolicy(row.status)) return Describe(row, {});
  return Describe(row, DecisiveFirst(line.protection.reasons, row));
}

}  // namespace spotcheck::app
