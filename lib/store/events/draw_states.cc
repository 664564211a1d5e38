#include "lib/store/events/draw_states.h"

#include <array>

#include "lib/store/events/words.h"

namespace spotcheck::store {
namespace {

constexpr std::array kAttemptStates = {
    AttemptState::kCommitted, AttemptState::kRun, AttemptState::kOpened,
    AttemptState::kVoid, AttemptState::kFailed};
constexpr std::array kUnitStates = {UnitState::kOpen, UnitState::kDone,
                                    UnitState::kWithdrawn, UnitState::kClosed};
constexpr std::array kHoldStates = {HoldState::kOpen, HoldState::kResult,
                                    HoldState::kWithdrawn, HoldState::kExpired};

}  // namespace

std::string_view AttemptStateText(AttemptState state) {
  switch (state) {
    case AttemptState::kCommitted:
      return "COMMITTED";
    case AttemptState::kRun:
      return "RUN";
    case AttemptState::kOpened:
      return "OPENED";
    case AttemptState::kVoid:
      return "VOID";
    case AttemptState::kFailed:
      return "FAILED";
  }
  return "";
}

std::string_view UnitStateText(UnitState state) {
  switch (state) {
    case UnitState::kOpen:
      return "OPEN";
    case UnitState::kDone:
      return "DONE";
    case UnitState::kWithdrawn:
      return "WITHDRAWN";
    case UnitState::kClosed:
      return "CLOSED";
  }
  return "";
}

std::string_view HoldStateText(HoldState state) {
  switch (state) {
    case HoldState::kOpen:
      return "OPEN";
    case HoldState::kResult:
      return "RESULT";
    case HoldState::kWithdrawn:
      return "WITHDRAWN";
    case HoldState::kExpired:
      return "EXPIRED";
  }
  return "";
}

absl::StatusOr<AttemptState> ParseAttemptState(std::string_view text) {
  return ParseWord(kAttemptStates, text, AttemptStateText,
                   ColumnName{"attempt.state"});
}

absl::StatusOr<UnitState> ParseUnitState(std::string_view text) {
  return ParseWord(kUnitStates, text, UnitStateText,
                   ColumnName{"drawn_unit.state"});
}

absl::StatusOr<HoldState> ParseHoldState(std::string_view text) {
  return ParseWord(kHoldStates, text, HoldStateText, ColumnName{"hold.state"});
}

}  // namespace spotcheck::store
