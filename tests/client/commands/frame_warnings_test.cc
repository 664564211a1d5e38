#include "client/commands/frame_warnings.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace spotcheck::client {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

void AddStratum(v1::TaskPreview& preview, int in_scope, int eligible) {
  v1::StratumPreview& stratum = *preview.add_strata();
  stratum.set_in_scope(in_scope);
  stratum.set_eligible(eligible);
}

TEST(WarningsOfFrameTest, AnEmptyScopeAndASampleThatCannotBeMetAreSaid) {
  v1::TaskPreview preview;
  ASSERT_EQ(WarningsOfFrame(preview, 1).size(), 1u);
  EXPECT_THAT(WarningsOfFrame(preview, 1).front().zh,
              HasSubstr("没有任何企业"));
  AddStratum(preview, 30, 4);
  AddStratum(preview, 10, 3);
  EXPECT_THAT(WarningsOfFrame(preview, 7), IsEmpty());
  const auto warnings = WarningsOfFrame(preview, 8);
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_THAT(warnings.front().en, HasSubstr("of 40 enterprises"));
  EXPECT_THAT(warnings.front().en, HasSubstr("only 7"));
}

}  // namespace
}  // namespace spotcheck::client
