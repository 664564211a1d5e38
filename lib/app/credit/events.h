#ifndef SPOTCHECK_LIB_APP_CREDIT_EVENTS_H_
#define SPOTCHECK_LIB_APP_CREDIT_EVENTS_H_

// Turns the facts of one enterprise into the events that the grading scheme and
// the list rules read (lib/rules/law/cases.h). Pure. A pending check gives no
// event.

#include <vector>

#include "absl/types/span.h"
#include "lib/base/civil_date.h"
#include "lib/rules/law/cases.h"
#include "lib/rules/law/grade.h"
#include "lib/rules/law/six_months.h"
#include "lib/store/read/credit.h"

namespace spotcheck::app {

// The enterprise's events up to `as_of`; a case or entry that was closed later
// counts as open. Checks and changes must be of one enterprise, and may come in
// any order; later ones are skipped. An event has the id of its check or of its
// list entry.
std::vector<rules::CreditEvent> CreditEventsOf(
    absl::Span<const store::StoredCheck> checks,
    absl::Span<const store::StoredListChange> changes, CivilDate as_of);

// Grades the enterprise by CreditEventsOf. Without any event it gets the grade
// that the scheme names in no_record.
rules::Grade GradeOfEnterprise(
    const rules::Scheme& scheme, absl::Span<const store::StoredCheck> checks,
    absl::Span<const store::StoredListChange> changes, CivilDate as_of);

// The kind of event that a passed or failed check is by itself.
rules::CreditKind KindOf(rules::Verdict verdict, rules::Severity severity);

// The check in the form that the six-month rule reads.
rules::EarlierCheck EarlierCheckOf(store::StoredCheck check);

// The checks in the form that the rules on failures read, in the order in which
// they were recorded.
std::vector<rules::CheckOutcome> CheckOutcomesOf(
    absl::Span<const store::StoredCheck> checks);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_EVENTS_H_
