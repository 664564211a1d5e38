#include "lib/rules/draw/ticket.h"

#include <set>
#include <string>

#include "gtest/gtest.h"
#include "lib/base/bytes.h"
#include "lib/base/status_matchers.h"

namespace spotcheck::rules {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusReasonIs;
using ::testing::Lt;

// 2^256 - 1 - below.
Digest FromTop(std::uint8_t below) {
  Digest digest;
  digest.bytes.fill(0xff);
  digest.bytes.back() = static_cast<std::uint8_t>(0xff - below);
  return digest;
}

TEST(TicketTest, IsTheHmacOfTheLabelsUnderTheSeed) {
  const Digest seed = Sha256("seed");
  const Tickets tickets(HashSuite::kSha256, seed);
  const HmacKey key(HashSuite::kSha256, seed.view());
  EXPECT_EQ(tickets.Of({"line", "U", "L"}),
            key.Sign(Lp({"line", "U", "L"}) + '\x01'));
}

TEST(TicketTest, DependsOnHowTheLabelsAreDivided) {
  const Tickets tickets(HashSuite::kSm3, Sha256("seed"));
  EXPECT_NE(tickets.Of({"ab", "c"}), tickets.Of({"a", "bc"}));
  EXPECT_NE(tickets.Of({"ab"}), tickets.Of({"ab", ""}));
}

TEST(UniformTest, RefusesExactlyTheTopOfTheRange) {
  struct Case {
    std::uint64_t divisor;
    std::uint8_t rest;  // 2^256 mod divisor
  };
  constexpr Case kCases[] = {{1, 0}, {2, 0},  {3, 1},  {5, 1},  {6, 4},
                             {7, 2}, {11, 9}, {13, 3}, {256, 0}};
  for (const Case& test : kCases) {
    SCOPED_TRACE(test.divisor);
    for (std::uint8_t below = 0; below < test.rest; ++below) {
      EXPECT_FALSE(AcceptUniform(FromTop(below), test.divisor).has_value());
    }
    EXPECT_EQ(AcceptUniform(FromTop(test.rest), test.divisor),
              test.divisor - 1);
  }
}

TEST(UniformTest, TakesTheRemainderOfABigEndianNumber) {
  // Computed with arbitrary-precision integers.
  struct Case {
    const char* text;
    std::uint64_t divisor;
    std::uint64_t remainder;
  };
  constexpr Case kCases[] = {
      {"a", 1000003u, 695814u},
      {"b", 36028797018963967u, 35833176133832964u},
      {"c", 1000000000u, 635618758u},
      {"d", 799u, 680u},
      {"e", 36028797018963968u, 14491051247300074u},
  };
  for (const Case& test : kCases) {
    EXPECT_EQ(AcceptUniform(Sha256(test.text), test.divisor), test.remainder)
        << test.text;
  }
}

TEST(UniformTest, ReachesEveryValueAndNoOther) {
  const Tickets tickets(HashSuite::kSha256, Sha256("seed"));
  std::set<std::uint64_t> seen;
  for (int i = 0; i < 400; ++i) {
    ASSERT_OK_AND_ASSIGN(const std::uint64_t value,
                         tickets.Uniform(10, {"test", std::to_string(i)}));
    EXPECT_THAT(value, Lt(10u));
    seen.insert(value);
  }
  EXPECT_EQ(seen.size(), 10u);
}

TEST(UniformTest, CountsItsAttemptsInTheLastLabel) {
  const Tickets tickets(HashSuite::kSha256, Sha256("seed"));
  EXPECT_THAT(
      tickets.Uniform(1000, {"allocation"}),
      IsOkAndHolds(*AcceptUniform(tickets.Of({"allocation", "0"}), 1000)));
}

TEST(UniformTest, RefusesADivisorOutOfRange) {
  const Tickets tickets(HashSuite::kSha256, Sha256("seed"));
  EXPECT_THAT(tickets.Uniform(0, {"x"}), StatusReasonIs("DRAW_UNIFORM_RANGE"));
  EXPECT_THAT(tickets.Uniform(kMaxUniform + 1, {"x"}),
              StatusReasonIs("DRAW_UNIFORM_RANGE"));
}

}  // namespace
}  // namespace spotcheck::rules
