#include "lib/store/read/attempts.h"

#include <string>

#include "lib/base/status_macros.h"
#include "lib/store/read/rows.h"
#include "lib/store/read/stored_rows.h"

namespace spotcheck::store {
namespace {

absl::StatusOr<std::vector<StoredAttempt>> All(const View& view,
                                               std::string_view sql,
                                               sql::Bindings bindings) {
  return AllRows<StoredAttempt>(view, sql, bindings);
}

absl::StatusOr<std::optional<StoredAttempt>> First(const View& view,
                                                   std::string_view sql,
                                                   sql::Bindings bindings) {
  return FirstRow<StoredAttempt>(view, sql, bindings);
}

}  // namespace

absl::StatusOr<std::optional<StoredAttempt>> FindAttempt(const View& view,
                                                         const TaskId& task,
                                                         std::int64_t attempt) {
  static const std::string kSql =
      Select<StoredAttempt>("WHERE task_id = $task_id AND attempt = $attempt");
  return First(view, kSql, {{"$task_id", task.str()}, {"$attempt", attempt}});
}

absl::StatusOr<std::optional<StoredAttempt>> LatestAttempt(const View& view,
                                                           const TaskId& task) {
  static const std::string kSql = Select<StoredAttempt>(
      "WHERE task_id = $task_id ORDER BY attempt DESC LIMIT 1");
  return First(view, kSql, {{"$task_id", task.str()}});
}

absl::StatusOr<std::optional<StoredAttempt>> LastOfChain(
    const View& view, const rules::Authority& authority) {
  static const std::string kSql = Select<StoredAttempt>(
      "WHERE authority = $name AND level = $level "
      "AND authority_region = $region ORDER BY sequence DESC LIMIT 1");
  return First(view, kSql,
               {{"$name", authority.name},
                {"$level", table::LevelNumber(authority.level)},
                {"$region", authority.region.str()}});
}

absl::StatusOr<std::optional<StoredAttempt>> AttemptByCommitment(
    const View& view, std::string_view commitment) {
  static const std::string kSql =
      Select<StoredAttempt>("WHERE commitment = $commitment");
  return First(view, kSql, {{"$commitment", commitment}});
}

absl::StatusOr<std::vector<StoredAttempt>> AttemptsCommittedWithin(
    const View& view, const LeafRange& leaves) {
  static const std::string kSql = Select<StoredAttempt>(
      "WHERE leaf_index > $after AND leaf_index < $before "
      "AND state NOT IN ('VOID', 'FAILED') ORDER BY leaf_index");
  return All(view, kSql,
             {{"$after", leaves.after}, {"$before", leaves.before}});
}

absl::StatusOr<std::vector<StoredAttempt>> UndecidedAttempts(const View& view) {
  static const std::string kSql =
      Select<StoredAttempt>("WHERE state = 'COMMITTED' ORDER BY leaf_index");
  return All(view, kSql, {});
}

absl::StatusOr<std::vector<StoredAttempt>> AttemptsOfTask(const View& view,
                                                          const TaskId& task) {
  static const std::string kSql =
      Select<StoredAttempt>("WHERE task_id = $task_id ORDER BY leaf_index");
  return All(view, kSql, {{"$task_id", task.str()}});
}

absl::StatusOr<std::vector<StoredAttempt>> AttemptPage(
    const View& view, const AttemptQuery& query) {
  static const std::string kOfTask = Select<StoredAttempt>(
      "WHERE task_id = $task_id AND leaf_index > $after "
      "AND ($state = '' OR state = $state) ORDER BY leaf_index LIMIT $limit");
  static const std::string kOfAuthority = Select<StoredAttempt>(
      "WHERE authority = $name AND leaf_index > $after "
      "AND ($state = '' OR state = $state) ORDER BY leaf_index LIMIT $limit");
  static const std::string kOfAll = Select<StoredAttempt>(
      "WHERE leaf_index > $after AND ($state = '' OR state = $state) "
      "ORDER BY leaf_index LIMIT $limit");
  const std::string_view state =
      query.state ? CodeOf(*query.state) : std::string_view();
  if (!query.task.empty()) {
    return All(view, kOfTask,
               {{"$task_id", query.task.str()},
                {"$after", query.after},
                {"$state", state},
                {"$limit", query.limit}});
  }
  if (!query.authority.empty()) {
    return All(view, kOfAuthority,
               {{"$name", query.authority},
                {"$after", query.after},
                {"$state", state},
                {"$limit", query.limit}});
  }
  return All(
      view, kOfAll,
      {{"$after", query.after}, {"$state", state}, {"$limit", query.limit}});
}

absl::StatusOr<std::vector<StoredAttempt>> AllAttempts(const View& view) {
  static const std::string kSql = Select<StoredAttempt>("ORDER BY leaf_index");
  return All(view, kSql, {});
}

absl::StatusOr<TaskPlan> CommittedPlan(const View& view,
                                       const StoredAttempt& attempt) {
  ASSIGN_OR_RETURN(const std::string text,
                   view.OpenPayload(attempt.leaf_index, "plan"));
  return DecodePayload<TaskPlan>(text);
}

absl::StatusOr<std::vector<StoredAttemptWitness>> WitnessesOf(
    const View& view, const TaskId& task, std::int64_t attempt) {
  static const std::string kSql = Select<StoredAttemptWitness>(
      "WHERE task_id = $task_id AND attempt = $attempt ORDER BY position");
  return AllRows<StoredAttemptWitness>(
      view, kSql, {{"$task_id", task.str()}, {"$attempt", attempt}});
}

}  // namespace spotcheck::store
