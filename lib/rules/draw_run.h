#ifndef SPOTCHECK_LIB_RULES_DRAW_RUN_H_
#define SPOTCHECK_LIB_RULES_DRAW_RUN_H_

// The draw 抽取: from a frozen frame and a seed to the selected enterprises,
// their product lines, laboratories and inspectors (protocol steps 4 to 11). A
// pure function: the same inputs give the same bytes anywhere. One pass over
// the frame's rows, memory in the size of the sample.

#include "absl/status/statusor.h"
#include "lib/rules/draw_types.h"

namespace spotcheck::rules {

// The plan and files must have passed CheckFrozen when they were committed to.
// DRAW_SECRET_SIZE where secret or contributions have the wrong size; where
// CheckFrozen would have refused, an error, never a draw that is not the
// protocol's.
absl::StatusOr<DrawResult> RunDraw(HashSuite suite, const Plan& plan,
                                   const Frame& frame,
                                   const SeedInputs& inputs);

// The seed's inputs of an attempt all of whose witnesses have revealed.
SeedInputs CollectSeedInputs(const Digest& commitment,
                             const std::string& operator_secret,
                             const std::vector<Witness>& witnesses,
                             const Beacon& beacon);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_RUN_H_
