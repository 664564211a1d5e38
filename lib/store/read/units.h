#ifndef SPOTCHECK_LIB_STORE_READ_UNITS_H_
#define SPOTCHECK_LIB_STORE_READ_UNITS_H_

// Reads drawn units, the holds of their lines, and what waits for a second
// person. SELECT only. Errors: those of the connection; DATA_LOSS for a row
// that the applier cannot have written.

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
#include "lib/store/events/draw_states.h"
#include "lib/store/events/events.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::store {

struct StoredUnit {
  rules::SelectedEnterprise selected;
  std::string unit_tag;
  UnitState state = UnitState::kOpen;
};
// By rank.
absl::StatusOr<std::vector<StoredUnit>> UnitsOf(const View& view,
                                                const TaskId& task,
                                                std::int64_t attempt);
absl::StatusOr<std::optional<StoredUnit>> FindUnit(const View& view,
                                                   const TaskId& task,
                                                   std::int64_t attempt,
                                                   const Usci& usci);
// How many units of the attempt are still due: withdrawn, or without a result
// when their holds had ended.
absl::StatusOr<std::int64_t> CountDue(const View& view, const TaskId& task,
                                      std::int64_t attempt);
// Whether a line of the unit is still held.
absl::StatusOr<bool> HasOpenHold(const View& view, const TaskId& task,
                                 std::int64_t attempt,
                                 std::string_view unit_tag);

struct StoredHold {
  std::string line_tag;
  std::string hold_id;
  HoldState state = HoldState::kOpen;
};
// By line tag.
absl::StatusOr<absl::flat_hash_map<std::string, StoredHold>> HoldsOf(
    const View& view, const TaskId& task, std::int64_t attempt);
// Ids of every hold, ended or not, of the attempts that have an open one.
absl::StatusOr<absl::flat_hash_set<std::string>> HoldIdsOfOpenAttempts(
    const View& view);
// Whether any line of the attempt is still held.
absl::StatusOr<bool> HasOpenHold(const View& view, const TaskId& task,
                                 std::int64_t attempt);
// Every held line with its hold's id.
absl::StatusOr<absl::flat_hash_map<LineId, std::string>> HeldLines(
    const View& view);
// Attempts with open holds whose last day is before `day`.
absl::StatusOr<std::vector<AttemptKey>> AttemptsWithOverdueHolds(
    const View& view, CivilDate day);

struct StoredApproval {
  std::string approval_id;
  ApprovalKind kind = ApprovalKind::kVoid;
  TaskId task;
  std::int64_t attempt = 1;
  std::string unit_tag;
  std::string requested_by;
  std::string approved_by;  // "" while it waits
  std::string reason;
  std::optional<UnitRequest> unit;
  std::int64_t leaf_index = -1;  // of the request, then of the approval
};
// Requests that wait for a second person; by leaf.
absl::StatusOr<std::vector<StoredApproval>> WaitingApprovals(
    const View& view, const TaskId& task);
// Requests that a second person approved; by leaf.
absl::StatusOr<std::vector<StoredApproval>> GrantedApprovals(
    const View& view, const TaskId& task);

// Units ever withdrawn from the task: unit tag and the approval's leaf.
absl::StatusOr<absl::flat_hash_map<std::string, std::int64_t>> WithdrawalsOf(
    const View& view, const TaskId& task);
// How many units of the attempt were ever withdrawn.
absl::StatusOr<std::int64_t> CountWithdrawals(const View& view,
                                              const TaskId& task,
                                              std::int64_t attempt);

// A drawn line as whoever brings its result needs it.
struct DrawnLine {
  std::int64_t attempt = 1;
  std::int64_t commit_leaf_index = -1;  // the attempt's plan is its payload
  LabId lab;                            // the assigned one
  std::string hold_id;
  HoldState hold = HoldState::kOpen;
  UnitState unit = UnitState::kOpen;
};

struct DrawnLineKey {
  TaskId task;
  Usci usci;
  LineId line;
};
// The line as the latest attempt of the task drew it; absent where no attempt
// drew that line of that enterprise.
absl::StatusOr<std::optional<DrawnLine>> FindDrawnLine(const View& view,
                                                       const DrawnLineKey& key);

// The id of the open hold of a line, whatever task it is of.
absl::StatusOr<std::optional<std::string>> OpenHoldOf(const View& view,
                                                      const LineId& line);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_UNITS_H_
