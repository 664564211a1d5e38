#ifndef SPOTCHECK_LIB_APP_DRAW_ATTEMPTS_H_
#define SPOTCHECK_LIB_APP_DRAW_ATTEMPTS_H_

// Finds the attempt that a caller means, says if it can run, and proves one of
// its leaves.

#include <cstdint>

#include "absl/status/statusor.h"
#include "lib/app/draw/draws.h"
#include "lib/app/draw/types.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::app {

// Answers the leaf with its proof in a signed checkpoint that covers the view's
// whole journal.
absl::StatusOr<ProvenLeaf> ProveLeaf(const store::View& view,
                                     std::int64_t leaf);

// Answers the attempt that `ref` names; attempt number 0 names the task's
// latest one. Errors: TASK_UNKNOWN, ATTEMPT_UNKNOWN.
absl::StatusOr<store::StoredAttempt> ResolveAttempt(const store::View& view,
                                                    const AttemptRef& ref);
// Like ResolveAttempt, but the attempt must have run; number 0 names the latest
// that has. Further error: DRAW_NOT_RUN.
absl::StatusOr<store::StoredAttempt> ResolveRunAttempt(const store::View& view,
                                                       const AttemptRef& ref);

// True once every witness has revealed, and the beacon's value has been
// provided if the attempt agreed on a beacon: then the draw can run.
absl::StatusOr<bool> HasAllItNeeds(const store::View& view,
                                   const store::StoredAttempt& attempt);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_ATTEMPTS_H_
