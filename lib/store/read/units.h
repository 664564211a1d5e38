#ifndef SPOTCHECK_LIB_STORE_READ_UNITS_H_
#define SPOTCHECK_LIB_STORE_READ_UNITS_H_

// These functions read drawn units, the holds of their lines, and the requests
// that need a second person's approval. They return the connection's errors,
// and DATA_LOSS for a row that Apply (lib/store/tables) cannot have written.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/rules/draw/types.h"
#include "lib/rules/law/approval.h"
#include "lib/store/events/events.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::store {

struct StoredUnit {
  rules::SelectedEnterprise selected;
  std::string unit_tag;
  UnitState state = UnitState::kOpen;
};
// Returns the attempt's units in the order of their ranks.
absl::StatusOr<std::vector<StoredUnit>> UnitsOf(const View& view,
                                                const TaskId& task,
                                                std::int64_t attempt);
absl::StatusOr<std::optional<StoredUnit>> FindUnit(const View& view,
                                                   const TaskId& task,
                                                   std::int64_t attempt,
                                                   const Usci& usci);
// Counts the attempt's units that are still due (IsDue in
// lib/rules/law/drawn_unit.h): they were withdrawn, or their holds ended
// without a result.
absl::StatusOr<std::int64_t> CountDue(const View& view, const TaskId& task,
                                      std::int64_t attempt);
// Returns whether a line of the unit is still held.
absl::StatusOr<bool> HasOpenHold(const View& view, const TaskId& task,
                                 std::int64_t attempt,
                                 std::string_view unit_tag);

struct StoredHold {
  std::string line_tag;
  std::string hold_id;
  HoldState state = HoldState::kOpen;
};
// Returns the attempt's holds, each under its line's tag.
absl::StatusOr<absl::flat_hash_map<std::string, StoredHold>> HoldsOf(
    const View& view, const TaskId& task, std::int64_t attempt);
// Returns the ids of all holds, ended or not, of those attempts that have an
// open one.
absl::StatusOr<absl::flat_hash_set<std::string>> HoldIdsOfOpenAttempts(
    const View& view);
// Returns whether any line of the attempt is still held.
absl::StatusOr<bool> HasOpenHold(const View& view, const TaskId& task,
                                 std::int64_t attempt);
// Returns every line that is held now, with its hold's id.
absl::StatusOr<absl::flat_hash_map<LineId, std::string>> HeldLines(
    const View& view);
// Returns the attempts that have open holds whose last day is before `day`.
absl::StatusOr<std::vector<AttemptKey>> AttemptsWithOverdueHolds(
    const View& view, CivilDate day);

struct StoredApproval {
  std::string approval_id;
  ApprovalKind kind = ApprovalKind::kVoid;
  TaskId task;
  std::int64_t attempt = 1;
  std::string unit_tag;
  std::string requested_by;
  std::string approved_by;  // "" until a second person approves
  std::string reason;
  std::optional<UnitRequest> unit;
  // The leaf of the request; once it is approved, that of the approval.
  std::int64_t leaf_index = -1;
};
// Returns the task's requests in the state, in the order of their leaves.
absl::StatusOr<std::vector<StoredApproval>> ApprovalsOf(
    const View& view, const TaskId& task, rules::ApprovalState state);

// Returns the tags of all units that were ever withdrawn from the task, each
// with the leaf of the approval.
absl::StatusOr<absl::flat_hash_map<std::string, std::int64_t>> WithdrawalsOf(
    const View& view, const TaskId& task);
// Counts the units that were ever withdrawn from the attempt.
absl::StatusOr<std::int64_t> CountWithdrawals(const View& view,
                                              const TaskId& task,
                                              std::int64_t attempt);

// The facts of a drawn line that decide whether a result of it can be recorded.
struct DrawnLine {
  std::int64_t attempt = 1;
  std::int64_t commit_leaf_index = -1;  // leaf with the attempt's plan
  LabId lab;                            // laboratory that the draw assigned
  std::string hold_id;
  HoldState hold = HoldState::kOpen;
  UnitState unit = UnitState::kOpen;
  CivilDate hold_until = CivilDate();  // the hold's last day
};

struct DrawnLineKey {
  TaskId task;
  Usci usci;
  LineId line;
};
// Returns the line as the latest attempt of the task drew it; absent where no
// attempt drew that line of that enterprise.
absl::StatusOr<std::optional<DrawnLine>> FindDrawnLine(const View& view,
                                                       const DrawnLineKey& key);

// A line as one attempt drew it.
struct LineInDraw {
  TaskId task;
  std::int64_t attempt = 1;
  HoldState hold = HoldState::kOpen;
  UnitState unit = UnitState::kOpen;
  friend bool operator==(const LineInDraw&, const LineInDraw&) = default;
};
// Returns every attempt that drew the line, in the order of task and attempt.
absl::StatusOr<std::vector<LineInDraw>> DrawsOfLine(const View& view,
                                                    const LineId& line);

// Returns the id of the line's open hold, in whatever task.
absl::StatusOr<std::optional<std::string>> OpenHoldOf(const View& view,
                                                      const LineId& line);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_UNITS_H_
