#include "lib/rules/law/drawn_unit.h"

namespace spotcheck::rules {

std::optional<UnitEvent> AfterResult(const UnitHolds& holds) {
  if (holds.with_result == holds.all) return UnitEvent::kEveryLineChecked;
  if (holds.open == 0) return UnitEvent::kChecked;
  return std::nullopt;
}

std::optional<UnitEvent> AfterExpiry(const UnitHolds& holds) {
  if (holds.open == 0 && holds.with_result > 0) return UnitEvent::kChecked;
  return std::nullopt;
}

bool IsDue(UnitState unit, LinesHeld held) {
  switch (unit) {
    case UnitState::kOpen:
      return held == LinesHeld::kNone;
    case UnitState::kWithdrawn:
      return true;
    case UnitState::kDone:
    case UnitState::kClosed:
      return false;
  }
  return false;
}

std::optional<HoldProblem> WhyNoResult(const LineForResult& line) {
  if (line.unit == UnitState::kClosed) return HoldProblem::kClosed;
  if (!kHoldMachine.Allows(line.hold, HoldEvent::kResult)) {
    return HoldProblem::kHasResult;
  }
  if (line.hold == HoldState::kOpen) return std::nullopt;
  if (line.has_result) return HoldProblem::kHasResult;
  if (line.held_elsewhere) return HoldProblem::kHeldElsewhere;
  return std::nullopt;
}

}  // namespace spotcheck::rules
