// Import, draw and status, each against a baseline in the same run.

#include <benchmark/benchmark.h>

#include <memory>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/bench/bench_house.h"

namespace spotcheck::bench {
namespace {

constexpr std::int64_t kMillion = 1'000'000;

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
    auto made = std::make_unique<BenchHouse>();
    // Two lines an enterprise drawn: short of capacity by a tenth.
    made->ImportPeople(12, std::max<std::int64_t>(160, Sample() / 5),
                       std::max<std::int64_t>(Sample() * 2 / 13, 1));
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
  BenchHouse& house = Filled();
  int number = 0;
  Compare(
      state, [&] { house.Draw(absl::StrCat("bench-", ++number), Sample()); },
      [&] { house.BaselineDraw(Sample()); });
}
BENCHMARK(Draw)->UseManualTime()->Iterations(2)->Unit(benchmark::kSecond);

void Status(benchmark::State& state) {
  BenchHouse& house = Filled();
  std::int64_t number = 0;
  Compare(
      state, [&] { house.Status(BenchHouse::Code(number++ % Enterprises())); },
      [&] { house.ReadOneRow(BenchHouse::Code(number % Enterprises())); });
}
BENCHMARK(Status)->UseManualTime()->Iterations(2000)->Unit(
    benchmark::kMicrosecond);

}  // namespace
}  // namespace spotcheck::bench

BENCHMARK_MAIN();
