#ifndef SPOTCHECK_SERVER_RPC_DRAW_VISIBILITY_H_
#define SPOTCHECK_SERVER_RPC_DRAW_VISIBILITY_H_

// Decides who sees which part of a draw. Before the draw is opened, only the
// roles that run it (admin, operator) see counts, plan and selection. An
// auditor sees them after the opening, the other roles never.

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/app/draw/draws.h"
#include "server/identity/roles.h"

namespace spotcheck::server {

// Answers whether the role runs draws.
bool RunsDraws(Role role);

absl::StatusOr<app::DrawAnswer> DrawFor(Role role, const store::View& view,
                                        const app::RuleBook& book,
                                        const app::AttemptRef& ref);

// OK for the roles that run draws, and for the others once the attempt is
// opened; else DRAW_NOT_OPENED.
absl::Status CheckSeesAll(Role role, const store::View& view,
                          const app::AttemptRef& ref);

// Removes from the answer what the role may not see.
app::DrawAnswer PublicUnlessRun(Role role, app::DrawAnswer draw);
app::ApproveAnswer WithoutUnitUnlessRun(Role role, app::ApproveAnswer answer);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_DRAW_VISIBILITY_H_
