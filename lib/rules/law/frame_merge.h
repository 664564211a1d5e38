#ifndef SPOTCHECK_LIB_RULES_LAW_FRAME_MERGE_H_
#define SPOTCHECK_LIB_RULES_LAW_FRAME_MERGE_H_

// Frames put together from parts that were built apart, of the same context:
// side by side by several threads, or again for the few enterprises that
// something happened to meanwhile. The result is what one builder would have
// given. Pure.

#include "absl/container/flat_hash_set.h"
#include "lib/base/ids.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// `next` holds only enterprises after those of `frame`.
void AppendFrame(Frame& frame, Frame next);

// What `frame` says of the `touched` enterprises is replaced by what `part`,
// built over all of them, says. Answers whether that changed any row.
bool ReplaceInFrame(Frame& frame, const absl::flat_hash_set<Usci>& touched,
                    Frame part);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_FRAME_MERGE_H_
