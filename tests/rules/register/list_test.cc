#include "lib/rules/register/list.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace spotcheck::rules {
namespace {

TEST(SplitList, EverySeparatorOfOfficesDivides) {
  const std::vector<std::string> parts = {"甲", "乙", "c"};
  for (const char* cell : {"甲;乙;c", "甲；乙；c", "甲、乙、c", "甲,乙,c",
                           "甲，乙，c", "甲/乙/c", "甲\n乙\nc", "甲\r\n乙\r\nc",
                           "甲|乙|c", " 甲 ; ；乙、 c ,", "甲;乙、c"}) {
    EXPECT_EQ(SplitList(cell), parts) << cell;
  }
  EXPECT_TRUE(SplitList("").empty());
  EXPECT_TRUE(SplitList(" ;、\n").empty());
  EXPECT_EQ(SplitList("一个 词"), std::vector<std::string>{"一个 词"});
}

}  // namespace
}  // namespace spotcheck::rules
