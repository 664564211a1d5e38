#ifndef SPOTCHECK_LIB_APP_CREDIT_PROTECTION_H_
#define SPOTCHECK_LIB_APP_CREDIT_PROTECTION_H_

// Tells what protects a line of an enterprise on a day against a check by any
// body (ProtectionNow in lib/rules/law/six_months.h), from stored rows. Pure.

#include <vector>

#include "absl/types/span.h"
#include "lib/app/common/rule_book.h"
#include "lib/base/civil_date.h"
#include "lib/rules/law/policy.h"
#include "lib/rules/law/six_months.h"
#include "lib/store/read/credit.h"
#include "lib/store/read/registers.h"

namespace spotcheck::app {

// The policies in force on the day; each enterprise has those of its region.
rules::TaskPolicies PoliciesOn(const RuleBook& book, CivilDate day);

std::vector<rules::EarlierCheck> EarlierChecksOf(
    absl::Span<const store::StoredCheck> checks);

struct ProtectionQuestion {
  absl::Span<const rules::Policy> policies;
  CivilDate as_of;
  absl::Span<const rules::EarlierCheck> checks;  // of the line's enterprise
};
// Answers the reasons, the strictest first.
std::vector<rules::ProtectionReason> ProtectionOf(
    const ProtectionQuestion& question, const store::StoredProduct& line);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_PROTECTION_H_
