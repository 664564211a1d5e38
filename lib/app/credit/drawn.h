#ifndef SPOTCHECK_LIB_APP_CREDIT_DRAWN_H_
#define SPOTCHECK_LIB_APP_CREDIT_DRAWN_H_

// A drawn line and the plan of the attempt that drew it.

#include "absl/status/statusor.h"
#include "lib/rules/law/authority.h"
#include "lib/store/events/events.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/units.h"

namespace spotcheck::app {

absl::StatusOr<store::TaskPlan> PlanOfDrawn(const store::View& view,
                                            const store::DrawnLine& drawn);
absl::StatusOr<rules::Authority> AuthorityOf(const rules::Plan& plan);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_DRAWN_H_
