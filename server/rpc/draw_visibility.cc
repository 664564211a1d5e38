#include "server/rpc/draw_visibility.h"

#include <utility>

#include "lib/base/status_macros.h"
#include "server/convert/common.h"
#include "server/rpc/errors.h"

namespace spotcheck::server {
namespace {

using app::AttemptState;
using app::Visibility;

absl::StatusOr<Visibility> VisibilityOf(Role role, const store::View& view,
                                        const app::AttemptRef& ref) {
  if (RunsDraws(role)) return Visibility::kFull;
  // An approver must see what waits for the approval.
  if (role == Role::kApprover) return Visibility::kRequests;
  if (role != Role::kAuditor) return Visibility::kPublic;
  ASSIGN_OR_RETURN(const AttemptState state, app::StateOfDraw(view, ref));
  return state == AttemptState::kOpened ? Visibility::kFull
                                        : Visibility::kPublic;
}

}  // namespace

bool RunsDraws(Role role) {
  switch (role) {
    case Role::kAdmin:
    case Role::kOperator:
      return true;
    case Role::kApprover:
    case Role::kWitness:
    case Role::kAgency:
    case Role::kAuditor:
      return false;
  }
  return false;
}

absl::StatusOr<app::DrawAnswer> DrawFor(Role role, const store::View& view,
                                        const app::RuleBook& book,
                                        const app::AttemptRef& ref) {
  ASSIGN_OR_RETURN(const Visibility visibility, VisibilityOf(role, view, ref));
  return app::GetDraw(view, book, ref, visibility);
}

absl::Status CheckSeesAll(Role role, const store::View& view,
                          const app::AttemptRef& ref) {
  if (RunsDraws(role)) return absl::OkStatus();
  ASSIGN_OR_RETURN(const AttemptState state, app::StateOfDraw(view, ref));
  if (state == AttemptState::kOpened) return absl::OkStatus();
  return DrawNotOpened(TaskNameOf(ref.task), role);
}

app::DrawAnswer PublicUnlessRun(Role role, app::DrawAnswer draw) {
  if (RunsDraws(role)) return draw;
  draw.strata.clear();
  draw.policies.clear();
  draw.selection.clear();
  draw.exclusions.clear();
  draw.lab_overflow = 0;
  draw.inspector_overflow = 0;
  draw.bottlenecks.clear();
  draw.visits_done = false;
  draw.opens_by.clear();
  for (app::PendingApproval& pending : draw.pending) pending.usci.clear();
  return draw;
}

app::ApproveAnswer WithoutUnitUnlessRun(Role role, app::ApproveAnswer answer) {
  if (!RunsDraws(role) && role != Role::kApprover) {
    answer.approved.usci.clear();
  }
  return answer;
}

}  // namespace spotcheck::server
