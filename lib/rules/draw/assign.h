#ifndef SPOTCHECK_LIB_RULES_DRAW_ASSIGN_H_
#define SPOTCHECK_LIB_RULES_DRAW_ASSIGN_H_

// Assigns laboratories to the drawn lines and inspectors to the drawn
// enterprises (protocol steps 9 and 10): it makes the orders, candidates and
// tickets for Match (draw/match.h).

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/rules/draw/ticket.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// An enterprise of the sample with its ordered lines; the frame owns the rows.
struct DrawnEnterprise {
  const FrameRow* row = nullptr;
  Digest ticket;
  std::vector<const LineRow*> lines;
};

struct LabAssignment {
  std::vector<std::vector<LabId>> labs;  // by enterprise and line
  std::int64_t overflow = 0;
  std::optional<LabBottleneck> bottleneck;
};

struct InspectorAssignment {
  std::vector<std::vector<InspectorId>> inspectors;  // by enterprise and slot
  std::int64_t overflow = 0;
  std::optional<InspectorBottleneck> bottleneck;
};

// Both give DRAW_TOO_FEW_CANDIDATES where a line has no laboratory, or an
// enterprise too few inspectors.
absl::StatusOr<LabAssignment> AssignLabs(
    const Tickets& tickets, const Plan& plan, const Frame& frame,
    const std::vector<DrawnEnterprise>& drawn);
absl::StatusOr<InspectorAssignment> AssignInspectors(
    const Tickets& tickets, const Plan& plan, const Frame& frame,
    const std::vector<DrawnEnterprise>& drawn);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_ASSIGN_H_
