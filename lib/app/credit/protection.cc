#include "lib/app/credit/protection.h"

#include "lib/app/credit/events.h"

namespace spotcheck::app {

rules::TaskPolicies PoliciesOn(const RuleBook& book, CivilDate day) {
  // Policies are chosen as for a national task: each enterprise's own region
  // decides which apply to it.
  return rules::TaskPolicies(book.policies, Region(), day);
}

std::vector<rules::EarlierCheck> EarlierChecksOf(
    absl::Span<const store::StoredCheck> checks) {
  std::vector<rules::EarlierCheck> earlier;
  for (const store::StoredCheck& check : checks) {
    earlier.push_back(EarlierCheckOf(check));
  }
  return earlier;
}

std::vector<rules::ProtectionReason> ProtectionOf(
    const ProtectionQuestion& question, const store::StoredProduct& line) {
  return rules::ProtectionNow(
      question.policies, question.as_of,
      {line.product, line.record.category, question.checks});
}

}  // namespace spotcheck::app
