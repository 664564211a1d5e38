// A machine's clock that the journal refuses: changes wait, all else goes on.

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "lib/store/journal/database.h"
#include "tests/store/samples.h"

namespace spotcheck::store {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusReasonIs;
using testing::SampleEnterprise;
using testing::TestDatabase;

class RefusedClock : public ::testing::Test {
 protected:
  RefusedClock() { EXPECT_THAT(Import(1), IsOkAndHolds("leaf 0")); }

  absl::StatusOr<std::string> Import(int n) {
    const Mutation mutation{.actor = "operator",
                            .request_id = "r" + std::to_string(n),
                            .request_digest = Sha256("x")};
    return db_->Write(
        mutation, [n](Transaction& tx) -> absl::StatusOr<std::string> {
          ASSIGN_OR_RETURN(
              const std::int64_t leaf,
              tx.Append(EnterprisesImported{{SampleEnterprise(n)}}));
          return "leaf " + std::to_string(leaf);
        });
  }
  void Turn(absl::Duration by) { db_.clock().Advance(by); }

  TestDatabase db_{TestDatabase::Place::kFile};
};

TEST_F(RefusedClock, RefusesChangesAndGoesOnReading) {
  const struct {
    absl::Duration turn;
    const char* reason;
  } cases[] = {
      {-absl::Minutes(3), "CLOCK_BEHIND_JOURNAL"},
      {absl::Hours(24 * 400), "CLOCK_AHEAD_OF_JOURNAL"},
  };
  for (const auto& test : cases) {
    Turn(test.turn);
    EXPECT_THAT(Import(2).status(), StatusReasonIs(test.reason));
    EXPECT_THAT(db_->CanWrite(), StatusReasonIs(test.reason));
    EXPECT_EQ(db_.JournalSize(), 1);
    EXPECT_EQ(db_.Cell("SELECT COUNT(*) FROM enterprise"), "1");
    // What was done before is answered again.
    EXPECT_THAT(Import(1), IsOkAndHolds("leaf 0"));
    Turn(-test.turn);
    EXPECT_OK(db_->CanWrite());
  }
  EXPECT_THAT(Import(2), IsOkAndHolds("leaf 1"));
}

TEST_F(RefusedClock, IsRefusedAfterARestartToo) {
  Turn(-absl::Minutes(3));
  db_.Reopen();
  EXPECT_THAT(db_->CanWrite(), StatusReasonIs("CLOCK_BEHIND_JOURNAL"));
  EXPECT_THAT(Import(2).status(), StatusReasonIs("CLOCK_BEHIND_JOURNAL"));
}

// Accepted 400 days ahead, then back again: each way asks once, times grow, and
// the journal is sound.
TEST_F(RefusedClock, GoesOnOnceItIsAccepted) {
  const absl::Time start = db_.clock().Now();
  db_.MoveClock(start + absl::Hours(24 * 400));
  EXPECT_THAT(Import(2), IsOkAndHolds("leaf 2"));
  db_.clock().Set(start);
  EXPECT_THAT(Import(3).status(), StatusReasonIs("CLOCK_BEHIND_JOURNAL"));
  db_.MoveClock(start);
  EXPECT_THAT(Import(3), IsOkAndHolds("leaf 4"));
  db_.Reopen();
  EXPECT_OK(db_->CanWrite());
  Turn(absl::Hours(24));
  EXPECT_THAT(Import(4), IsOkAndHolds("leaf 5"));
  EXPECT_THAT(VerifyDatabase(db_.options(), testing::SampleKeys()),
              IsOkAndHolds(std::vector<std::string>()));
  EXPECT_EQ(db_.Cell("SELECT group_concat(leaf_index) FROM accepted_clock"),
            "1,3");
}

// The legal day is the machine's, and not that of a journal that is ahead.
TEST_F(RefusedClock, TheLegalDayIsTheMachinesDay) {
  db_.MoveClock(db_.clock().Now() + absl::Hours(24 * 400));
  EXPECT_THAT(Import(2), IsOkAndHolds("leaf 2"));
  db_.MoveClock(testing::StartTime());
  EXPECT_OK(db_->Write(
      {.actor = "a"}, [](Transaction& tx) -> absl::StatusOr<std::string> {
        EXPECT_EQ(tx.today(), CivilDate(2026, 6, 1));
        EXPECT_EQ(CivilDate::Of(tx.now()), CivilDate(2027, 7, 6));
        return std::string();
      }));
}

TEST_F(RefusedClock, AnotherProcessMayAcceptIt) {
  Turn(absl::Hours(24 * 400));
  EXPECT_THAT(Import(2).status(), StatusReasonIs("CLOCK_AHEAD_OF_JOURNAL"));
  {
    FakeEntropy entropy(2);
    ASSERT_OK_AND_ASSIGN(const auto other,
                         Database::Open(db_.options(), testing::SampleKeys(),
                                        db_.clock(), entropy));
    const Mutation accept{.actor = "chief",
                          .clock = Mutation::ClockRule::kIsAccepted};
    ASSERT_OK(other->Write(
        accept, [](Transaction& tx) -> absl::StatusOr<std::string> {
          RETURN_IF_ERROR(
              tx.Append(ClockAccepted{tx.machine_time(), "停机检修"}).status());
          return std::string();
        }));
  }
  EXPECT_THAT(Import(2), IsOkAndHolds("leaf 2"));
  EXPECT_OK(db_->CanWrite());
}

TEST_F(RefusedClock, ADayBeginsOnceAndAfterTheDaysBeforeIt) {
  ASSERT_OK(db_.Append({{DayTurned{CivilDate(2026, 6, 2)}, {}}}));
  ASSERT_OK(db_.Append({{DayTurned{CivilDate(2026, 6, 4)}, {}}}));
  for (const int day : {1, 2, 3, 4}) {
    EXPECT_THAT(db_.Append({{DayTurned{CivilDate(2026, 6, day)}, {}}}),
                StatusReasonIs("EVENT_OUT_OF_PLACE"))
        << day;
  }
  EXPECT_EQ(db_.Cell("SELECT group_concat(day) FROM turned_day"),
            "2026-06-02,2026-06-04");
}

}  // namespace
}  // namespace spotcheck::store
