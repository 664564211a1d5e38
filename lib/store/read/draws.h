#ifndef SPOTCHECK_LIB_STORE_READ_DRAWS_H_
#define SPOTCHECK_LIB_STORE_READ_DRAWS_H_

// Reads tasks, witnesses, attempts, drawn units and holds. SELECT only. Errors:
// those of the connection; DATA_LOSS for a row that the applier cannot have
// written.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/ids.h"
#include "lib/rules/draw/types.h"
#include "lib/store/events/draw_states.h"
#include "lib/store/events/events.h"
#include "lib/store/journal/database.h"

namespace spotcheck::store {

struct StoredTask {
  TaskId task;
  rules::Authority authority;
  HashSuite suite = HashSuite::kSha256;
  TaskPlan plan;
  std::int64_t leaf_index = -1;
};
absl::StatusOr<std::optional<StoredTask>> FindTask(const View& view,
                                                   const TaskId& task);
// Tasks after `after`, ascending.
absl::StatusOr<std::vector<StoredTask>> TaskPage(const View& view,
                                                 const TaskId& after,
                                                 std::int64_t limit);

// Names under which tasks of this level and region were created.
absl::StatusOr<std::vector<std::string>> AuthorityNames(
    const View& view, const rules::Authority& authority);

struct StoredWitness {
  std::string key;  // hex
  std::string name;
  std::string organisation;
  std::int64_t leaf_index = -1;
};
absl::StatusOr<std::optional<StoredWitness>> FindWitness(const View& view,
                                                         std::string_view key);
absl::StatusOr<std::vector<StoredWitness>> WitnessPage(const View& view,
                                                       std::string_view after,
                                                       std::int64_t limit);

// One attempt; hex fields as the table spells them, leaf indexes -1 before
// their event.
struct StoredAttempt {
  TaskId task;
  std::int64_t attempt = 1;
  rules::Authority authority;
  std::int64_t sequence = 1;  // in the authority's chain
  std::string previous;
  std::string commitment;
  absl::Time deadline;
  std::string beacon_spec;
  std::string beacon_value;
  std::string beacon_signature;
  AttemptState state = AttemptState::kCommitted;
  std::string result_root;
  std::string transcript;
  std::string reason;
  std::vector<std::string> missing;  // keys of witnesses, hex
  std::string operator_name;
  absl::Time committed_at;
  std::optional<absl::Time> run_at;
  std::int64_t leaf_index = -1;
  std::int64_t beacon_leaf_index = -1;
  std::int64_t run_leaf_index = -1;
  std::int64_t open_leaf_index = -1;
};
absl::StatusOr<std::optional<StoredAttempt>> FindAttempt(const View& view,
                                                         const TaskId& task,
                                                         std::int64_t attempt);
absl::StatusOr<std::optional<StoredAttempt>> LatestAttempt(const View& view,
                                                           const TaskId& task);
// The newest attempt of the authority's chain, over all its tasks.
absl::StatusOr<std::optional<StoredAttempt>> LastOfChain(
    const View& view, const rules::Authority& authority);
absl::StatusOr<std::optional<StoredAttempt>> AttemptByCommitment(
    const View& view, std::string_view commitment);
// Committed and neither run nor void nor failed; by leaf.
absl::StatusOr<std::vector<StoredAttempt>> UndecidedAttempts(const View& view);
// By leaf.
absl::StatusOr<std::vector<StoredAttempt>> AttemptsOfTask(const View& view,
                                                          const TaskId& task);
// Those of a task, or of an authority's name, whose leaf is after `after`.
struct AttemptQuery {
  TaskId task;  // empty: the authority's
  std::string authority;
  std::int64_t after = -1;
  std::int64_t limit = 0;
};
absl::StatusOr<std::vector<StoredAttempt>> AttemptPage(
    const View& view, const AttemptQuery& query);
absl::StatusOr<std::vector<StoredAttempt>> AllAttempts(const View& view);

// The plan that the attempt committed to, policies and deadline included.
absl::StatusOr<TaskPlan> CommittedPlan(const View& view,
                                       const StoredAttempt& attempt);

struct StoredAttemptWitness {
  std::int64_t position = 1;
  std::string name;
  std::string key;           // hex
  std::string commitment;    // hex
  std::string contribution;  // hex, "" before the reveal
  std::string signature;     // hex, "" before the reveal
  std::int64_t leaf_index = -1;
};
// By position.
absl::StatusOr<std::vector<StoredAttemptWitness>> WitnessesOf(
    const View& view, const TaskId& task, std::int64_t attempt);

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
struct AttemptKey {
  TaskId task;
  std::int64_t attempt = 1;
};
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

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_DRAWS_H_
