#ifndef SPOTCHECK_LIB_APP_DRAW_VIEW_H_
#define SPOTCHECK_LIB_APP_DRAW_VIEW_H_

// Parts of an answer about a draw that several functions of draws.h give.

#include "absl/status/statusor.h"
#include "lib/app/draw/draws.h"
#include "lib/app/draw/types.h"
#include "lib/rules/bundle/read.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/frame_rows.h"
#include "lib/store/read/units.h"

namespace spotcheck::app {

PendingApproval PendingOf(const store::StoredApproval& approval);

// An attempt with the plan it committed to.
struct PlannedAttempt {
  const store::StoredAttempt& attempt;
  const rules::Plan& plan;
};
// Tells why the frozen frame excludes the line: the check that the row names as
// evidence, and the policy that counts it. A status that comes from no policy
// is answered as the code alone.
absl::StatusOr<LineExclusion> ExplainExclusion(const store::View& view,
                                               const RuleBook& book,
                                               const PlannedAttempt& planned,
                                               const rules::LineRow& line);
// Every policy that excluded the line with each check it counts, the decisive
// one first. Only checks journalled before the commitment count, and only
// policies the attempt committed to; one that the rule book has lost is left
// out.
absl::StatusOr<std::vector<rules::ProtectionReason>> ExplainPolicies(
    const store::View& view, const RuleBook& book,
    const PlannedAttempt& planned, const rules::LineRow& line);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_VIEW_H_
