#include "lib/app/credit/events.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/app/credit/house.h"

namespace spotcheck::app {
namespace {

using rules::CreditKind;
using rules::Purpose;
using store::ListState;
using store::Severity;
using store::Verdict;

CivilDate Day(int day) { return CivilDate(2026, 1, day); }

store::StoredCheck CheckOf(const std::string& id, int day, Verdict verdict) {
  store::StoredCheck check;
  check.record.check = CheckId(id);
  check.record.line = LineId("L1");
  check.record.sampled = Day(day);
  check.record.verdict = verdict;
  if (verdict == Verdict::kFail) check.record.severity = Severity::kGeneral;
  check.leaf_index = day;
  return check;
}

store::StoredCheck Drawn(store::StoredCheck check, Purpose purpose) {
  check.record.task = TaskId("T1");
  check.record.purpose = purpose;
  return check;
}

store::StoredListChange Change(ListState state, int day) {
  store::StoredListChange change;
  change.entry_id = "E1";
  change.state = state;
  change.day = Day(day);
  change.leaf_index = day;
  return change;
}

TEST(CreditEvents, AnImportedFailureOpensNoCaseAndADrawnOneDoes) {
  const auto events = CreditEventsOf(
      {CheckOf("R1", 1, Verdict::kFail),
       Drawn(CheckOf("R2", 2, Verdict::kFail), Purpose::kRoutine)},
      {}, Day(10));
  ASSERT_EQ(events.size(), 2u);
  EXPECT_FALSE(events[0].opens_case);
  EXPECT_TRUE(events[1].opens_case);
  EXPECT_FALSE(events[1].closed.has_value());
}

TEST(CreditEvents, ALaterFollowUpPassOfTheSameLineClosesTheCase) {
  const auto failure =
      Drawn(CheckOf("R1", 1, Verdict::kFail), Purpose::kRoutine);
  const auto routine =
      Drawn(CheckOf("R2", 2, Verdict::kPass), Purpose::kRoutine);
  auto other = Drawn(CheckOf("R3", 3, Verdict::kPass), Purpose::kFollowUp);
  other.record.line = LineId("L2");
  const auto pass = Drawn(CheckOf("R4", 4, Verdict::kPass), Purpose::kFollowUp);
  const auto open = CreditEventsOf({routine, other, failure}, {}, Day(10));
  EXPECT_FALSE(open[0].closed.has_value());
  const auto closed = CreditEventsOf({pass, failure, other}, {}, Day(10));
  ASSERT_TRUE(closed[0].closed.has_value());
  EXPECT_EQ(*closed[0].closed, Day(4));
  const auto before = CreditEventsOf({pass, failure}, {}, Day(3));
  ASSERT_EQ(before.size(), 1u);
  EXPECT_FALSE(before[0].closed.has_value());
}

TEST(CreditEvents, AFollowUpFailureIsAFailedReCheckOnlyAfterAFailure) {
  const auto again =
      Drawn(CheckOf("R2", 2, Verdict::kFail), Purpose::kFollowUp);
  const auto alone = CreditEventsOf({again}, {}, Day(10));
  ASSERT_EQ(alone.size(), 1u);
  EXPECT_EQ(alone[0].kind, CreditKind::kCheckFailedGeneral);
  const auto second =
      CreditEventsOf({CheckOf("R1", 1, Verdict::kFail), again}, {}, Day(10));
  ASSERT_EQ(second.size(), 3u);
  EXPECT_EQ(second[2].kind, CreditKind::kReCheckFailed);
  EXPECT_EQ(second[2].id, "R2");
}

TEST(CreditEvents, PendingAndFutureChecksAreNoEvents) {
  EXPECT_TRUE(CreditEventsOf({CheckOf("R1", 1, Verdict::kPending),
                              CheckOf("R2", 11, Verdict::kPass)},
                             {}, Day(10))
                  .empty());
}

TEST(CreditEvents, AListingCountsFromItsDecisionAndARevokedOneNever) {
  const std::vector<store::StoredListChange> changes = {
      Change(ListState::kProposed, 1), Change(ListState::kListed, 3),
      Change(ListState::kRemoved, 6)};
  EXPECT_TRUE(CreditEventsOf({}, changes, Day(2)).empty());
  const auto listed = CreditEventsOf({}, changes, Day(5));
  ASSERT_EQ(listed.size(), 1u);
  EXPECT_EQ(listed[0].kind, CreditKind::kListed);
  EXPECT_FALSE(listed[0].closed.has_value());
  const auto removed = CreditEventsOf({}, changes, Day(6));
  ASSERT_EQ(removed.size(), 1u);
  EXPECT_EQ(*removed[0].closed, Day(6));
  EXPECT_TRUE(
      CreditEventsOf(
          {}, {Change(ListState::kListed, 3), Change(ListState::kRevoked, 4)},
          Day(5))
          .empty());
}

TEST(CreditEvents, WithoutAnyRecordTheGradeIsTheSchemesOwn) {
  const RuleBook book = SmallRuleBook();
  const rules::Grade grade = GradeOfEnterprise(book.scheme, {}, {}, Day(1));
  EXPECT_EQ(grade.grade, "B");
  EXPECT_EQ(grade.stratum.str(), "B");
}

TEST(CheckOutcomes, AreInTheOrderRecorded) {
  auto early = CheckOf("R1", 5, Verdict::kFail);
  auto late = CheckOf("R2", 1, Verdict::kFail);
  early.leaf_index = 1;
  late.leaf_index = 2;
  const auto history = CheckOutcomesOf({late, early});
  ASSERT_EQ(history.size(), 2u);
  EXPECT_EQ(history[0].id.str(), "R1");
}

}  // namespace
}  // namespace spotcheck::app
