#ifndef SPOTCHECK_LIB_STORE_TABLES_MOVES_H_
#define SPOTCHECK_LIB_STORE_TABLES_MOVES_H_

// Moves attempts, drawn units and holds from state to state, for Apply. The
// tables of lib/rules/law say which step is legal; this file knows none.

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

// The word of the attempt's state after the event, for an UPDATE to write.
// EVENT_OUT_OF_PLACE where there is no such attempt or no such step.
absl::StatusOr<std::string_view> NextAttemptState(const Applying& a,
                                                  const TaskId& task,
                                                  std::int64_t attempt,
                                                  rules::AttemptEvent event);

// Moves one unit; EVENT_OUT_OF_PLACE where there is none or no such step.
absl::Status MoveUnit(const Applying& a, const UnitKey& unit,
                      rules::UnitEvent event);
// Moves those holds of the unit for which the event is possible.
absl::Status MoveHoldsOfUnit(const Applying& a, const UnitKey& unit,
                             rules::HoldEvent event);

// A result of the line was recorded for the task: moves the line's holds in
// every task, and each unit of it that waits for nothing more.
struct LineResult {
  const TaskId& task;
  std::string line_tag;
};
absl::Status MoveByResult(const Applying& a, const LineResult& result);

// Holds of the attempt whose last day is before `day` run out, and units that
// wait for nothing more are done.
absl::Status MoveByExpiry(const Applying& a, const HoldsExpired& event);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_TABLES_MOVES_H_
