#ifndef SPOTCHECK_LIB_APP_CREDIT_FINDING_H_
#define SPOTCHECK_LIB_APP_CREDIT_FINDING_H_

// Checks that what a result says fits together, before any table is read. Pure.
// Errors: VERDICT_NOT_FINAL (of the result or of an item), SEVERITY_MISSING,
// SEVERITY_WITHOUT_FAILURE, TOO_MANY_ITEMS, PASS_WITH_FAILED_ITEM, FIELD_*.

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "lib/store/events/records.h"

namespace spotcheck::app {

// A failure must have a severity, and a pass must have none.
absl::Status CheckVerdict(store::Verdict verdict, store::Severity severity);

struct ItemsOfCheck {
  store::Verdict verdict;  // of the whole check
  const std::vector<store::TestItem>& items;
  const std::string& explanation;
};
// A check that passed although an item failed needs an explanation.
absl::Status CheckItems(const ItemsOfCheck& check);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_FINDING_H_
