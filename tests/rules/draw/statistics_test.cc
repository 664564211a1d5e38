// Is the draw fair? Fixed seeds, so each test gives the same answer every time;
// the limits are those of a chance of one in ten thousand on either side. The
// same tests must reject ways of drawing that look random and are not.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/entropy.h"
#include "lib/base/status_matchers.h"
#include "lib/rules/draw/allocate.h"
#include "lib/rules/draw/run.h"
#include "lib/rules/draw/smallest.h"
#include "tests/rules/draw/bundles.h"

namespace spotcheck::rules {
namespace {

// The chi-square quantile at `z` standard deviations (Wilson and Hilferty).
double ChiSquareQuantile(double degrees, double z) {
  const double k = 2.0 / (9.0 * degrees);
  return degrees * std::pow(1.0 - k + z * std::sqrt(k), 3.0);
}
constexpr double kOneInTenThousand = 3.719;

// Inclusion counts of units that are equally likely, from draws without
// replacement of given sizes. The variance of a draw of n from N is that of the
// finite population: n(N-n)/(N(N-1)) times the projection on equal means.
struct Inclusion {
  std::vector<std::int64_t> counts;  // one a unit
  double variance = 0;               // sum over the draws of n(N-n)/(N(N-1))
  std::map<std::pair<std::size_t, std::size_t>, std::int64_t> pairs;
  double expected_pair = 0;  // sum over the draws of n(n-1)/(N(N-1))
};

void AddDraw(const std::set<std::size_t>& drawn, Inclusion& inclusion) {
  const auto n = static_cast<double>(drawn.size());
  const auto size = static_cast<double>(inclusion.counts.size());
  inclusion.variance += n * (size - n) / (size * (size - 1.0));
  inclusion.expected_pair += n * (n - 1.0) / (size * (size - 1.0));
  for (const std::size_t unit : drawn) {
    ++inclusion.counts[unit];
    for (const std::size_t other : drawn) {
      if (unit < other) ++inclusion.pairs[{unit, other}];
    }
  }
}

// Whether no two units come together much more or less often than chance would
// have it: one in ten thousand over all pairs. Catches samples that are even
// one by one and of which only a few exist.
bool PairsAreFair(const Inclusion& inclusion) {
  constexpr double kOneInTenThousandOfAllPairs = 5.2;  // of up to 780
  const double spread = std::sqrt(std::max(inclusion.expected_pair, 1.0));
  for (std::size_t a = 0; a < inclusion.counts.size(); ++a) {
    for (std::size_t b = a + 1; b < inclusion.counts.size(); ++b) {
      const auto found = inclusion.pairs.find({a, b});
      const double together = found == inclusion.pairs.end()
                                  ? 0.0
                                  : static_cast<double>(found->second);
      if (std::abs(together - inclusion.expected_pair) >
          kOneInTenThousandOfAllPairs * spread) {
        return false;
      }
    }
  }
  return true;
}

double ChiSquare(const Inclusion& inclusion) {
  const double mean =
      static_cast<double>(std::accumulate(
          inclusion.counts.begin(), inclusion.counts.end(), std::int64_t{0})) /
      static_cast<double>(inclusion.counts.size());
  double sum = 0;
  for (const std::int64_t count : inclusion.counts) {
    sum += std::pow(static_cast<double>(count) - mean, 2.0);
  }
  return sum / inclusion.variance;
}

// Neither more uneven nor more even than chance.
bool IsFair(const Inclusion& inclusion) {
  const auto degrees = static_cast<double>(inclusion.counts.size()) - 1.0;
  const double statistic = ChiSquare(inclusion);
  return statistic < ChiSquareQuantile(degrees, kOneInTenThousand) &&
         statistic > ChiSquareQuantile(degrees, -kOneInTenThousand) &&
         PairsAreFair(inclusion);
}

// ---- The real draw.

constexpr int kDraws = 3000;

SeedInputs SeedOf(std::uint64_t number) {
  FakeEntropy entropy(number);
  return {Sha256(entropy.Bytes(8)),
          entropy.Bytes(32),
          "",
          {entropy.Bytes(16), entropy.Bytes(16)}};
}

// Four strata of 16, 10, 8 and 6 enterprises with five lines each, one
// laboratory and two inspectors for all.
Bundle FairFrame() {
  const std::vector<std::pair<std::string, int>> strata = {
      {"A", 16}, {"B", 10}, {"C", 8}, {"D", 6}};
  Bundle bundle = SmallBundle();
  bundle.plan.weights = {{Stratum("A"), 1},
                         {Stratum("B"), 2},
                         {Stratum("C"), 3},
                         {Stratum("D"), 4}};
  bundle.plan.sample_size = 11;
  bundle.plan.lines_per_enterprise = 2;
  bundle.plan.inspectors_per_enterprise = 1;
  bundle.frame = {};
  int number = 0;
  std::map<Usci, Stratum> rows;
  for (const auto& [name, size] : strata) {
    for (int i = 0; i < size; ++i) rows[MakeUsci(++number)] = Stratum(name);
  }
  for (const auto& [usci, stratum] : rows) {
    bundle.frame.enterprises.push_back({usci, stratum, {}, ""});
    for (int line = 0; line < 5; ++line) {
      bundle.frame.lines.push_back(
          {usci, LineId("L" + std::to_string(line)), 0, {}, ""});
    }
  }
  bundle.frame.labs = {{LabId("LAB0"), 1000, {0}, {}, {}}};
  bundle.frame.inspectors = {{InspectorId("I0"), 1000, {}},
                             {InspectorId("I1"), 1000, {}}};
  return bundle;
}

struct Counted {
  std::map<Stratum, Inclusion> enterprises;
  Inclusion lines;  // by the line's number, over all drawn enterprises
  std::map<Stratum, double> expected;  // enterprises a stratum, all draws
};

void CountSelection(const DrawResult& result,
                    const std::map<Usci, std::size_t>& place,
                    Counted& counted) {
  std::map<Stratum, std::set<std::size_t>> drawn;
  for (const SelectedEnterprise& unit : result.selection) {
    drawn[unit.stratum].insert(place.at(unit.usci));
    std::set<std::size_t> lines;
    for (const SelectedLine& line : unit.lines) {
      lines.insert(static_cast<std::size_t>(line.line.str()[1] - '0'));
    }
    AddDraw(lines, counted.lines);
  }
  for (auto& [stratum, inclusion] : counted.enterprises) {
    AddDraw(drawn[stratum], inclusion);
  }
}

Counted CountDraws(const Bundle& bundle) {
  Counted counted;
  std::map<Usci, std::size_t> place;
  for (const FrameRow& row : bundle.frame.enterprises) {
    Inclusion& stratum = counted.enterprises[row.stratum];
    place[row.usci] = stratum.counts.size();
    stratum.counts.push_back(0);
  }
  counted.lines.counts.assign(5, 0);
  for (int draw = 0; draw < kDraws; ++draw) {
    const auto result = RunDraw(bundle.id.suite, bundle.plan, bundle.frame,
                                SeedOf(static_cast<std::uint64_t>(draw)));
    EXPECT_OK(result);
    if (!result.ok()) return counted;
    CountSelection(*result, place, counted);
    for (const auto& [stratum, chance] : result->inclusion_probability) {
      counted.expected[stratum] +=
          static_cast<double>(chance.numerator) /
          static_cast<double>(chance.denominator) *
          static_cast<double>(counted.enterprises.at(stratum).counts.size());
    }
  }
  return counted;
}

TEST(DrawStatisticsTest, InclusionCountsFitTheExactProbabilities) {
  const Counted counted = CountDraws(FairFrame());
  for (const auto& [stratum, inclusion] : counted.enterprises) {
    EXPECT_TRUE(IsFair(inclusion))
        << stratum.str() << ": chi-square " << ChiSquare(inclusion);
    // The offset moves a stratum's number by less than one a draw.
    const auto total = static_cast<double>(std::accumulate(
        inclusion.counts.begin(), inclusion.counts.end(), std::int64_t{0}));
    EXPECT_NEAR(total, counted.expected.at(stratum),
                kOneInTenThousand * 0.5 * std::sqrt(kDraws))
        << stratum.str();
  }
  EXPECT_TRUE(IsFair(counted.lines))
      << "lines: chi-square " << ChiSquare(counted.lines);
}

// ---- Exact enumeration.

TEST(DrawStatisticsTest, OverEveryOffsetEachStratumGetsItsExactExpectation) {
  const std::vector<Pools> cases = {
      {{Stratum("A"), {7, 1}}, {Stratum("B"), {5, 2}}, {Stratum("C"), {3, 4}}},
      {{Stratum("A"), {30, 1}}, {Stratum("D"), {4, 1000}}},
      {{Stratum("A"), {9, 3}}, {Stratum("B"), {9, 3}}, {Stratum("C"), {1, 8}}},
      {{Stratum("B"), {11, 2}}},
  };
  for (const Pools& pools : cases) {
    std::int64_t eligible = 0;
    for (const auto& [stratum, pool] : pools) eligible += pool.eligible;
    for (std::int64_t n = 1; n <= eligible; ++n) {
      ASSERT_OK_AND_ASSIGN(const AllocationShape shape, FillStrata(n, pools));
      const std::int64_t offsets = std::max<std::int64_t>(shape.total, 1);
      std::map<Stratum, std::int64_t> sums;
      for (std::int64_t offset = 0; offset < offsets; ++offset) {
        const Allocation at = AllocateAt(offset, shape, pools);
        std::int64_t total = 0;
        for (const auto& [stratum, count] : at.counts) {
          sums[stratum] += count;
          total += count;
        }
        ASSERT_EQ(total, n);
      }
      const Allocation any = AllocateAt(0, shape, pools);
      for (const auto& [stratum, pool] : pools) {
        const Fraction chance = any.probability.at(stratum);
        EXPECT_EQ(sums[stratum] * chance.denominator,
                  offsets * pool.eligible * chance.numerator)
            << stratum.str() << " of " << n;
      }
    }
  }
}

TEST(DrawStatisticsTest, EverySubsetOfThreeOfSixComesFromEquallyManyOrders) {
  std::vector<int> tickets = {0, 1, 2, 3, 4, 5};
  std::map<std::set<int>, int> subsets;
  do {
    Smallest<std::pair<int, int>> smallest(3);
    for (int unit = 0; unit < 6; ++unit) {
      smallest.Add({tickets[static_cast<std::size_t>(unit)], unit});
    }
    std::set<int> drawn;
    for (const auto& [ticket, unit] : std::move(smallest).Sorted()) {
      drawn.insert(unit);
    }
    ++subsets[drawn];
  } while (std::next_permutation(tickets.begin(), tickets.end()));
  EXPECT_EQ(subsets.size(), 20u);
  for (const auto& [subset, orders] : subsets) EXPECT_EQ(orders, 36);
}

TEST(DrawStatisticsTest, TheOrderOfTheInputNeverMatters) {
  std::vector<std::pair<int, int>> units;
  for (int i = 0; i < 40; ++i) units.push_back({(i * 7919) % 1009, i});
  const auto draw = [](const std::vector<std::pair<int, int>>& from) {
    Smallest<std::pair<int, int>> smallest(9);
    for (const auto& unit : from) smallest.Add(unit);
    return std::move(smallest).Sorted();
  };
  const auto first = draw(units);
  for (int turn = 0; turn < 40; ++turn) {
    std::rotate(units.begin(), units.begin() + 1, units.end());
    EXPECT_EQ(draw(units), first);
    std::reverse(units.begin(), units.end());
    EXPECT_EQ(draw(units), first);
  }
}

// ---- Negative controls: the test above must be able to fail.

constexpr int kUnits = 40;
constexpr int kSample = 10;

// Draws kSample of kUnits from 32 bytes a unit.
using Sampler =
    std::function<std::set<std::size_t>(const std::vector<Digest>& chance)>;

Inclusion CountSampler(const Sampler& sample) {
  Inclusion inclusion;
  inclusion.counts.assign(kUnits, 0);
  for (int draw = 0; draw < kDraws; ++draw) {
    std::vector<Digest> chance;
    for (int unit = 0; unit < kUnits; ++unit) {
      chance.push_back(
          Sha256(std::to_string(draw) + "/" + std::to_string(unit)));
    }
    AddDraw(sample(chance), inclusion);
  }
  return inclusion;
}

std::set<std::size_t> SmallestOf(
    const std::vector<Digest>& chance,
    const std::function<std::uint64_t(const Digest&, std::size_t)>& key) {
  Smallest<std::pair<std::uint64_t, std::size_t>> smallest(kSample);
  for (std::size_t unit = 0; unit < chance.size(); ++unit) {
    smallest.Add({key(chance[unit], unit), unit});
  }
  std::set<std::size_t> drawn;
  for (const auto& [ticket, unit] : std::move(smallest).Sorted()) {
    drawn.insert(unit);
  }
  return drawn;
}

std::uint64_t Word(const Digest& digest) {
  std::uint64_t word = 0;
  for (int i = 0; i < 8; ++i) {
    word = (word << 8) | digest.bytes[static_cast<std::size_t>(i)];
  }
  return word;
}

TEST(DrawStatisticsTest, FullTicketsPassTheTestThatTheControlsMustFail) {
  EXPECT_TRUE(IsFair(CountSampler([](const std::vector<Digest>& chance) {
    return SmallestOf(chance,
                      [](const Digest& d, std::size_t) { return Word(d); });
  })));
}

TEST(DrawStatisticsTest, EightBitTicketsModuloTheSizeAreRejected) {
  EXPECT_FALSE(IsFair(CountSampler([](const std::vector<Digest>& chance) {
    std::set<std::size_t> drawn;
    for (const Digest& digest : chance) {
      if (drawn.size() == kSample) break;
      drawn.insert(digest.bytes[0] % kUnits);
    }
    return drawn;
  })));
}

TEST(DrawStatisticsTest, ABiasedComparatorIsRejected) {
  EXPECT_FALSE(IsFair(CountSampler([](const std::vector<Digest>& chance) {
    return SmallestOf(chance, [](const Digest& d, std::size_t unit) {
      // The first unit's tickets come out a fifth smaller.
      return unit == 0 ? Word(d) / 5 * 4 : Word(d);
    });
  })));
}

TEST(DrawStatisticsTest, EveryKthRowFromOneRandomStartIsRejected) {
  EXPECT_FALSE(IsFair(CountSampler([](const std::vector<Digest>& chance) {
    constexpr std::size_t kStep = kUnits / kSample;
    std::set<std::size_t> drawn;
    const std::size_t start = Word(chance[0]) % kStep;
    for (std::size_t i = start; i < kUnits; i += kStep) drawn.insert(i);
    return drawn;
  })));
}

}  // namespace
}  // namespace spotcheck::rules
