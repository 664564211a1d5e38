#include "lib/cli/near.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace spotcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(NearWordsTest, SlipsAndBeginningsAreNearOtherWordsAreNot) {
  const std::vector<std::string> known = {"commit", "contribute", "show",
                                          "open",   "approve",    "不合格"};
  EXPECT_THAT(NearWords("comit", known), ElementsAre("commit"));
  EXPECT_THAT(NearWords("shwo", known), ElementsAre("show"));
  EXPECT_THAT(NearWords("SHOW", known), ElementsAre("show"));
  EXPECT_THAT(NearWords("contr", known), ElementsAre("contribute"));
  EXPECT_THAT(NearWords("aprove", known), ElementsAre("approve"));
  EXPECT_THAT(NearWords("不和格", known), ElementsAre("不合格"));
  EXPECT_THAT(NearWords("delete", known), IsEmpty());
  EXPECT_THAT(NearWords("co", known), IsEmpty());
  EXPECT_THAT(NearWords("", known), IsEmpty());
  EXPECT_THAT(NearWords(std::string(100'000, 'c'), known), IsEmpty());
}

TEST(NearWordsTest, TheNearestStandsFirstAndAWordOnce) {
  EXPECT_THAT(NearWords("import", {"imports", "import", "imp", "import"}),
              ElementsAre("import", "imports"));
}

}  // namespace
}  // namespace spotcheck
