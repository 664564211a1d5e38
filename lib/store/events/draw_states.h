#ifndef SPOTCHECK_LIB_STORE_EVENTS_DRAW_STATES_H_
#define SPOTCHECK_LIB_STORE_EVENTS_DRAW_STATES_H_

// The states that an attempt, a drawn unit and a hold go through (README,
// "Columns"), and the words of the tables for them. Reading answers DATA_LOSS
// for any other word.

#include <cstdint>
#include <string_view>

#include "absl/status/statusor.h"

namespace spotcheck::store {

enum class AttemptState : std::uint8_t {
  kCommitted,  // undecided
  kRun,
  kOpened,
  kVoid,
  kFailed,
};
enum class UnitState : std::uint8_t { kOpen, kDone, kWithdrawn, kClosed };
enum class HoldState : std::uint8_t { kOpen, kResult, kWithdrawn, kExpired };

// COMMITTED, RUN, OPENED, VOID, FAILED; OPEN, DONE, WITHDRAWN, CLOSED; OPEN,
// RESULT, WITHDRAWN, EXPIRED.
std::string_view AttemptStateText(AttemptState state);
std::string_view UnitStateText(UnitState state);
std::string_view HoldStateText(HoldState state);
absl::StatusOr<AttemptState> ParseAttemptState(std::string_view text);
absl::StatusOr<UnitState> ParseUnitState(std::string_view text);
absl::StatusOr<HoldState> ParseHoldState(std::string_view text);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_EVENTS_DRAW_STATES_H_
