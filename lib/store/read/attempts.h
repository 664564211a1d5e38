#ifndef SPOTCHECK_LIB_STORE_READ_ATTEMPTS_H_
#define SPOTCHECK_LIB_STORE_READ_ATTEMPTS_H_

// Reads the attempts of draws and their witnesses. SELECT only. Errors: those
// of the connection; DATA_LOSS for a row that the applier cannot have written.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/ids.h"
#include "lib/rules/draw/types.h"
#include "lib/store/events/draw_states.h"
#include "lib/store/events/events.h"
#include "lib/store/journal/database.h"

namespace spotcheck::store {

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

struct AttemptKey {
  TaskId task;
  std::int64_t attempt = 1;
};

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_ATTEMPTS_H_
