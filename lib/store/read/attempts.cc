#include "lib/store/read/attempts.h"

#include "lib/base/civil_date.h"
#include "lib/base/status_macros.h"
#include "lib/rules/law/words.h"
#include "lib/store/events/columns.h"
#include "lib/store/read/rows.h"

namespace spotcheck::store {
namespace {

#define SPOTCHECK_ATTEMPT_COLUMNS                                           \
  "SELECT task_id, attempt, authority, level, authority_region, sequence, " \
  "previous, commitment, deadline, beacon_spec, beacon_value, "             \
  "beacon_signature, state, result_root, transcript, reason, missing, "     \
  "operator, committed_at, run_at, leaf_index, beacon_leaf_index, "         \
  "run_leaf_index, open_leaf_index FROM attempt "

absl::StatusOr<StoredAttempt> ReadAttempt(const sql::Row& row) {
  StoredAttempt attempt;
  attempt.task = TaskId(std::string(row.Text(0)));
  attempt.attempt = row.Int(1);
  ASSIGN_OR_RETURN(attempt.authority, ReadAuthority(row, 2));
  attempt.sequence = row.Int(5);
  attempt.previous = std::string(row.Text(6));
  attempt.commitment = std::string(row.Text(7));
  ASSIGN_OR_RETURN(attempt.deadline, ParseUtc(row.Text(8)));
  attempt.beacon_spec = std::string(row.Text(9));
  attempt.beacon_value = std::string(row.Text(10));
  attempt.beacon_signature = std::string(row.Text(11));
  ASSIGN_OR_RETURN(attempt.state,
                   ParseCode<AttemptState>(row.Text(12), {"attempt.state"}));
  attempt.result_root = std::string(row.Text(13));
  attempt.transcript = std::string(row.Text(14));
  attempt.reason = std::string(row.Text(15));
  ASSIGN_OR_RETURN(attempt.missing, DecodeTexts(row.Text(16)));
  attempt.operator_name = std::string(row.Text(17));
  ASSIGN_OR_RETURN(attempt.committed_at, ParseUtc(row.Text(18)));
  if (!row.Text(19).empty()) {
    ASSIGN_OR_RETURN(attempt.run_at, ParseUtc(row.Text(19)));
  }
  attempt.leaf_index = row.Int(20);
  attempt.beacon_leaf_index = row.Int(21);
  attempt.run_leaf_index = row.Int(22);
  attempt.open_leaf_index = row.Int(23);
  return attempt;
}

absl::StatusOr<std::vector<StoredAttempt>> All(const View& view,
                                               std::string_view sql,
                                               sql::Bindings bindings) {
  return AllRows<StoredAttempt>(view, sql, bindings, ReadAttempt);
}

absl::StatusOr<std::optional<StoredAttempt>> First(const View& view,
                                                   std::string_view sql,
                                                   sql::Bindings bindings) {
  return FirstRow<StoredAttempt>(view, sql, bindings, ReadAttempt);
}

}  // namespace

absl::StatusOr<std::optional<StoredAttempt>> FindAttempt(const View& view,
                                                         const TaskId& task,
                                                         std::int64_t attempt) {
  static constexpr char kSql[] = SPOTCHECK_ATTEMPT_COLUMNS
      "WHERE task_id = $task_id AND attempt = $attempt";
  return First(view, kSql, {{"$task_id", task.str()}, {"$attempt", attempt}});
}

absl::StatusOr<std::optional<StoredAttempt>> LatestAttempt(const View& view,
                                                           const TaskId& task) {
  static constexpr char kSql[] = SPOTCHECK_ATTEMPT_COLUMNS
      "WHERE task_id = $task_id ORDER BY attempt DESC LIMIT 1";
  return First(view, kSql, {{"$task_id", task.str()}});
}

absl::StatusOr<std::optional<StoredAttempt>> LastOfChain(
    const View& view, const rules::Authority& authority) {
  static constexpr char kSql[] = SPOTCHECK_ATTEMPT_COLUMNS
      "WHERE authority = $name AND level = $level "
      "AND authority_region = $region ORDER BY sequence DESC LIMIT 1";
  return First(view, kSql,
               {{"$name", authority.name},
                {"$level", LevelNumber(authority.level)},
                {"$region", authority.region.str()}});
}

absl::StatusOr<std::optional<StoredAttempt>> AttemptByCommitment(
    const View& view, std::string_view commitment) {
  static constexpr char kSql[] =
      SPOTCHECK_ATTEMPT_COLUMNS "WHERE commitment = $commitment";
  return First(view, kSql, {{"$commitment", commitment}});
}

absl::StatusOr<std::vector<StoredAttempt>> UndecidedAttempts(const View& view) {
  static constexpr char kSql[] =
      SPOTCHECK_ATTEMPT_COLUMNS "WHERE state = 'COMMITTED' ORDER BY leaf_index";
  return All(view, kSql, {});
}

absl::StatusOr<std::vector<StoredAttempt>> AttemptsOfTask(const View& view,
                                                          const TaskId& task) {
  static constexpr char kSql[] =
      SPOTCHECK_ATTEMPT_COLUMNS "WHERE task_id = $task_id ORDER BY leaf_index";
  return All(view, kSql, {{"$task_id", task.str()}});
}

absl::StatusOr<std::vector<StoredAttempt>> AttemptPage(
    const View& view, const AttemptQuery& query) {
  static constexpr char kOfTask[] = SPOTCHECK_ATTEMPT_COLUMNS
      "WHERE task_id = $task_id AND leaf_index > $after "
      "ORDER BY leaf_index LIMIT $limit";
  static constexpr char kOfAuthority[] = SPOTCHECK_ATTEMPT_COLUMNS
      "WHERE authority = $name AND leaf_index > $after "
      "ORDER BY leaf_index LIMIT $limit";
  if (!query.task.empty()) {
    return All(view, kOfTask,
               {{"$task_id", query.task.str()},
                {"$after", query.after},
                {"$limit", query.limit}});
  }
  return All(view, kOfAuthority,
             {{"$name", query.authority},
              {"$after", query.after},
              {"$limit", query.limit}});
}

absl::StatusOr<std::vector<StoredAttempt>> AllAttempts(const View& view) {
  static constexpr char kSql[] =
      SPOTCHECK_ATTEMPT_COLUMNS "ORDER BY leaf_index";
  return All(view, kSql, {});
}

absl::StatusOr<TaskPlan> CommittedPlan(const View& view,
                                       const StoredAttempt& attempt) {
  ASSIGN_OR_RETURN(const std::string text,
                   view.OpenPayload(attempt.leaf_index, "plan"));
  return DecodePlan(text);
}

absl::StatusOr<std::vector<StoredAttemptWitness>> WitnessesOf(
    const View& view, const TaskId& task, std::int64_t attempt) {
  static constexpr char kSql[] =
      "SELECT position, name, witness_key, commitment, contribution, "
      "signature, leaf_index FROM attempt_witness "
      "WHERE task_id = $task_id AND attempt = $attempt ORDER BY position";
  return AllRows<StoredAttemptWitness>(
      view, kSql, {{"$task_id", task.str()}, {"$attempt", attempt}},
      [](const sql::Row& row) -> absl::StatusOr<StoredAttemptWitness> {
        return StoredAttemptWitness{
            row.Int(0),
            std::string(row.Text(1)),
            std::string(row.Text(2)),
            std::string(row.Text(3)),
            std::string(row.Text(4)),
            std::string(row.Text(5)),
            row.Int(6),
        };
      });
}

}  // namespace spotcheck::store
