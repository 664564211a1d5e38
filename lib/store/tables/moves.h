#ifndef SPOTCHECK_LIB_STORE_TABLES_MOVES_H_
#define SPOTCHECK_LIB_STORE_TABLES_MOVES_H_

// Apply moves attempts, drawn units and holds from state to state with these
// functions. The tables of lib/rules/law say which step is legal; this file
// knows no state of its own.

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/rules/law/attempt.h"
#include "lib/rules/law/drawn_unit.h"
#include "lib/store/events/columns.h"
#include "lib/store/tables/apply.h"

namespace spotcheck::store {

// Returns the word of the state that the event leads the attempt to, for an
// UPDATE to write. EVENT_OUT_OF_PLACE where there is no such attempt or the
// event is not possible in its state.
absl::StatusOr<std::string_view> NextAttemptState(const Applying& a,
                                                  const TaskId& task,
                                                  std::int64_t attempt,
                                                  rules::AttemptEvent event);

// Moves one unit. EVENT_OUT_OF_PLACE where there is no such unit or the event
// is not possible in its state.
absl::Status MoveUnit(const Applying& a, const UnitKey& unit,
                      rules::UnitEvent event);
// Moves those holds of the unit in whose state the event is possible.
absl::Status MoveHoldsOfUnit(const Applying& a, const UnitKey& unit,
                             rules::HoldEvent event);

// MoveByResult follows a result of the line that was recorded for the task: it
// moves the line's holds in every task, and each unit of the line that waits
// for no other result.
struct LineResult {
  const TaskId& task;
  std::string line_tag;
};
absl::Status MoveByResult(const Applying& a, const LineResult& result);

// Ends the attempt's holds whose last day is before the event's day, and moves
// the units that then wait for no other result.
absl::Status MoveByExpiry(const Applying& a, const HoldsExpired& event);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_TABLES_MOVES_H_
