#ifndef SPOTCHECK_LIB_RULES_DRAW_MATCH_H_
#define SPOTCHECK_LIB_RULES_DRAW_MATCH_H_

// Match assigns laboratories and inspectors (protocol steps 9 and 10): each
// slot of each item, in order, gets the first bin in the order of its tickets
// with which every later slot can still be served within the capacities. The
// answer depends on the problem alone, not on how it is searched for.
//
// A complete assignment is kept at all times. For a slot, one breadth-first
// search over the bins (an edge where some item not yet fixed could move from
// one bin to the other) decides for all candidates which of them can be had: it
// goes on from one candidate to the next and never enters a bin twice. So a
// slot costs O(bins² / 64) in the worst case, and next to nothing where its
// first candidate has room.

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "lib/base/hash.h"
#include "lib/rules/draw/bits.h"

namespace spotcheck::rules {

// Bins are numbered in the order of their ids, which decides between equal
// tickets. Items are numbered in the order in which they are served.
struct MatchProblem {
  std::vector<std::int64_t> capacities;  // in slots, per bin
  std::vector<BitSet> candidates;        // bins that each item may take
  std::int64_t slots = 1;                // of each item, in different bins
};

struct MatchBottleneck {
  std::vector<std::size_t> bins;
  std::int64_t capacity = 0;  // of the bins together, before the overflow
  std::vector<std::size_t> items;
  std::int64_t demand = 0;  // units that the items must take from bins
};

struct MatchResult {
  std::vector<std::vector<std::size_t>> bins;  // per item, in slot order
  std::int64_t overflow = 0;  // the smallest equal raise of every capacity
  std::optional<MatchBottleneck> bottleneck;  // set where overflow > 0
};

// Each slot of an item has a ticket for each bin. Slots count from 1.
struct SlotBin {
  std::size_t item = 0;
  std::int64_t slot = 1;
  std::size_t bin = 0;
};
using SlotTicket = absl::FunctionRef<Digest(SlotBin)>;

// All functions of `tickets` give the same tickets: a large problem's tickets
// are made by as many threads, each with a function of its own.
// DRAW_TOO_FEW_CANDIDATES where an item has fewer candidates than slots, since
// no overflow would serve it.
absl::StatusOr<MatchResult> Match(const MatchProblem& problem,
                                  absl::Span<const SlotTicket> tickets);
inline absl::StatusOr<MatchResult> Match(const MatchProblem& problem,
                                         SlotTicket ticket) {
  return Match(problem, absl::MakeConstSpan(&ticket, 1));
}

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_MATCH_H_
