#include "lib/rules/law/cases.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/rules/law/fixtures.h"
#include "tests/rules/law/machine_table.h"

namespace spotcheck::rules {
namespace {

using testing::Day;

CheckOutcome Check(std::string id, std::string_view sampled, Purpose purpose,
                   Verdict verdict) {
  CheckOutcome check;
  check.id = CheckId(std::move(id));
  check.line = LineId("L1");
  check.purpose = purpose;
  check.verdict = verdict;
  check.sampled = Day(sampled);
  check.drawn = true;
  return check;
}

CheckOutcome OfLine(CheckOutcome check, std::string line) {
  check.line = LineId(std::move(line));
  return check;
}

TEST(CaseMachine, AFollowUpClosesACaseOrLeavesItOpen) {
  using enum CaseState;
  using enum CaseEvent;
  testing::ExpectTable<CaseState, CaseEvent>(
      {kOpen, kClosed}, {kFollowUpPassed, kFollowUpFailed},
      {{{kOpen, kFollowUpPassed}, kClosed}, {{kOpen, kFollowUpFailed}, kOpen}},
      kCaseMachine);
}

TEST(ConcludedChecks, AreByDayAndOfOneDayAsRecorded) {
  const std::vector<CheckOutcome> recorded = {
      Check("A", "2026-02-01", Purpose::kRoutine, Verdict::kFail),
      Check("B", "2026-01-01", Purpose::kRoutine, Verdict::kPass),
      Check("C", "2026-02-01", Purpose::kRoutine, Verdict::kPass),
      Check("D", "2026-01-15", Purpose::kRoutine, Verdict::kPending),
      Check("E", "2026-02-02", Purpose::kRoutine, Verdict::kFail)};
  std::string order;
  for (const auto& check : ConcludedChecks(recorded, Day("2026-02-01"))) {
    order += check.id.str();
  }
  EXPECT_EQ(order, "BAC");
}

TEST(Case, OnlyAFailureThatWasDrawnHereOpensOne) {
  auto failed = Check("A", "2026-01-01", Purpose::kRoutine, Verdict::kFail);
  EXPECT_TRUE(OpensCase(failed));
  failed.drawn = false;
  EXPECT_FALSE(OpensCase(failed));
  EXPECT_FALSE(
      OpensCase(Check("A", "2026-01-01", Purpose::kRoutine, Verdict::kPass)));
}

TEST(Case, ClosesWithTheFirstFollowUpOfItsLineThatPasses) {
  const auto failed =
      Check("A", "2026-01-01", Purpose::kRoutine, Verdict::kFail);
  const auto passes = [](std::string_view day, Purpose purpose) {
    return Check("P", day, purpose, Verdict::kPass);
  };
  const auto again =
      Check("F", "2026-01-10", Purpose::kFollowUp, Verdict::kFail);
  const struct {
    std::string name;
    std::vector<CheckOutcome> later;
    std::string closed;
  } kCases[] = {
      {"nothing came", {}, ""},
      {"a routine check passed", {passes("2026-02-01", Purpose::kRoutine)}, ""},
      {"a follow-up of another line",
       {OfLine(passes("2026-02-01", Purpose::kFollowUp), "L2")},
       ""},
      {"a follow-up passed",
       {passes("2026-02-01", Purpose::kFollowUp)},
       "2026-02-01"},
      {"a follow-up failed", {again}, ""},
      {"failed again, then passed",
       {again, passes("2026-03-01", Purpose::kFollowUp)},
       "2026-03-01"},
      {"passed twice",
       {passes("2026-02-01", Purpose::kFollowUp),
        passes("2026-03-01", Purpose::kFollowUp)},
       "2026-02-01"},
  };
  for (const auto& c : kCases) {
    std::vector<CheckOutcome> history = {failed};
    history.insert(history.end(), c.later.begin(), c.later.end());
    const auto closed = CaseClosedOn(history, 0);
    EXPECT_EQ(closed ? closed->ToString() : "", c.closed) << c.name;
  }
}

TEST(FailedAgain, NamesTheLatestEarlierFailureOfTheLine) {
  const auto fail = [](std::string id, Purpose purpose) {
    return Check(std::move(id), "2026-01-01", purpose, Verdict::kFail);
  };
  const std::vector<CheckOutcome> history = {
      fail("0", Purpose::kFollowUp),  // nothing failed before
      fail("1", Purpose::kFollowUp),  // follows 0
      OfLine(fail("2", Purpose::kFollowUp), "L2"),
      fail("3", Purpose::kRoutine),
      Check("4", "2026-01-02", Purpose::kFollowUp, Verdict::kPass),
      fail("5", Purpose::kFollowUp),  // follows 3
  };
  const std::optional<std::size_t> kExpected[] = {
      std::nullopt, 0, std::nullopt, std::nullopt, std::nullopt, 3};
  for (std::size_t i = 0; i < history.size(); ++i) {
    EXPECT_EQ(FailureFollowedUp(history, i), kExpected[i]) << i;
  }
}

}  // namespace
}  // namespace spotcheck::rules
