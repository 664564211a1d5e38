#include "lib/base/civil_date.h"

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"

namespace spotcheck {
namespace {

using testing::IsOkAndHolds;
using testing::StatusReasonIs;

TEST(CivilDateTest, ParsesAndPrintsIsoDates) {
  for (const char* text : {"1900-01-01", "2024-02-29", "9999-12-31"}) {
    ASSERT_OK_AND_ASSIGN(const CivilDate date, CivilDate::Parse(text));
    EXPECT_EQ(date.ToString(), text);
  }
}

TEST(CivilDateTest, RefusesWhatIsNoExistingDay) {
  for (const char* text :
       {"", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-01",
        "2024-01-00", "2024-04-31", "1899-12-31", "24-01-01", "2024-1-1",
        "2024/01/01", "2024-01-01 ", " 2024-01-01", "20240101", "-024-01-01",
        "２０２４-01-01"}) {
    EXPECT_THAT(CivilDate::Parse(text), StatusReasonIs("INVALID_DATE")) << text;
  }
}

TEST(CivilDateTest, ADayBeginsAtMidnightInShanghai) {
  ASSERT_OK_AND_ASSIGN(const absl::Time before,
                       ParseUtc("2024-02-28T15:59:59.999999Z"));
  ASSERT_OK_AND_ASSIGN(const absl::Time at, ParseUtc("2024-02-28T16:00:00Z"));
  EXPECT_EQ(CivilDate::Of(before).ToString(), "2024-02-28");
  EXPECT_EQ(CivilDate::Of(at).ToString(), "2024-02-29");
}

TEST(CivilDateTest, DatesAreOrderedAndCounted) {
  const CivilDate day(2024, 2, 28);
  EXPECT_LT(day, day.AddDays(1));
  EXPECT_EQ(day.AddDays(2), CivilDate(2024, 3, 1));
  EXPECT_EQ(day.AddDays(-59), CivilDate(2023, 12, 31));
  EXPECT_EQ(CivilDate().ToString(), "1970-01-01");
}

TEST(CivilDateTest, AddMonthsStopsAtTheMonthsLastDay) {
  struct Case {
    const char* from;
    int months;
    const char* to;
  };
  const Case kCases[] = {
      {"2015-08-31", 6, "2016-02-29"},  {"2026-08-31", 6, "2027-02-28"},
      {"2026-05-22", 6, "2026-11-22"},  {"2019-08-31", 6, "2020-02-29"},
      {"2024-08-29", 6, "2025-02-28"},  {"2024-08-28", 6, "2025-02-28"},
      {"2024-10-31", 6, "2025-04-30"},  {"2024-12-31", 6, "2025-06-30"},
      {"2024-02-29", 12, "2025-02-28"}, {"2024-02-29", 48, "2028-02-29"},
      {"2024-12-31", 1, "2025-01-31"},  {"2024-06-15", 0, "2024-06-15"},
      {"2024-03-31", -1, "2024-02-29"}, {"2024-01-31", -2, "2023-11-30"},
      {"2024-08-31", -6, "2024-02-29"}, {"2099-08-31", 6, "2100-02-28"},
  };
  for (const Case& c : kCases) {
    ASSERT_OK_AND_ASSIGN(const CivilDate from, CivilDate::Parse(c.from));
    EXPECT_EQ(AddMonths(from, c.months).ToString(), c.to)
        << c.from << " + " << c.months;
  }
}

TEST(UtcTest, TimesReadBackToTheMicrosecond) {
  for (const char* text :
       {"2024-02-29T23:59:59.000001Z", "1969-12-31T23:59:59.999999Z"}) {
    ASSERT_OK_AND_ASSIGN(const absl::Time time, ParseUtc(text));
    EXPECT_EQ(FormatUtcMicros(time), text);
  }
  ASSERT_OK_AND_ASSIGN(const absl::Time time,
                       ParseUtc("2024-02-29T23:59:59.999999Z"));
  EXPECT_EQ(FormatUtcSeconds(time), "2024-02-29T23:59:59Z");
  EXPECT_THAT(ParseUtc("1970-01-01T00:00:00Z"),
              IsOkAndHolds(absl::UnixEpoch()));
}

TEST(UtcTest, RefusesOtherSpellingsAndTimesThatDoNotExist) {
  for (const char* text :
       {"", "2024-02-29", "2024-02-29T00:00:00", "2024-02-29t00:00:00z",
        "2024-02-29 00:00:00Z", "2024-02-29T00:00:00+08:00",
        "2024-02-29T00:00:00.1Z", "2024-02-29T00:00:00,000000Z",
        "2023-02-29T00:00:00Z", "2024-02-29T24:00:00Z", "2024-02-29T23:60:00Z",
        "2024-02-29T23:59:60Z", "2024-02-29T00:00:00Z ", "0000-01-01T00:00:00Z",
        "1899-12-31T23:59:59Z"}) {
    EXPECT_THAT(ParseUtc(text), StatusReasonIs("INVALID_TIME")) << text;
  }
}

}  // namespace
}  // namespace spotcheck
