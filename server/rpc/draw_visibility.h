#ifndef SPOTCHECK_SERVER_RPC_DRAW_VISIBILITY_H_
#define SPOTCHECK_SERVER_RPC_DRAW_VISIBILITY_H_

// Who sees what of a draw. Until it is opened only those who run it (admin,
// operator) see counts, plan and selection; an auditor sees them after, the
// other roles never.

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/app/draw/draws.h"
#include "server/identity/roles.h"

namespace spotcheck::server {

// Whether the role runs draws.
bool RunsDraws(Role role);

absl::StatusOr<app::DrawAnswer> DrawFor(Role role, const store::View& view,
                                        const app::RuleBook& book,
                                        const app::AttemptRef& ref);

// OK for those who run draws, and for others once the attempt is opened, else
// DRAW_NOT_OPENED.
absl::Status CheckSeesAll(Role role, const store::View& view,
                          const app::AttemptRef& ref);

// The answer without what the role may not see.
app::DrawAnswer PublicUnlessRun(Role role, app::DrawAnswer draw);
app::ApproveAnswer WithoutUnitUnlessRun(Role role, app::ApproveAnswer answer);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_DRAW_VISIBILITY_H_
