#ifndef SPOTCHECK_LIB_RULES_DRAW_RUN_H_
#define SPOTCHECK_LIB_RULES_DRAW_RUN_H_

// The draw 抽取 leads from a frozen frame and a seed to the selected
// enterprises, their product lines, laboratories and inspectors (protocol steps
// 4 to 11). It is a pure function: the same inputs give the same bytes
// anywhere. It passes once over the frame and needs memory for the sample only.

#include <vector>

#include "absl/status/statusor.h"
#include "lib/rules/draw/allocate.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// The plan and files must have passed CheckFrozen when they were committed to;
// where it would have refused them, the result is an error and never a draw
// that differs from the protocol's. DRAW_SECRET_SIZE where secret or
// contributions have the wrong size.
absl::StatusOr<DrawResult> RunDraw(HashSuite suite, const Plan& plan,
                                   const Frame& frame,
                                   const SeedInputs& inputs);

// The same draw in two halves, for a caller that does not want to hold the
// lines of a whole country. DrawEnterprises makes steps 4 to 7 and reads the
// frame's enterprises alone; CompleteDraw makes steps 8 to 11 and reads only
// the lines and bars of those that were drawn.
struct TicketedEnterprise {
  std::size_t row = 0;  // index into Frame::enterprises
  Digest ticket;
};
struct EnterpriseDraw {
  HashSuite suite = HashSuite::kSha256;
  Digest commitment;
  Digest prk;
  Allocation allocation;
  std::vector<TicketedEnterprise> drawn;  // sorted by rank
};
absl::StatusOr<EnterpriseDraw> DrawEnterprises(
    HashSuite suite, const Plan& plan, const std::vector<FrameRow>& enterprises,
    const SeedInputs& inputs);
// `frame` has the same enterprises. The lines and bars of enterprises that were
// not drawn may be missing, since they change nothing.
absl::StatusOr<DrawResult> CompleteDraw(const EnterpriseDraw& draw,
                                        const Plan& plan, const Frame& frame);

// Collects the seed's inputs of an attempt whose witnesses have all revealed.
SeedInputs CollectSeedInputs(const Digest& commitment,
                             const std::string& operator_secret,
                             const std::vector<Witness>& witnesses,
                             const Beacon& beacon);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_RUN_H_
