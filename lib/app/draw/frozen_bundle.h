#ifndef SPOTCHECK_LIB_APP_DRAW_FROZEN_BUNDLE_H_
#define SPOTCHECK_LIB_APP_DRAW_FROZEN_BUNDLE_H_

// Reads an attempt's frozen files and secrets as the values that the protocol's
// functions take. Errors: those of the view; those of the protocol's readers,
// if a payload is not what was committed to.

#include "absl/status/statusor.h"
#include "lib/rules/draw/types.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::app {

// Loads everything that was frozen and revealed, without the draw's result.
// Holds the whole frame in memory: about 100 bytes a row besides the text.
absl::StatusOr<rules::Bundle> LoadBundle(const store::View& view,
                                         const store::StoredAttempt& attempt);
// LoadBundle with the draw's result, which is computed again and is the same
// bytes each time.
absl::StatusOr<rules::Bundle> LoadRunBundle(
    const store::View& view, const store::StoredAttempt& attempt);

// Runs the draw of an attempt that has all it needs, and answers the result
// alone. Reads the frame line by line and holds only the lines of drawn
// enterprises.
absl::StatusOr<rules::DrawResult> RunAttempt(
    const store::View& view, const store::StoredAttempt& attempt);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_FROZEN_BUNDLE_H_
