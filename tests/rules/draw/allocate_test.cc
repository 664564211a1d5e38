#include "lib/rules/draw/allocate.h"

#include <random>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"

namespace spotcheck::rules {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::AllOf;
using ::testing::Ge;
using ::testing::Le;

const Stratum kA("A");
const Stratum kB("B");
const Stratum kC("C");

TEST(AllocateTest, AStratumThatGetsExactlyItsSizeIsNotFull) {
  const Pools pools = {{kA, {3, 1}}, {kB, {7, 1}}};
  ASSERT_OK_AND_ASSIGN(const AllocationShape shape, FillStrata(10, pools));
  EXPECT_FALSE(shape.full.at(kA));
  EXPECT_FALSE(shape.full.at(kB));
  const Allocation allocation = AllocateAt(0, shape, pools);
  EXPECT_EQ(allocation.counts.at(kA), 3);
  EXPECT_EQ(allocation.probability.at(kA), (Fraction{10, 10}));
}

TEST(AllocateTest, AStratumThatWouldGetMoreIsFullAndTheRestShareWhatIsLeft) {
  // 8 · 4 > 4·2 + 1·10 = 18, so B is full; then 6 of 10 are left for A.
  const Pools pools = {{kA, {10, 1}}, {kB, {2, 4}}};
  ASSERT_OK_AND_ASSIGN(const AllocationShape shape, FillStrata(8, pools));
  EXPECT_TRUE(shape.full.at(kB));
  EXPECT_EQ(shape.remaining, 6);
  EXPECT_EQ(shape.total, 10);
  const Allocation allocation = AllocateAt(9, shape, pools);
  EXPECT_EQ(allocation.counts.at(kA), 6);
  EXPECT_EQ(allocation.counts.at(kB), 2);
  EXPECT_EQ(allocation.probability.at(kB), (Fraction{1, 1}));
  EXPECT_EQ(allocation.probability.at(kA), (Fraction{6, 10}));
}

TEST(AllocateTest, FillingOneStratumCanFillTheNext) {
  const Pools pools = {{kA, {60, 1}}, {kB, {4, 10}}, {kC, {2, 100}}};
  ASSERT_OK_AND_ASSIGN(const AllocationShape shape, FillStrata(13, pools));
  EXPECT_TRUE(shape.full.at(kC));  // 13·100 > 60 + 40 + 200 = 300
  EXPECT_TRUE(shape.full.at(kB));  // 11·10 > 60 + 40 = 100, not 13·10 > 300
  EXPECT_FALSE(shape.full.at(kA));
  EXPECT_EQ(shape.remaining, 7);
}

TEST(AllocateTest, AStratumThatGetsNothingIsKeptAsZero) {
  const Pools pools = {{kA, {1, 1}}, {kB, {100, 10}}};
  ASSERT_OK_AND_ASSIGN(const AllocationShape shape, FillStrata(1, pools));
  EXPECT_EQ(AllocateAt(500, shape, pools).counts.at(kA), 0);
  EXPECT_EQ(AllocateAt(0, shape, pools).counts.at(kA), 1);
}

TEST(AllocateTest, TheMeanOverAllOffsetsIsTheInclusionProbability) {
  std::mt19937 random(7);  // fixed: the cases are part of the test
  const auto below = [&](std::uint32_t n) {
    return static_cast<std::int64_t>(random() % n);
  };
  for (int round = 0; round < 200; ++round) {
    Pools pools;
    std::int64_t eligible = 0;
    for (const Stratum& stratum : {kA, kB, kC}) {
      pools[stratum] = {1 + below(12), 1 + below(9)};
      eligible += pools[stratum].eligible;
    }
    const auto n = 1 + below(static_cast<std::uint32_t>(eligible));
    ASSERT_OK_AND_ASSIGN(const AllocationShape shape, FillStrata(n, pools));
    std::map<Stratum, std::int64_t> sums;
    for (std::int64_t u = 0; u < shape.total; ++u) {
      const Allocation allocation = AllocateAt(u, shape, pools);
      std::int64_t sum = 0;
      for (const auto& [stratum, count] : allocation.counts) {
        EXPECT_THAT(count, AllOf(Ge(0), Le(pools[stratum].eligible)));
        sums[stratum] += count;
        sum += count;
      }
      EXPECT_EQ(sum, n);
    }
    const Allocation any = AllocateAt(0, shape, pools);
    for (const auto& [stratum, sum] : sums) {
      const Fraction p = any.probability.at(stratum);
      EXPECT_EQ(sum * p.denominator,
                shape.total * p.numerator * pools[stratum].eligible);
    }
  }
}

TEST(AllocateTest, AFullSampleTakesEveryone) {
  const Pools pools = {{kA, {5, 1}}, {kB, {3, 1000}}};
  const Tickets tickets(HashSuite::kSha256, Digest{});
  ASSERT_OK_AND_ASSIGN(const Allocation allocation,
                       Allocate(tickets, 8, pools));
  EXPECT_EQ(allocation.counts.at(kA), 5);
  EXPECT_EQ(allocation.counts.at(kB), 3);
}

TEST(AllocateTest, RefusesWhatIsOutOfRange) {
  EXPECT_THAT(FillStrata(9, {{kA, {8, 1}}}),
              StatusReasonIs("DRAW_SAMPLE_TOO_LARGE"));
  EXPECT_THAT(FillStrata(0, {{kA, {8, 1}}}),
              StatusReasonIs("DRAW_NUMBER_OUT_OF_RANGE"));
  EXPECT_THAT(FillStrata(1, {{kA, {8, 1001}}}),
              StatusReasonIs("DRAW_NUMBER_OUT_OF_RANGE"));
  EXPECT_THAT(FillStrata(1, {{kA, {1'000'001, 1}}}),
              StatusReasonIs("DRAW_NUMBER_OUT_OF_RANGE"));
  EXPECT_THAT(FillStrata(1, {}), StatusReasonIs("DRAW_SAMPLE_TOO_LARGE"));
}

}  // namespace
}  // namespace spotcheck::rules
