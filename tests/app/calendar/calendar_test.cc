#include <time.h>

#include <cstdlib>
#include <string>
#include <variant>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/app/calendar/clock.h"
#include "lib/app/calendar/days.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "lib/store/events/events.h"
#include "tests/app/draw/house.h"

namespace spotcheck::app {
namespace {

using ::spotcheck::testing::IsOk;
using ::spotcheck::testing::StatusReasonIs;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

// The house's clock begins on 2026-06-01 at 10:00 in Shanghai.
class Calendar : public DrawHouse {
 protected:
  std::vector<std::string> DaysTurned() {
    std::vector<std::string> days;
    EXPECT_OK(db_->Read([&](const store::View& view) -> absl::Status {
      for (std::int64_t i = 0; i < view.journal_size(); ++i) {
        ASSIGN_OR_RETURN(const std::string leaf, view.Leaf(i));
        ASSIGN_OR_RETURN(const auto stored, store::DecodeEvent(leaf));
        const auto* turned = std::get_if<store::DayTurned>(&stored.event);
        if (turned == nullptr) continue;
        EXPECT_EQ(stored.header.actor, "spotcheckd");
        days.push_back(turned->day.ToString());
      }
      return absl::OkStatus();
    }));
    return days;
  }
};

TEST_F(Calendar, EachDayThatPassesIsJournalledOnceAndInOrder) {
  ASSERT_OK(TurnDays(*db_));
  EXPECT_THAT(DaysTurned(), IsEmpty());
  clock_.Set(*ParseUtc("2026-06-01T15:59:59Z"));  // 23:59:59 in Shanghai
  ASSERT_OK(TurnDays(*db_));
  EXPECT_THAT(DaysTurned(), IsEmpty());
  EXPECT_EQ(UntilNextDay(clock_.Now()), absl::Seconds(1));
  clock_.Set(*ParseUtc("2026-06-01T16:00:00Z"));
  EXPECT_EQ(UntilNextDay(clock_.Now()), absl::Hours(24));
  ASSERT_OK(TurnDays(*db_));
  ASSERT_OK(TurnDays(*db_));
  EXPECT_THAT(DaysTurned(), ElementsAre("2026-06-02"));
  clock_.Advance(absl::Hours(3 * 24));
  ASSERT_OK(TurnDays(*db_));
  EXPECT_THAT(DaysTurned(), ElementsAre("2026-06-02", "2026-06-03",
                                        "2026-06-04", "2026-06-05"));
}

// A change may come before the step that turns the day.
TEST_F(Calendar, ADayOfWhichALeafIsThereAlreadyIsTurnedAllTheSame) {
  clock_.Set(*ParseUtc("2026-06-01T16:00:01Z"));
  Register("公证员丙", "银川公证处");
  ASSERT_OK(TurnDays(*db_));
  EXPECT_THAT(DaysTurned(), ElementsAre("2026-06-02"));
}

using EmptyHouse = House;
TEST_F(EmptyHouse, AnEmptyJournalWaitsForItsFirstLeaf) {
  ASSERT_OK(TurnDays(*db_));
  clock_.Advance(absl::Hours(24 * 400));
  ASSERT_OK(TurnDays(*db_));
  EXPECT_EQ(JournalSize(), 0);
}

TEST_F(Calendar, ADayIsShanghaisWhateverTheZoneOfTheMachine) {
  const char* const before = std::getenv("TZ");
  const std::string kept = before == nullptr ? "" : before;
  for (const char* zone : {"America/Los_Angeles", "Pacific/Kiritimati"}) {
    setenv("TZ", zone, 1);
    tzset();
    clock_.Advance(absl::Hours(24));
    ASSERT_OK(TurnDays(*db_));
  }
  if (before == nullptr) {
    unsetenv("TZ");
  } else {
    setenv("TZ", kept.c_str(), 1);
  }
  tzset();
  EXPECT_THAT(DaysTurned(), ElementsAre("2026-06-02", "2026-06-03"));
}

TEST_F(Calendar, AClockAheadTurnsNoDayUntilItIsAcceptedThenAllOfThem) {
  clock_.Advance(absl::Hours(24 * 401));
  EXPECT_THAT(TurnDays(*db_), StatusReasonIs("CLOCK_AHEAD_OF_JOURNAL"));
  EXPECT_THAT(DaysTurned(), IsEmpty());
  ASSERT_OK_AND_ASSIGN(const AcceptedClock accepted,
                       AcceptClock(*db_, {"chief", "停机检修"}));
  EXPECT_EQ(accepted.outcome, AcceptedClock::Outcome::kAccepted);
  ASSERT_OK(TurnDays(*db_));
  ASSERT_OK(TurnDays(*db_));
  const std::vector<std::string> days = DaysTurned();
  ASSERT_EQ(days.size(), 401u);
  EXPECT_EQ(days.front(), "2026-06-02");
  EXPECT_EQ(days.back(), "2027-07-07");
}

TEST_F(Calendar, AfterAClockWentBackNoDayTurnsTwice) {
  clock_.Advance(absl::Hours(24 * 3));
  ASSERT_OK(TurnDays(*db_));
  clock_.Advance(-absl::Hours(24 * 2));
  EXPECT_THAT(TurnDays(*db_), StatusReasonIs("CLOCK_BEHIND_JOURNAL"));
  ASSERT_OK(AcceptClock(*db_, {"chief", "时钟曾被拨快"}).status());
  for (int day = 0; day < 3; ++day) {
    ASSERT_OK(TurnDays(*db_));
    clock_.Advance(absl::Hours(24));
  }
  ASSERT_OK(TurnDays(*db_));
  EXPECT_THAT(DaysTurned(), ElementsAre("2026-06-02", "2026-06-03",
                                        "2026-06-04", "2026-06-05"));
}

TEST_F(Calendar, AClockThatAgreesIsNotAccepted) {
  const std::int64_t before = JournalSize();
  ASSERT_OK_AND_ASSIGN(const AcceptedClock accepted,
                       AcceptClock(*db_, {"chief", "检查"}));
  EXPECT_EQ(accepted.outcome, AcceptedClock::Outcome::kAgreesAlready);
  EXPECT_EQ(JournalSize(), before);
}

TEST_F(Calendar, AnAcceptanceNeedsAReasonThatCanBeRead) {
  clock_.Advance(absl::Hours(24 * 30));
  const struct {
    std::string reason;
    const char* error;
  } cases[] = {
      {"", "FIELD_MISSING"},
      {" ", "FIELD_MISSING"},
      {std::string(201, 'x'), "FIELD_TOO_LONG"},
      {"a\tb", "FIELD_CONTROL_CHARACTER"},
      {"\xff", "FIELD_NOT_UTF8"},
  };
  for (const auto& test : cases) {
    EXPECT_THAT(AcceptClock(*db_, {"chief", test.reason}).status(),
                StatusReasonIs(test.error))
        << test.reason;
  }
  EXPECT_THAT(db_->CanWrite(), StatusReasonIs("CLOCK_AHEAD_OF_JOURNAL"));
}

// A draw waits for its second witness, and another's lines are held, while the
// clock is wrong.
TEST_F(Calendar, NoDrawFailsAndNoHoldExpiresWhileTheClockIsRefused) {
  FillRegister();
  ASSERT_OK(CreateTask("held", 3));
  ASSERT_OK(Run("held"));
  ASSERT_OK(CreateTask("waits", 3));
  ASSERT_OK(Commit("waits"));
  ASSERT_OK(Give(RevealOf("waits", inside_)));
  const std::int64_t before = JournalSize();
  for (const absl::Duration turn : {absl::Hours(24 * 400), -absl::Hours(1)}) {
    clock_.Advance(turn);
    EXPECT_THAT(Upkeep(*db_, rules_), Not(IsOk()));
    EXPECT_EQ(JournalSize(), before);
    EXPECT_EQ(Show("waits").state, AttemptState::kCommitted);
    EXPECT_EQ(Show("held").selection[0].lines[0].state,
              store::HoldState::kOpen);
    clock_.Advance(-turn);
  }
  ASSERT_OK(Give(RevealOf("waits", outside_)));
  EXPECT_EQ(Show("waits").state, AttemptState::kRun);
}

}  // namespace
}  // namespace spotcheck::app
