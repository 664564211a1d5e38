#include "lib/rules/draw/allocate.h"

#include "lib/base/status_macros.h"
#include "lib/rules/draw/errors.h"
#include "lib/rules/draw/text.h"

namespace spotcheck::rules {
namespace {

absl::Status CheckRange(std::string_view field, std::int64_t value,
                        std::int64_t limit) {
  if (value < 1 || value > limit) {
    return draw_errors::NumberOutOfRange(field, value, limit);
  }
  return absl::OkStatus();
}

absl::Status CheckPools(std::int64_t sample_size, const Pools& pools) {
  std::int64_t eligible = 0;
  for (const auto& [stratum, pool] : pools) {
    RETURN_IF_ERROR(CheckRange("eligible", pool.eligible, kMaxDrawNumber));
    RETURN_IF_ERROR(CheckRange("weight", pool.weight, kMaxWeight));
    eligible += pool.eligible;
  }
  RETURN_IF_ERROR(CheckRange("sample_size", sample_size, kMaxDrawNumber));
  if (sample_size > eligible) {
    return draw_errors::SampleTooLarge(sample_size, eligible, {});
  }
  return absl::OkStatus();
}

// Sets m and D for the strata that are full now.
void Tally(std::int64_t sample_size, const Pools& pools,
           AllocationShape& shape) {
  shape.remaining = sample_size;
  shape.total = 0;
  for (const auto& [stratum, pool] : pools) {
    if (shape.full[stratum]) {
      shape.remaining -= pool.eligible;
    } else {
      shape.total += pool.weight * pool.eligible;
    }
  }
}

}  // namespace

absl::StatusOr<AllocationShape> FillStrata(std::int64_t sample_size,
                                           const Pools& pools) {
  RETURN_IF_ERROR(CheckPools(sample_size, pools));
  AllocationShape shape;
  for (bool changed = true; changed;) {
    Tally(sample_size, pools, shape);
    changed = false;
    for (const auto& [stratum, pool] : pools) {
      bool& full = shape.full[stratum];
      if (!full && shape.remaining * pool.weight > shape.total) {
        full = changed = true;
      }
    }
  }
  return shape;
}

Allocation AllocateAt(std::int64_t offset, const AllocationShape& shape,
                      const Pools& pools) {
  Allocation allocation;
  std::int64_t before = 0;  // c, the running sum of the remainders
  for (const auto& [stratum, pool] : pools) {
    if (shape.full.at(stratum)) {
      allocation.counts[stratum] = pool.eligible;
      allocation.probability[stratum] = {1, 1};
      continue;
    }
    const std::int64_t share = shape.remaining * pool.weight * pool.eligible;
    const std::int64_t rest = share % shape.total;
    // This counts the j >= 0 with before <= offset + j·D < before + rest. Below
    // x lie ⌈(x - offset) / D⌉ such points, and x - offset > -D.
    const auto points_below = [&](std::int64_t x) {
      return (x - offset + shape.total - 1) / shape.total;
    };
    allocation.counts[stratum] = share / shape.total +
                                 points_below(before + rest) -
                                 points_below(before);
    allocation.probability[stratum] = {shape.remaining * pool.weight,
                                       shape.total};
    before += rest;
  }
  return allocation;
}

absl::StatusOr<Allocation> Allocate(const Tickets& tickets,
                                    std::int64_t sample_size,
                                    const Pools& pools) {
  ASSIGN_OR_RETURN(const AllocationShape shape, FillStrata(sample_size, pools));
  if (shape.total == 0) return AllocateAt(0, shape, pools);
  ASSIGN_OR_RETURN(
      const std::uint64_t offset,
      tickets.Uniform(static_cast<std::uint64_t>(shape.total), {"allocation"}));
  return AllocateAt(static_cast<std::int64_t>(offset), shape, pools);
}

}  // namespace spotcheck::rules
