#ifndef SPOTCHECK_LIB_RULES_DRAW_RUN_H_
#define SPOTCHECK_LIB_RULES_DRAW_RUN_H_

// The draw 抽取: from a frozen frame and a seed to the selected enterprises,
// their product lines, laboratories and inspectors (protocol steps 4 to 11). A
// pure function: the same inputs give the same bytes anywhere. One pass over
// the frame's rows, memory in the size of the sample.

#include <vector>

#include "absl/status/statusor.h"
#include "lib/rules/draw/allocate.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// The plan and files must have passed CheckFrozen when they were committed to.
// DRAW_SECRET_SIZE where secret or contributions have the wrong size; where
// CheckFrozen would have refused, an error, never a draw that is not the
// protocol's.
absl::StatusOr<DrawResult> RunDraw(HashSuite suite, const Plan& plan,
                                   const Frame& frame,
                                   const SeedInputs& inputs);

// The same in two halves, for a caller that does not want to hold the lines of
// a whole country: steps 4 to 7 look at the frame's enterprises alone, steps 8
// to 11 only at the lines and bars of those that were drawn.
struct TicketedEnterprise {
  std::size_t row = 0;  // in Frame::enterprises
  Digest ticket;
};
struct EnterpriseDraw {
  HashSuite suite = HashSuite::kSha256;
  Digest commitment;
  Digest prk;
  Allocation allocation;
  std::vector<TicketedEnterprise> drawn;  // by rank
};
absl::StatusOr<EnterpriseDraw> DrawEnterprises(
    HashSuite suite, const Plan& plan, const std::vector<FrameRow>& enterprises,
    const SeedInputs& inputs);
// `frame` has the same enterprises. Rows of others' lines and bars may be
// missing: they change nothing.
absl::StatusOr<DrawResult> CompleteDraw(const EnterpriseDraw& draw,
                                        const Plan& plan, const Frame& frame);

// The seed's inputs of an attempt all of whose witnesses have revealed.
SeedInputs CollectSeedInputs(const Digest& commitment,
                             const std::string& operator_secret,
                             const std::vector<Witness>& witnesses,
                             const Beacon& beacon);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_RUN_H_
