#include "client/witness/typed_entropy.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/bytes.h"
#include "lib/base/hash.h"
#include "lib/base/status_matchers.h"

namespace spotcheck::client {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::DoubleNear;

std::string Repeat(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(TypedEntropyTest, FiftyThrowsOfADieAreEnough) {
  const std::string throws = Repeat("16352", 10);
  ASSERT_OK_AND_ASSIGN(const TypedContribution contribution,
                       ContributionFromTyped(TypedSource::kDice, throws));
  EXPECT_EQ(contribution.digits, 50);
  EXPECT_THAT(contribution.bits, DoubleNear(129.248, 0.001));
  EXPECT_EQ(contribution.bytes,
            Sha256(Lp({"spotcheck-typed-entropy/1", "dice", throws})).view());
  EXPECT_THAT(ContributionFromTyped(TypedSource::kDice, throws.substr(1)),
              StatusReasonIs("TOO_LITTLE_ENTROPY"));
}

TEST(TypedEntropyTest, ThirtyNineDecimalDigitsAreEnough) {
  const std::string digits = Repeat("0123456789", 4).substr(1);
  EXPECT_OK(ContributionFromTyped(TypedSource::kDigits, digits));
  EXPECT_THAT(ContributionFromTyped(TypedSource::kDigits, digits.substr(1)),
              StatusReasonIs("TOO_LITTLE_ENTROPY"));
}

TEST(TypedEntropyTest, SeparatorsDoNotCount) {
  const std::string plain = Repeat("16352", 10);
  ASSERT_OK_AND_ASSIGN(const TypedContribution a,
                       ContributionFromTyped(TypedSource::kDice, plain));
  ASSERT_OK_AND_ASSIGN(const TypedContribution b,
                       ContributionFromTyped(TypedSource::kDice,
                                             Repeat("16-352 ", 9) + "16-352"));
  EXPECT_EQ(a.bytes, b.bytes);
  EXPECT_EQ(b.digits, 50);
}

TEST(TypedEntropyTest, DiceAndDigitsAreDifferentSources) {
  const std::string throws = Repeat("16352", 10);
  ASSERT_OK_AND_ASSIGN(const TypedContribution dice,
                       ContributionFromTyped(TypedSource::kDice, throws));
  ASSERT_OK_AND_ASSIGN(const TypedContribution digits,
                       ContributionFromTyped(TypedSource::kDigits, throws));
  EXPECT_NE(dice.bytes, digits.bytes);
}

TEST(TypedEntropyTest, WhatIsNoDigitIsRefused) {
  const std::string good = Repeat("16352", 10);
  const struct {
    const char* what;
    std::string typed;
  } kCases[] = {
      {"full-width", "１" + good},
      {"a zero of a die", "0" + good},
      {"a seven", "7" + good},
      {"a letter", "a" + good},
      {"two blanks", "1  " + good},
      {"a blank in front", " " + good},
      {"a blank behind", good + " "},
      {"a hyphen behind", good + "-"},
      {"a line feed", good + "\n" + good},
      {"a tab", "1\t" + good},
      {"Arabic-Indic digits", "\u0661" + good},
      {"an ideographic space", "1\u3000" + good},
  };
  for (const auto& c : kCases) {
    EXPECT_THAT(ContributionFromTyped(TypedSource::kDice, c.typed),
                StatusReasonIs("TYPED_DIGIT"))
        << c.what;
  }
}

}  // namespace
}  // namespace spotcheck::client
