#include "client/io/fields.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/error.h"
#include "lib/base/status_matchers.h"
#include "spotcheck/v1/credit.pb.h"
#include "spotcheck/v1/register.pb.h"

namespace spotcheck::client {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::HasSubstr;

const Section kList = {
    {"", ""}, "enterprises", {{"usci", {"代码", "CODE"}}}, {{"x", {"", ""}}}};

TEST(ChooseColumnsTest, TheFieldsBecomeTheColumnsAndKnownOnesKeepTheirTitle) {
  Section section = kList;
  const std::vector<std::string> fields = {"enterprise_name", "usci"};
  ASSERT_OK(ChooseColumns(*v1::Enterprise::descriptor(), fields, section));
  ASSERT_EQ(section.columns.size(), 2u);
  EXPECT_EQ(section.columns[0].title.en, "enterprise_name");
  EXPECT_EQ(section.columns[1].title.zh, "代码");
  EXPECT_TRUE(section.context.empty());
  Section whole = kList;
  ASSERT_OK(ChooseColumns(*v1::Enterprise::descriptor(), {}, whole));
  EXPECT_EQ(whole.columns.size(), 1u);
}

TEST(ChooseColumnsTest, AnUnknownFieldIsRefusedWithTheKnownOnes) {
  Section section = kList;
  const absl::Status status = ChooseColumns(*v1::ListEntry::descriptor(),
                                            {"reason.zh", "nmae"}, section);
  EXPECT_THAT(status, StatusReasonIs("UNKNOWN_FIELD"));
  EXPECT_THAT(GetErrorInfo(status).message.en, HasSubstr("usci"));
  EXPECT_OK(
      ChooseColumns(*v1::ListEntry::descriptor(), {"reason.zh"}, section));
}

TEST(KeepFieldsTest, TheRowKeepsTheFieldsInTheOrderAsked) {
  const Json row = Json::parse(R"({"a": 1, "b": {"c": 2, "d": 3}, "e": 4})");
  EXPECT_EQ(KeepFields(row, {"e", "b.c"}).dump(),
            R"({"e":4,"b":{"c":2,"d":3}})");
  EXPECT_EQ(KeepFields(row, {"none"}).dump(), "{}");
}

}  // namespace
}  // namespace spotcheck::client
