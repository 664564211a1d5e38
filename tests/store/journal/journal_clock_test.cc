#include "lib/store/journal/journal_clock.h"

#include <optional>
#include <string>

#include "gtest/gtest.h"
#include "lib/base/civil_date.h"
#include "lib/base/error.h"
#include "lib/base/status_matchers.h"

namespace spotcheck::store {
namespace {

using ::spotcheck::testing::StatusReasonIs;

absl::Time At(const char* text) { return *ParseUtc(text); }

const absl::Time kLast = At("2026-06-01T00:00:00Z");

JournalClock ClockAt(absl::Time last) {
  return JournalClock::At({.index = 9, .time = last}, std::nullopt);
}

TEST(JournalClock, AnEmptyJournalTakesEveryReading) {
  for (const char* reading : {"1970-01-01T00:00:00Z", "9999-12-31T00:00:00Z"}) {
    EXPECT_OK(JournalClock().Check(At(reading))) << reading;
  }
  EXPECT_EQ(JournalClock().Next(kLast).time, kLast);
}

TEST(JournalClock, TakesAReadingFromTwoMinutesBehindToTenDaysAhead) {
  const struct {
    const char* reading;
    std::string reason;
  } cases[] = {
      {"2025-06-01T00:00:00Z", "CLOCK_BEHIND_JOURNAL"},
      {"2026-05-31T23:57:00Z", "CLOCK_BEHIND_JOURNAL"},
      {"2026-05-31T23:57:59.999999Z", "CLOCK_BEHIND_JOURNAL"},
      {"2026-05-31T23:58:00Z", ""},
      {"2026-06-01T00:00:00Z", ""},
      {"2026-06-11T00:00:00Z", ""},
      {"2026-06-11T00:00:00.000001Z", "CLOCK_AHEAD_OF_JOURNAL"},
      {"2027-07-06T00:00:00Z", "CLOCK_AHEAD_OF_JOURNAL"},
  };
  for (const auto& test : cases) {
    EXPECT_EQ(ErrorReason(ClockAt(kLast).Check(At(test.reading))), test.reason)
        << test.reading;
  }
}

TEST(JournalClock, ARefusalNamesBothTimesInBothLanguages) {
  const absl::Status refused = ClockAt(kLast).Check(At("2026-05-31T23:57:00Z"));
  const ErrorInfo info = GetErrorInfo(refused);
  for (const std::string& sentence : {info.message.zh, info.message.en}) {
    EXPECT_NE(sentence.find("2026-06-01 07:57:00"), std::string::npos)
        << sentence;
    EXPECT_NE(sentence.find("2026-06-01 08:00:00"), std::string::npos)
        << sentence;
  }
}

TEST(JournalClock, OnlyGoesForward) {
  JournalClock clock = ClockAt(kLast);
  const absl::Time tick = kLast + absl::Microseconds(1);
  EXPECT_EQ(clock.Next(kLast).time, tick);
  EXPECT_EQ(clock.Next(kLast - absl::Minutes(1)).time, tick);
  EXPECT_EQ(clock.Next(kLast - absl::Minutes(1)).reading,
            kLast - absl::Minutes(1));
  clock.Wrote(clock.Next(kLast - absl::Minutes(1)));
  EXPECT_EQ(clock.last(), tick);
}

// 400 days ahead, accepted by mistake, and put right again.
TEST(JournalClock, AClockThatWasAcceptedBehindGoesOnFromItsReading) {
  JournalClock clock = ClockAt(kLast);
  const absl::Time back = kLast - absl::Hours(24 * 400);
  ASSERT_THAT(clock.Check(back), StatusReasonIs("CLOCK_BEHIND_JOURNAL"));
  const JournalClock::Instant accepted = clock.Next(back);
  clock.Accept(accepted);
  EXPECT_OK(clock.Check(back));
  EXPECT_OK(clock.Check(back + absl::Hours(1)));
  EXPECT_THAT(clock.Check(back - absl::Minutes(3)),
              StatusReasonIs("CLOCK_BEHIND_JOURNAL"));
  clock.Wrote(clock.Next(back + absl::Hours(1)));
  EXPECT_EQ(clock.last(), kLast + absl::Microseconds(2));
  EXPECT_THAT(clock.Check(back + absl::Minutes(57)),
              StatusReasonIs("CLOCK_BEHIND_JOURNAL"));

  // After a restart the acceptance is known, by the ticks since.
  const JournalClock again = JournalClock::At(
      {.index = 11, .time = clock.last()},
      JournalClock::Accepted{.index = 10, .instant = accepted});
  EXPECT_OK(again.Check(back));
  EXPECT_THAT(again.Check(back - absl::Minutes(3)),
              StatusReasonIs("CLOCK_BEHIND_JOURNAL"));
}

TEST(JournalClock, AnAcceptanceEndsWhenTheClockHasCaughtUp) {
  JournalClock clock = ClockAt(kLast);
  const JournalClock::Instant accepted = clock.Next(kLast - absl::Hours(24));
  clock.Accept(accepted);
  clock.Wrote(clock.Next(kLast + absl::Hours(1)));
  const JournalClock again = JournalClock::At(
      {.index = 11, .time = clock.last()},
      JournalClock::Accepted{.index = 10, .instant = accepted});
  for (const JournalClock& one : {clock, again}) {
    EXPECT_OK(one.Check(kLast + absl::Hours(1)));
    EXPECT_THAT(one.Check(kLast - absl::Hours(23)),
                StatusReasonIs("CLOCK_BEHIND_JOURNAL"));
  }
}

TEST(JournalClock, AClockThatWasAcceptedAheadIsTheJournals) {
  JournalClock clock = ClockAt(kLast);
  const absl::Time later = kLast + absl::Hours(24 * 400);
  const JournalClock::Instant accepted = clock.Next(later);
  clock.Accept(accepted);
  EXPECT_EQ(clock.last(), later);
  const JournalClock again = JournalClock::At(
      {.index = 10, .time = later},
      JournalClock::Accepted{.index = 10, .instant = accepted});
  for (const JournalClock& one : {clock, again}) {
    EXPECT_OK(one.Check(later));
    EXPECT_THAT(one.Check(kLast), StatusReasonIs("CLOCK_BEHIND_JOURNAL"));
  }
}

}  // namespace
}  // namespace spotcheck::store
