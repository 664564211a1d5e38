#include "lib/rules/law/drawn_unit.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/rules/law/machine_table.h"

namespace spotcheck::rules {
namespace {

TEST(HoldMachine, AllowsEightStepsAndRefusesTheOtherSixteen) {
  using enum HoldState;
  using Event = HoldEvent;
  testing::ExpectTable<HoldState, HoldEvent>(
      {kOpen, kResult, kWithdrawn, kExpired},
      {Event::kResult, Event::kResultOfOtherTask, Event::kUnitWithdrawn,
       Event::kUnitClosed, Event::kExpiry, Event::kResultVoided},
      {{{kOpen, Event::kResult}, kResult},
       {{kOpen, Event::kUnitWithdrawn}, kWithdrawn},
       {{kOpen, Event::kUnitClosed}, kWithdrawn},
       {{kOpen, Event::kExpiry}, kExpired},
       {{kExpired, Event::kResult}, kResult},
       {{kWithdrawn, Event::kResult}, kResult},
       {{kWithdrawn, Event::kResultOfOtherTask}, kResult},
       {{kResult, Event::kResultVoided}, kExpired}},
      kHoldMachine);
}

TEST(UnitMachine, AllowsSevenStepsAndRefusesTheOtherThirteen) {
  using enum UnitState;
  using Event = UnitEvent;
  testing::ExpectTable<UnitState, UnitEvent>(
      {kOpen, kDone, kWithdrawn, kClosed},
      {Event::kChecked, Event::kEveryLineChecked, Event::kWithdrawal,
       Event::kClosing, Event::kResultVoided},
      {{{kOpen, Event::kChecked}, kDone},
       {{kOpen, Event::kEveryLineChecked}, kDone},
       {{kOpen, Event::kWithdrawal}, kWithdrawn},
       {{kOpen, Event::kClosing}, kClosed},
       {{kWithdrawn, Event::kEveryLineChecked}, kDone},
       {{kWithdrawn, Event::kClosing}, kClosed},
       {{kDone, Event::kResultVoided}, kOpen}},
      kUnitMachine);
}

TEST(DrawnUnit, WhatItsHoldsSayAfterAResultAndAfterAnExpiry) {
  using enum UnitEvent;
  const struct {
    std::string name;
    UnitHolds holds;
    std::optional<UnitEvent> after_result;
    std::optional<UnitEvent> after_expiry;
  } kCases[] = {
      {"one of two is still held", {2, 1, 1}, std::nullopt, std::nullopt},
      {"both are held", {2, 2, 0}, std::nullopt, std::nullopt},
      {"both have a result", {2, 0, 2}, kEveryLineChecked, kChecked},
      {"one has a result, the other ended", {2, 0, 1}, kChecked, kChecked},
      {"both ended without a result", {2, 0, 0}, kChecked, std::nullopt},
      {"the only one has a result", {1, 0, 1}, kEveryLineChecked, kChecked},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(AfterResult(c.holds), c.after_result) << c.name;
    EXPECT_EQ(AfterExpiry(c.holds), c.after_expiry) << c.name;
  }
}

TEST(DrawnUnit, IsDueWhileItWaitsAndNoHoldSecuresIt) {
  const struct {
    UnitState unit;
    bool due_while_held;
    bool due_without_hold;
  } kCases[] = {
      {UnitState::kOpen, false, true},
      {UnitState::kWithdrawn, true, true},
      {UnitState::kDone, false, false},
      {UnitState::kClosed, false, false},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(static_cast<int>(c.unit));
    EXPECT_EQ(IsDue(c.unit, LinesHeld::kSome), c.due_while_held);
    EXPECT_EQ(IsDue(c.unit, LinesHeld::kNone), c.due_without_hold);
  }
}

// Every state of the hold, in a unit that is not closed: with a result of the
// task or none, held by another draw or not.
TEST(DrawnLine, TakesAResultOnceAndNotUnderAnotherDrawsHold) {
  constexpr auto kTakes = std::nullopt;
  constexpr auto kHasResult = HoldProblem::kHasResult;
  constexpr auto kElsewhere = HoldProblem::kHeldElsewhere;
  const struct {
    HoldState hold;
    bool has_result;
    bool held_elsewhere;
    std::optional<HoldProblem> expected;
  } kCases[] = {
      {HoldState::kOpen, false, false, kTakes},
      {HoldState::kOpen, false, true, kTakes},
      {HoldState::kOpen, true, false, kTakes},
      {HoldState::kOpen, true, true, kTakes},
      {HoldState::kResult, false, false, kHasResult},
      {HoldState::kResult, false, true, kHasResult},
      {HoldState::kResult, true, false, kHasResult},
      {HoldState::kResult, true, true, kHasResult},
      {HoldState::kWithdrawn, false, false, kTakes},
      {HoldState::kWithdrawn, false, true, kElsewhere},
      {HoldState::kWithdrawn, true, false, kHasResult},
      {HoldState::kWithdrawn, true, true, kHasResult},
      {HoldState::kExpired, false, false, kTakes},
      {HoldState::kExpired, false, true, kElsewhere},
      {HoldState::kExpired, true, false, kHasResult},
      {HoldState::kExpired, true, true, kHasResult},
  };
  for (const UnitState unit :
       {UnitState::kOpen, UnitState::kDone, UnitState::kWithdrawn}) {
    for (const auto& c : kCases) {
      EXPECT_EQ(WhyNoResult({unit, c.hold, c.has_result, c.held_elsewhere}),
                c.expected)
          << static_cast<int>(unit) << " " << static_cast<int>(c.hold) << " "
          << c.has_result << c.held_elsewhere;
    }
  }
  for (const auto& c : kCases) {
    EXPECT_EQ(WhyNoResult(
                  {UnitState::kClosed, c.hold, c.has_result, c.held_elsewhere}),
              HoldProblem::kClosed);
  }
}

}  // namespace
}  // namespace spotcheck::rules
