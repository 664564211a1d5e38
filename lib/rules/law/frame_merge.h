#ifndef SPOTCHECK_LIB_RULES_LAW_FRAME_MERGE_H_
#define SPOTCHECK_LIB_RULES_LAW_FRAME_MERGE_H_

// Joins frames that were built apart from one context: side by side by several
// threads, or again for the few enterprises to which something happened
// meanwhile. The result is what one builder would have given. Pure.

#include "absl/container/flat_hash_set.h"
#include "lib/base/ids.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// Appends `next`, whose enterprises all come after those of `frame`.
void AppendFrame(Frame& frame, Frame next);

// Replaces the rows of the `touched` enterprises in `frame` by those of `part`,
// which was built over all of them. Returns whether that changed any row.
bool ReplaceInFrame(Frame& frame, const absl::flat_hash_set<Usci>& touched,
                    Frame part);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_FRAME_MERGE_H_
