#include "lib/rules/draw/match.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <random>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"

namespace spotcheck::rules {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::ElementsAre;

// Tickets by the round of a test.
Digest TicketOf(int round, SlotBin slot) {
  return Sha256(
      absl::StrCat(round, "/", slot.item, "/", slot.slot, "/", slot.bin));
}

// The protocol's words by exhaustive search; for a handful of items.
class Exhaustive {
 public:
  Exhaustive(const MatchProblem& problem, int round)
      : problem_(problem), round_(round), room_(problem.capacities) {}

  MatchResult Solve() {
    MatchResult result;
    held_.resize(problem_.candidates.size());
    while (!Servable(0)) {
      ++result.overflow;
      for (std::int64_t& room : room_) ++room;
    }
    for (std::size_t item = 0; item < held_.size(); ++item) {
      for (std::int64_t slot = 1; slot <= problem_.slots; ++slot) {
        for (const std::size_t bin : Order(item, slot)) {
          if (!CanHold(item, bin)) continue;
          Hold(item, bin);
          if (Servable(item)) break;
          Release(item);
        }
      }
    }
    result.bins = held_;
    return result;
  }

 private:
  std::vector<std::size_t> Order(std::size_t item, std::int64_t slot) const {
    std::vector<std::pair<Digest, std::size_t>> order;
    for (std::size_t bin = 0; bin < room_.size(); ++bin) {
      order.emplace_back(TicketOf(round_, {item, slot, bin}), bin);
    }
    std::sort(order.begin(), order.end());
    std::vector<std::size_t> bins;
    for (const auto& entry : order) bins.push_back(entry.second);
    return bins;
  }
  bool CanHold(std::size_t item, std::size_t bin) const {
    const auto& held = held_[item];
    return problem_.candidates[item].Has(bin) && room_[bin] > 0 &&
           std::find(held.begin(), held.end(), bin) == held.end();
  }
  void Hold(std::size_t item, std::size_t bin) {
    held_[item].push_back(bin);
    --room_[bin];
  }
  void Release(std::size_t item) {
    ++room_[held_[item].back()];
    held_[item].pop_back();
  }
  // Whether the items from `item` on can be served beside what is held.
  bool Servable(std::size_t item) {
    if (item == held_.size()) return true;
    if (std::cmp_equal(held_[item].size(), problem_.slots)) {
      return Servable(item + 1);
    }
    for (std::size_t bin = 0; bin < room_.size(); ++bin) {
      if (!CanHold(item, bin)) continue;
      Hold(item, bin);
      const bool servable = Servable(item);
      Release(item);
      if (servable) return true;
    }
    return false;
  }

  const MatchProblem& problem_;
  int round_;
  std::vector<std::int64_t> room_;
  std::vector<std::vector<std::size_t>> held_;
};

class RandomProblems {
 public:
  explicit RandomProblems(std::uint32_t seed) : random_(seed) {}
  MatchProblem Next() {
    MatchProblem problem;
    const std::size_t bins = 2 + Below(4);
    problem.slots = static_cast<std::int64_t>(1 + Below(2));
    for (std::size_t i = 0; i < bins; ++i) {
      problem.capacities.push_back(static_cast<std::int64_t>(1 + Below(3)));
    }
    const std::size_t items = 1 + Below(5);
    while (problem.candidates.size() < items) {
      BitSet candidates(bins);
      for (std::size_t bin = 0; bin < bins; ++bin) {
        if (Below(2) == 0) candidates.Add(bin);
      }
      if (std::cmp_less(candidates.Count(), problem.slots)) continue;
      problem.candidates.push_back(candidates);
    }
    return problem;
  }

 private:
  std::size_t Below(std::size_t n) { return random_() % n; }
  std::mt19937 random_;
};

TEST(MatchTest, AgreesWithExhaustiveSearch) {
  RandomProblems problems(20171016);
  int overflows = 0;
  for (int round = 0; round < 3000; ++round) {
    SCOPED_TRACE(round);
    const MatchProblem problem = problems.Next();
    ASSERT_OK_AND_ASSIGN(
        const MatchResult result,
        Match(problem, [&](SlotBin slot) { return TicketOf(round, slot); }));
    const MatchResult expected = Exhaustive(problem, round).Solve();
    EXPECT_EQ(result.overflow, expected.overflow);
    EXPECT_EQ(result.bins, expected.bins);
    if (result.overflow > 0) ++overflows;
  }
  EXPECT_GT(overflows, 100);
}

TEST(MatchTest, TheBottleneckProvesTheOverflow) {
  RandomProblems problems(64);
  for (int round = 0; round < 3000; ++round) {
    const MatchProblem problem = problems.Next();
    ASSERT_OK_AND_ASSIGN(
        const MatchResult result,
        Match(problem, [&](SlotBin slot) { return TicketOf(round, slot); }));
    EXPECT_EQ(result.bottleneck.has_value(), result.overflow > 0);
    if (!result.bottleneck.has_value()) continue;
    const MatchBottleneck& found = *result.bottleneck;
    const auto bins = static_cast<std::int64_t>(found.bins.size());
    EXPECT_GT(found.demand, found.capacity + bins * (result.overflow - 1));
    EXPECT_LE(found.demand, found.capacity + bins * result.overflow);
  }
}

TEST(MatchTest, DoesNotDependOnTheOrderOfTheBins) {
  RandomProblems problems(35);
  for (int round = 0; round < 300; ++round) {
    const MatchProblem problem = problems.Next();
    const std::size_t bins = problem.capacities.size();
    MatchProblem turned{std::vector<std::int64_t>(bins), {}, problem.slots};
    const auto turn = [&](std::size_t bin) { return bins - 1 - bin; };
    for (std::size_t bin = 0; bin < bins; ++bin) {
      turned.capacities[turn(bin)] = problem.capacities[bin];
    }
    for (const BitSet& candidates : problem.candidates) {
      turned.candidates.emplace_back(bins);
      for (std::size_t bin = 0; bin < bins; ++bin) {
        if (candidates.Has(bin)) turned.candidates.back().Add(turn(bin));
      }
    }
    ASSERT_OK_AND_ASSIGN(
        const MatchResult result,
        Match(problem, [&](SlotBin slot) { return TicketOf(round, slot); }));
    ASSERT_OK_AND_ASSIGN(MatchResult other, Match(turned, [&](SlotBin slot) {
                           slot.bin = turn(slot.bin);
                           return TicketOf(round, slot);
                         }));
    for (auto& held : other.bins) {
      for (std::size_t& bin : held) bin = turn(bin);
    }
    EXPECT_EQ(other.bins, result.bins);
  }
}

TEST(MatchTest, DoesNotDependOnTheNumberOfThreads) {
  constexpr std::size_t kBins = 200;
  MatchProblem problem{std::vector<std::int64_t>(kBins, 7), {}, 2};
  for (std::size_t item = 0; item < 600; ++item) {
    problem.candidates.emplace_back(kBins);
    for (std::size_t bin = 0; bin < kBins; ++bin) {
      if ((item * 7 + bin) % 5 != 0) problem.candidates.back().Add(bin);
    }
  }
  const auto ticket = [](SlotBin slot) { return TicketOf(1, slot); };
  ASSERT_OK_AND_ASSIGN(const MatchResult alone, Match(problem, ticket));
  ASSERT_OK_AND_ASSIGN(const MatchResult together,
                       Match(problem, {ticket, ticket, ticket}));
  EXPECT_EQ(together.bins, alone.bins);
  EXPECT_EQ(together.overflow, alone.overflow);
}

TEST(MatchTest, EqualTicketsFallBackToTheBinsNumber) {
  MatchProblem problem{{1, 1}, {BitSet(2)}, 1};
  problem.candidates[0].Add(0);
  problem.candidates[0].Add(1);
  ASSERT_OK_AND_ASSIGN(const MatchResult result,
                       Match(problem, [](SlotBin) { return Digest{}; }));
  EXPECT_THAT(result.bins[0], ElementsAre(0));
}

TEST(MatchTest, AnItemWithoutCandidatesEnoughIsRefused) {
  MatchProblem problem{{5, 5}, {BitSet(2)}, 2};
  problem.candidates[0].Add(1);
  EXPECT_THAT(Match(problem, [](SlotBin) { return Digest{}; }),
              StatusReasonIs("DRAW_TOO_FEW_CANDIDATES"));
}

TEST(MatchTest, NoItemsNeedNoBins) {
  ASSERT_OK_AND_ASSIGN(const MatchResult result,
                       Match(MatchProblem{}, [](SlotBin) { return Digest{}; }));
  EXPECT_TRUE(result.bins.empty());
  EXPECT_EQ(result.overflow, 0);
}

}  // namespace
}  // namespace spotcheck::rules
