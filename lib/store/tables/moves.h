#ifndef SPOTCHECK_LIB_STORE_TABLES_MOVES_H_
#define SPOTCHECK_LIB_STORE_TABLES_MOVES_H_

// Apply moves attempts, drawn units, holds and requests for approval from state
// to state with these functions. The tables of lib/rules/law say which step is
// legal; this file knows no state of its own. An event that the present state
// does not allow, or that is about nothing stored, is EVENT_OUT_OF_PLACE.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/base/status_macros.h"
#include "lib/base/words.h"
#include "lib/rules/law/approval.h"
#include "lib/rules/law/attempt.h"
#include "lib/rules/law/drawn_unit.h"
#include "lib/store/events/sealed.h"
#include "lib/store/tables/apply.h"

namespace spotcheck::store {

// Returns the state that the query reads from the row of the event's object.
template <typename State>
absl::StatusOr<State> PresentState(const Applying& a, std::string_view sql,
                                   sql::Bindings bindings) {
  ASSIGN_OR_RETURN(const auto word, a.db.QueryText(sql, bindings));
  if (!word.has_value()) return EventOutOfPlaceError(a.type);
  const std::optional<State> state = FromCode<State>(*word);
  if (!state.has_value()) return ColumnMalformedError("state");
  return *state;
}

// Moves an attempt. `sql` writes $state to the row of $task and $attempt, and
// `bindings` are its other parameters. Requests to void the attempt become
// obsolete where it cannot be void any more.
struct AttemptStep {
  const TaskId& task;
  std::int64_t attempt = 1;
  rules::AttemptEvent event;
};
absl::Status MoveAttempt(const Applying& a, const AttemptStep& step,
                         std::string_view sql,
                         std::vector<sql::Binding> bindings);

// Moves a unit. Requests about it become obsolete where they ask for an event
// that its new state does not allow.
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

// MoveByVoid follows a result of the line that was voided: the holds that had
// it, in every task, have no result any more, and their units are due again. A
// hold that another standing check of the line has ended stays as it is.
struct StandingResult {
  TaskId task;
  std::int64_t leaf = 0;  // the leaf that wrote the check
};
struct VoidedResult {
  const TaskId& task;
  std::string line_tag;
  std::vector<StandingResult> others;  // of the line, drawn by any task
};
absl::Status MoveByVoid(const Applying& a, const VoidedResult& voided);

// Ends the attempt's holds whose last day is before the event's day, and moves
// the units that then wait for no other result.
absl::Status MoveByExpiry(const Applying& a, const HoldsExpired& event);

// Makes the waiting requests of the kind about the unit obsolete; `unit_tag` is
// "" for requests to void the attempt.
absl::Status SetRequestsAside(const Applying& a, const UnitKey& unit,
                              rules::ApprovalKind kind);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_TABLES_MOVES_H_
