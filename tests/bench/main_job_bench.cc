// Import, draw and status, each against a baseline in the same run.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <memory>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/bench/bench_house.h"

namespace spotcheck::bench {
namespace {

constexpr std::int64_t kMillion = 1'000'000;
// As many as a province employs.
constexpr std::int64_t kLabs = 100;
// Clients that import beside small writes, to see what they make others wait.
constexpr std::int64_t kImporters = 16;
constexpr std::int64_t kInspectors = 400;

std::int64_t Enterprises() {
  return SizeFromEnvironment("SPOTCHECK_BENCH_ENTERPRISES", 23'000);
}
std::int64_t Sample() {
  return SizeFromEnvironment("SPOTCHECK_BENCH_SAMPLE",
                             Enterprises() >= kMillion ? 10'000 : 1'000);
}

template <typename Work>
double Seconds(Work work) {
  const absl::Time start = absl::Now();
  work();
  return absl::ToDoubleSeconds(absl::Now() - start);
}

// Times `work` as the iteration and reports it over `baseline`.
template <typename Work, typename Baseline>
void Compare(benchmark::State& state, Work work, Baseline baseline) {
  double mine = 0;
  double other = 0;
  for (auto _ : state) {
    const double seconds = Seconds(work);
    state.SetIterationTime(seconds);
    mine += seconds;
    other += Seconds(baseline);
  }
  state.counters["ratio"] = mine / other;
  state.counters["peak_mib"] = PeakMebibytes();
}

// Filled once, for the benchmarks that only read or draw.
BenchHouse& Filled() {
  static const std::unique_ptr<BenchHouse> house = [] {
    const char* keep = std::getenv("SPOTCHECK_BENCH_KEEP");
    auto made = std::make_unique<BenchHouse>(keep == nullptr ? "" : keep);
    if (!made->FillOnce(Enterprises())) return made;
    // Two lines and two inspectors an enterprise drawn: the laboratories fall
    // short by a tenth, the inspectors have a tenth to spare.
    made->ImportPeople(
        {kLabs, std::max<std::int64_t>(Sample() * 2 * 9 / 10 / kLabs, 1)},
        {kInspectors,
         std::max<std::int64_t>(Sample() * 2 * 11 / 10 / kInspectors, 1)});
    made->ImportEnterprises(0, Enterprises());
    made->ImportChecks(0, Enterprises());
    return made;
  }();
  return *house;
}

void Import(benchmark::State& state) {
  BenchHouse house;
  Compare(
      state, [&] { house.ImportEnterprises(0, Enterprises()); },
      [&] { house.BaselineImport(Enterprises()); });
}
BENCHMARK(Import)->UseManualTime()->Iterations(1)->Unit(benchmark::kSecond);

void Draw(benchmark::State& state) {
  using enum BenchHouse::Baseline;
  BenchHouse& house = Filled();
  double lines = 0;
  double enterprises = 0;
  double mine = 0;
  for (auto _ : state) {
    const std::string task =
        absl::StrCat("bench-", absl::ToUnixNanos(absl::Now()));
    const double seconds = Seconds([&] { house.Draw(task, Sample()); });
    state.SetIterationTime(seconds);
    mine += seconds;
    lines += Seconds([&] { house.BaselineDraw(kLines, Sample()); });
    enterprises += Seconds([&] { house.BaselineDraw(kEnterprises, Sample()); });
  }
  state.counters["ratio"] = mine / lines;
  state.counters["ratio_enterprises"] = mine / enterprises;
  state.counters["us_per_enterprise"] =
      mine * 1e6 / static_cast<double>(state.iterations() * Enterprises());
  state.counters["peak_mib"] = PeakMebibytes();
}
BENCHMARK(Draw)->UseManualTime()->Iterations(2)->Unit(benchmark::kSecond);

// What a small write waits for at most while a draw goes on, over what it waits
// for while sixteen clients import at once: their batches share group commits.
void WaitDuringDraw(benchmark::State& state) {
  BenchHouse& house = Filled();
  double draw = 0;
  double import = 0;
  for (auto _ : state) {
    const std::string task =
        absl::StrCat("bench-", absl::ToUnixNanos(absl::Now()));
    draw = house.LongestWait([&] { house.Draw(task, Sample()); });
    state.SetIterationTime(draw);
    import = house.LongestWait([&] { house.ImportOutside(kImporters);
  });
}
state.counters["ratio"] = draw / import;
}  // namespace
BENCHMARK(WaitDuringDraw)
    ->UseManualTime()
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

void Status(benchmark::State& state) {
  BenchHouse& house = Filled();
  std::int64_t number = 0;
  Compare(
      state, [&] { house.Status(BenchHouse::Code(number++ % Enterprises())); },
      [&] { house.ReadOneRow(BenchHouse::Code(number % Enterprises())); });
}
BENCHMARK(Status)->UseManualTime()->Iterations(2000)->Unit(
    benchmark::kMicrosecond);

}  // namespace spotcheck::bench
}  // namespace spotcheck::bench

BENCHMARK_MAIN();
