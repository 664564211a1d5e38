#include "lib/rules/register/day.h"

#include <optional>
#include <string>

#include "gtest/gtest.h"

namespace spotcheck::rules {
namespace {

TEST(ReadDay, KnowsEveryWayOfWritingADay) {
  for (const char* text : {"2026-11-04",
                           "2026/11/4",
                           "2026/11/04",
                           "2026.11.4",
                           "2026年11月4日",
                           "2026年11月04日",
                           "2026 年 11 月 4 日",
                           "2026年11月4号",
                           "20261104",
                           "２０２６－１１－０４",
                           "2026－11－4",
                           "2026—11—04",
                           "2026–11–04",
                           "2026-11-04 00:00:00",
                           "2026-11-04 0:00",
                           "2026-11-04T00:00:00",
                           "2026-11-04T00:00:00.000",
                           "2026/11/4 10:30:05",
                           "20261104 00:00:00",
                           "2026年11月4日 0:00:00",
                           " 2026-11-04 ",
                           "46330",
                           "46330.0",
                           "46330.4375"}) {
    const std::optional<CivilDate> day = ReadDay(text);
    ASSERT_TRUE(day.has_value()) << text;
    EXPECT_EQ(day->ToString(), "2026-11-04") << text;
  }
}

TEST(ReadDay, SerialNumbersAreThoseOfTheYears1950To2099) {
  EXPECT_EQ(ReadDay("18264")->ToString(), "1950-01-01");
  EXPECT_EQ(ReadDay("73050")->ToString(), "2099-12-31");
  EXPECT_EQ(ReadDay("18263"), std::nullopt);
  EXPECT_EQ(ReadDay("73051"), std::nullopt);
}

TEST(ReadDay, GuessesNothing) {
  for (const char* text : {"",
                           "4/11/2026",
                           "11/4/26",
                           "26-11-04",
                           "2026-11",
                           "2026年11月",
                           "2026",
                           "202611",
                           "2026-02-30",
                           "2025-02-29",
                           "20261301",
                           "2026-11/04",
                           "2026-11-04-05",
                           "2026-11-04 25:00",
                           "2026-11-04 10",
                           "2026-11-04x",
                           "1899-12-31",
                           "2026年11-4",
                           "2026.11.4.",
                           "123456",
                           "461.5",
                           "46330.",
                           "2026-11-04 00:00:00 下午"}) {
    EXPECT_EQ(ReadDay(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace spotcheck::rules
