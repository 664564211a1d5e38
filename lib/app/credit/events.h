#ifndef SPOTCHECK_LIB_APP_CREDIT_EVENTS_H_
#define SPOTCHECK_LIB_APP_CREDIT_EVENTS_H_

// From the facts of one enterprise to the events that a grading scheme and the
// list rules speak of (lib/rules/law/cases.h). Pure. A pending check is no
// event.

#include <vector>

#include "absl/types/span.h"
#include "lib/base/civil_date.h"
#include "lib/rules/law/cases.h"
#include "lib/rules/law/grade.h"
#include "lib/rules/law/six_months.h"
#include "lib/store/read/credit.h"

namespace spotcheck::app {

// The events up to `as_of`, what was closed later standing open. Checks and
// changes of one enterprise, in any order; later ones are passed over. The id
// of an event is the check's id or the list entry's.
std::vector<rules::CreditEvent> CreditEventsOf(
    absl::Span<const store::StoredCheck> checks,
    absl::Span<const store::StoredListChange> changes, CivilDate as_of);

// GradeOf over those events: the scheme's no_record without any.
rules::Grade GradeOfEnterprise(
    const rules::Scheme& scheme, absl::Span<const store::StoredCheck> checks,
    absl::Span<const store::StoredListChange> changes, CivilDate as_of);

// The check as the six-month rule reads it.
rules::EarlierCheck EarlierCheckOf(store::StoredCheck check);

// The checks as the rules on failures read them, in the order recorded.
std::vector<rules::CheckOutcome> CheckOutcomesOf(
    absl::Span<const store::StoredCheck> checks);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_EVENTS_H_
