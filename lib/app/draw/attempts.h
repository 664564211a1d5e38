#ifndef SPOTCHECK_LIB_APP_DRAW_ATTEMPTS_H_
#define SPOTCHECK_LIB_APP_DRAW_ATTEMPTS_H_

// The attempt that a caller means, whether it can run, and the proof of one of
// its leaves.

#include <cstdint>

#include "absl/status/statusor.h"
#include "lib/app/draw/draws.h"
#include "lib/app/draw/types.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::app {

// The leaf under a signed checkpoint over all of the view's journal.
absl::StatusOr<ProvenLeaf> ProveLeaf(const store::View& view,
                                     std::int64_t leaf);

// The attempt that `ref` names; its latest for 0. TASK_UNKNOWN,
// ATTEMPT_UNKNOWN.
absl::StatusOr<store::StoredAttempt> ResolveAttempt(const store::View& view,
                                                    const AttemptRef& ref);
// The latest attempt that has a result for 0. DRAW_NOT_RUN.
absl::StatusOr<store::StoredAttempt> ResolveRunAttempt(const store::View& view,
                                                       const AttemptRef& ref);

// Whether every witness has revealed, and the beacon is there where one is
// agreed.
absl::StatusOr<bool> HasAllItNeeds(const store::View& view,
                                   const store::StoredAttempt& attempt);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_ATTEMPTS_H_
