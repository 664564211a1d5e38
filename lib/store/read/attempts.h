#ifndef SPOTCHECK_LIB_STORE_READ_ATTEMPTS_H_
#define SPOTCHECK_LIB_STORE_READ_ATTEMPTS_H_

// These functions read the attempts of draws and their witnesses. They return
// the connection's errors, and DATA_LOSS for a row that Apply
// (lib/store/tables) cannot have written.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/ids.h"
#include "lib/rules/draw/types.h"
#include "lib/store/events/events.h"
#include "lib/store/journal/database.h"

namespace spotcheck::store {

// One attempt as its row holds it. Commitments, roots, transcripts, signatures
// and keys are lower-case hex. Each leaf index names the leaf of one event and
// is -1 until that event has come.
struct StoredAttempt {
  TaskId task;
  std::int64_t attempt = 1;
  rules::Authority authority;
  std::int64_t sequence = 1;  // place in the authority's chain of attempts
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
  std::vector<std::string> missing;  // keys of the witnesses who did not reveal
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
// Returns the newest attempt of the authority over all its tasks.
absl::StatusOr<std::optional<StoredAttempt>> LastOfChain(
    const View& view, const rules::Authority& authority);
absl::StatusOr<std::optional<StoredAttempt>> AttemptByCommitment(
    const View& view, std::string_view commitment);
// Returns the attempts whose commitment stands in a leaf between the two, in
// the order of the leaves, but not the void and the failed ones.
struct LeafRange {
  std::int64_t after = -1;
  std::int64_t before = 0;
};
absl::StatusOr<std::vector<StoredAttempt>> AttemptsCommittedWithin(
    const View& view, const LeafRange& leaves);
// Returns the attempts that were committed and are neither run nor void nor
// failed, in the order of their leaves.
absl::StatusOr<std::vector<StoredAttempt>> UndecidedAttempts(const View& view);
// Returns the task's attempts in the order of their leaves.
absl::StatusOr<std::vector<StoredAttempt>> AttemptsOfTask(const View& view,
                                                          const TaskId& task);
// AttemptPage returns up to `limit` attempts of a task, of all tasks of an
// authority's name, or of all, whose leaf is after `after`, in the order of
// their leaves.
struct AttemptQuery {
  TaskId task;            // empty to ask by the authority
  std::string authority;  // empty, too, for all
  std::optional<AttemptState> state = {};
  std::int64_t after = -1;
  std::int64_t limit = 0;
};
absl::StatusOr<std::vector<StoredAttempt>> AttemptPage(
    const View& view, const AttemptQuery& query);
absl::StatusOr<std::vector<StoredAttempt>> AllAttempts(const View& view);

// Returns the plan that the attempt committed to, with its policies and
// deadline.
absl::StatusOr<TaskPlan> CommittedPlan(const View& view,
                                       const StoredAttempt& attempt);

struct StoredAttemptWitness {
  std::int64_t position = 1;
  std::string name;
  std::string key;
  std::string commitment;
  std::string contribution;  // "" before the reveal
  std::string signature;     // "" before the reveal
  std::int64_t leaf_index = -1;
};
// Returns the attempt's witnesses in the order of their positions.
absl::StatusOr<std::vector<StoredAttemptWitness>> WitnessesOf(
    const View& view, const TaskId& task, std::int64_t attempt);

struct AttemptKey {
  TaskId task;
  std::int64_t attempt = 1;
};

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_ATTEMPTS_H_
