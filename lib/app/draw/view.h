#ifndef SPOTCHECK_LIB_APP_DRAW_VIEW_H_
#define SPOTCHECK_LIB_APP_DRAW_VIEW_H_

// Pieces of an answer about a draw that several of its verbs give.

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
// The reason behind an excluded line of the frozen frame: the check that the
// frame names as evidence, and the policy that counts it. Codes without a
// policy keep only the code.
absl::StatusOr<LineExclusion> ExplainExclusion(const store::View& view,
                                               const RuleBook& book,
                                               const PlannedAttempt& planned,
                                               const rules::LineRow& line);
// Every policy that excluded the line with each check it counts, the decisive
// one first: by the checks journalled before the commitment and by the policies
// committed to, as far as the book still has them.
absl::StatusOr<std::vector<rules::ProtectionReason>> ExplainPolicies(
    const store::View& view, const RuleBook& book,
    const PlannedAttempt& planned, const rules::LineRow& line);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_VIEW_H_
