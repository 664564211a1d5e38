// Why a line of a frozen frame is excluded, told from the frozen evidence.

#include <algorithm>
#include <utility>

#include "lib/app/credit_events.h"
#include "lib/app/draw_view.h"
#include "lib/app/freeze.h"
#include "lib/base/status_macros.h"
#include "lib/rules/six_months.h"

namespace spotcheck::app {
namespace {

bool ByPolicy(rules::LineStatus status) {
  return status == rules::LineStatus::kSixMonths ||
         status == rules::LineStatus::kSuperiorCheck;
}

// The policies that the attempt committed to, as far as the book still has
// them.
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

LineExclusion Describe(const rules::LineRow& line,
                       const rules::ProtectionReason& reason) {
  LineExclusion exclusion;
  exclusion.usci = line.usci;
  exclusion.line = line.line;
  exclusion.code = LineCode(line.status);
  exclusion.policy = reason.policy.str();
  exclusion.earlier_check = reason.check.str();
  exclusion.sampled = reason.sampled.ToString();
  exclusion.until = reason.until.ToString();
  return exclusion;
}

// The checks that stood in the journal when the attempt was committed.
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

absl::StatusOr<std::vector<LineExclusion>> ExplainPolicies(
    const store::View& view, const RuleBook& book,
    const PlannedAttempt& planned, const rules::LineRow& line) {
  std::vector<LineExclusion> found;
  if (!ByPolicy(line.status)) return found;
  ASSIGN_OR_RETURN(const store::FrameEnterprise facts,
                   store::FrameEnterpriseOf(view, line.usci));
  const auto product = std::find_if(
      facts.lines.begin(), facts.lines.end(),
      [&](const store::FrameLine& known) { return known.line == line.line; });
  if (product == facts.lines.end()) return found;
  const auto checks = ChecksAtCommitment(facts, planned.attempt);
  const rules::TaskPolicies policies(CommittedPolicies(book, planned.plan),
                                     planned.plan.region, planned.plan.as_of);
  const rules::LineProtection protection = rules::EvaluateLine(
      policies.For(line.usci),
      {planned.attempt.authority, planned.plan.purpose, planned.plan.as_of},
      {product->product, planned.plan.categories[line.category], checks});
  for (const rules::ProtectionReason& reason : protection.reasons) {
    found.push_back(Describe(line, reason));
  }
  std::stable_partition(found.begin(), found.end(),
                        [&](const LineExclusion& exclusion) {
                          return exclusion.earlier_check == line.evidence;
                        });
  return found;
}

absl::StatusOr<LineExclusion> ExplainExclusion(const store::View& view,
                                               const RuleBook& book,
                                               const PlannedAttempt& planned,
                                               const rules::LineRow& line) {
  ASSIGN_OR_RETURN(auto found, ExplainPolicies(view, book, planned, line));
  if (!found.empty()) return std::move(found.front());
  LineExclusion exclusion;
  exclusion.usci = line.usci;
  exclusion.line = line.line;
  exclusion.code = LineCode(line.status);
  if (ByPolicy(line.status)) exclusion.earlier_check = line.evidence;
  return exclusion;
}

}  // namespace spotcheck::app
