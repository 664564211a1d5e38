#ifndef SPOTCHECK_LIB_APP_DRAW_FROZEN_BUNDLE_H_
#define SPOTCHECK_LIB_APP_DRAW_FROZEN_BUNDLE_H_

// An attempt's frozen files and secrets as the values that the protocol's
// functions take. Errors: those of the view; of the protocol's readers, where a
// payload is not what was committed to.

#include "absl/status/statusor.h"
#include "lib/rules/draw/types.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::app {

// Everything frozen and revealed, as a bundle without a result. Holds the whole
// frame, about 100 bytes a row beside its text.
absl::StatusOr<rules::Bundle> LoadBundle(const store::View& view,
                                         const store::StoredAttempt& attempt);
// LoadBundle with the draw's result, recomputed: the same bytes each time.
absl::StatusOr<rules::Bundle> LoadRunBundle(
    const store::View& view, const store::StoredAttempt& attempt);

// The result alone, of an attempt that has all it needs: the frame's lines pass
// through, and only those of drawn enterprises are held.
absl::StatusOr<rules::DrawResult> RunAttempt(
    const store::View& view, const store::StoredAttempt& attempt);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_FROZEN_BUNDLE_H_
