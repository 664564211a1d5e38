#include "server/rulebook/errors.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/error_rows.h"

namespace spotcheck::server {
namespace {

using ::testing::IsEmpty;

// Calls every error function once, and more often where its sentence varies.
std::vector<absl::Status> Examples(const std::string& text) {
  const RulePlace place{text, 3};
  return {
      NoRuleFiles(text),
      RuleFileSyntax(place, text),
      RuleFieldInvalid(place, text),
      RuleNumberOutOfRange(place, {text, 0, 1, 2}),
      RulePartMissing(text),
      RulePartRepeated(place, text),
  };
}

TEST(RulebookErrors, EveryRowComesWithItsPlacesFilled) {
  EXPECT_THAT(RowsThatNeverCome(RulebookErrorRows(), Examples("v")), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(RulebookErrorRows(), Examples("v")), IsEmpty());
}

TEST(RulebookErrors, TheLineStandsBehindTheFileWhereItIsKnown) {
  EXPECT_EQ(RuleFileSyntax({"f", 3}, "x").message(), "rule file f:3: x");
  EXPECT_EQ(RuleFileSyntax({"f", 0}, "x").message(), "rule file f: x");
}

}  // namespace
}  // namespace spotcheck::server
