#ifndef SPOTCHECK_LIB_RULES_DRAW_ALLOCATE_H_
#define SPOTCHECK_LIB_RULES_DRAW_ALLOCATE_H_

// Decides how many enterprises each stratum 层 gives to the sample (protocol
// step 6): in proportion to weight times size, no stratum more than it has, the
// remainders by one systematic step; so every inclusion probability is exact.

#include <cstdint>
#include <map>

#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/rules/draw/ticket.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

struct StratumPool {
  std::int64_t eligible = 0;  // N_h, in enterprises
  std::int64_t weight = 0;    // w_h, from the plan
};
// The pools have only strata with eligible enterprises.
using Pools = std::map<Stratum, StratumPool>;

struct Allocation {
  std::map<Stratum, std::int64_t> counts;
  std::map<Stratum, Fraction> probability;  // unreduced; 1/1 in a full stratum
};

// Says which strata give all they have, and what is left for the others.
struct AllocationShape {
  std::map<Stratum, bool> full;
  std::int64_t remaining = 0;  // m, enterprises for the free strata
  std::int64_t total = 0;      // D = Σ w·N over the free strata; 0 if none
};

// Fills strata while a free one would get more than it has; an equal share
// stays free. DRAW_SAMPLE_TOO_LARGE where the pools hold fewer than
// `sample_size`; DRAW_NUMBER_OUT_OF_RANGE outside the protocol's limits.
absl::StatusOr<AllocationShape> FillStrata(std::int64_t sample_size,
                                           const Pools& pools);

// Gives the allocation at an offset in 0…total-1 (0 if no stratum is free).
Allocation AllocateAt(std::int64_t offset, const AllocationShape& shape,
                      const Pools& pools);

// Calls FillStrata, then AllocateAt with the offset uniform(D, "allocation").
absl::StatusOr<Allocation> Allocate(const Tickets& tickets,
                                    std::int64_t sample_size,
                                    const Pools& pools);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_ALLOCATE_H_
