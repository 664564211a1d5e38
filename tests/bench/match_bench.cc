// Laboratories and inspectors at their full size, against sorting as many
// tickets as the matching has to make.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lib/rules/draw/match.h"
#include "lib/rules/draw/ticket.h"

namespace spotcheck::rules {
namespace {

struct Size {
  std::size_t items = 0;
  std::size_t bins = 0;
  std::int64_t slots = 1;
};

// Every item may go to nine bins of ten; capacity is a tenth short.
MatchProblem ProblemOf(const Size& size) {
  MatchProblem problem;
  problem.slots = size.slots;
  const auto demand = static_cast<std::int64_t>(size.items) * size.slots;
  problem.capacities.assign(
      size.bins, demand * 9 / 10 / static_cast<std::int64_t>(size.bins));
  for (std::size_t item = 0; item < size.items; ++item) {
    BitSet candidates(size.bins);
    for (std::size_t bin = 0; bin < size.bins; ++bin) {
      if ((item * 7 + bin * 3) % 10 != 0) candidates.Add(bin);
    }
    problem.candidates.push_back(std::move(candidates));
  }
  return problem;
}

Digest TicketOf(const Tickets& tickets, const SlotBin& at) {
  return tickets.Of({"inspector", std::to_string(at.item),
                     std::to_string(at.slot), std::to_string(at.bin)});
}

void Matching(benchmark::State& state) {
  const Size size = {static_cast<std::size_t>(state.range(0)),
                     static_cast<std::size_t>(state.range(1)), state.range(2)};
  const MatchProblem problem = ProblemOf(size);
  const Tickets tickets(HashSuite::kSha256, Sha256("bench"));
  for (auto _ : state) {
    auto result =
        Match(problem, [&](SlotBin at) { return TicketOf(tickets, at); });
    if (!result.ok()) state.SkipWithError("no assignment");
    benchmark::DoNotOptimize(result);
  }
}

void SortingAsManyTickets(benchmark::State& state) {
  const Tickets tickets(HashSuite::kSha256, Sha256("bench"));
  const auto count = static_cast<std::size_t>(state.range(0)) *
                     static_cast<std::size_t>(state.range(1)) *
                     static_cast<std::size_t>(state.range(2));
  for (auto _ : state) {
    std::vector<Digest> all;
    for (std::size_t i = 0; i < count; ++i) {
      all.push_back(TicketOf(tickets, {i, 1, i}));
    }
    std::sort(all.begin(), all.end());
    benchmark::DoNotOptimize(all);
  }
}

#define SPOTCHECK_MATCH_SIZES \
  Args({10'000, 100, 1})      \
      ->Args({5'000, 400, 2}) \
      ->Iterations(1)         \
      ->Unit(benchmark::kSecond)

BENCHMARK(Matching)->SPOTCHECK_MATCH_SIZES;
BENCHMARK(SortingAsManyTickets)->SPOTCHECK_MATCH_SIZES;

}  // namespace
}  // namespace spotcheck::rules

BENCHMARK_MAIN();
