#include "lib/store/read/tasks.h"

#include "lib/base/status_macros.h"
#include "lib/store/events/sealed.h"
#include "lib/store/read/rows.h"
#include "lib/store/read/stored_rows.h"

namespace spotcheck::store {
namespace {

absl::StatusOr<StoredTask> ReadTask(const View& view, const sql::Row& row) {
  StoredTask task;
  task.task = TaskId(std::string(row.Text(0)));
  ASSIGN_OR_RETURN(task.authority, ReadColumns<rules::Authority>(row, 1));
  ASSIGN_OR_RETURN(task.suite, ParseHashSuite(row.Text(4)));
  ASSIGN_OR_RETURN(
      task.plan, OpenCell<TaskPlan>(view.sealer(), {TaskPlanContext(task.task),
                                                    row.Blob(5), "task.plan"}));
  task.leaf_index = row.Int(6);
  task.withdrawn = row.Text(7);
  return task;
}

}  // namespace

absl::StatusOr<std::optional<StoredTask>> FindTask(const View& view,
                                                   const TaskId& task) {
  static constexpr char kSql[] =
      "SELECT task_id, authority, level, authority_region, suite, plan, "
      "leaf_index, withdrawn FROM task WHERE task_id = $task_id";
  return FirstRow<StoredTask>(
      view, kSql, {{"$task_id", task.str()}},
      [&](const sql::Row& row) { return ReadTask(view, row); });
}

absl::StatusOr<std::vector<StoredTask>> TaskPage(const View& view,
                                                 const TaskId& after,
                                                 std::int64_t limit) {
  static constexpr char kSql[] =
      "SELECT task_id, authority, level, authority_region, suite, plan, "
      "leaf_index, withdrawn FROM task WHERE task_id > $after ORDER BY task_id "
      "LIMIT $limit";
  return AllRows<StoredTask>(
      view, kSql, {{"$after", after.str()}, {"$limit", limit}},
      [&](const sql::Row& row) { return ReadTask(view, row); });
}

absl::StatusOr<std::optional<StoredWitness>> FindWitness(const View& view,
                                                         std::string_view key) {
  static const std::string kSql =
      Select<StoredWitness>("WHERE witness_key = $key");
  return FirstRow<StoredWitness>(view, kSql, {{"$key", key}});
}

absl::StatusOr<std::vector<StoredWitness>> WitnessPage(const View& view,
                                                       std::string_view after,
                                                       std::int64_t limit) {
  static const std::string kSql = Select<StoredWitness>(
      "WHERE witness_key > $after ORDER BY witness_key LIMIT $limit");
  return AllRows<StoredWitness>(view, kSql,
                                {{"$after", after}, {"$limit", limit}});
}

absl::StatusOr<std::vector<std::string>> AuthorityNames(
    const View& view, const rules::Authority& authority) {
  static constexpr char kSql[] =
      "SELECT DISTINCT authority FROM task WHERE level = $level "
      "AND authority_region = $region ORDER BY authority";
  return AllRows<std::string>(view, kSql,
                              {{"$level", table::LevelNumber(authority.level)},
                               {"$region", authority.region.str()}},
                              [](const sql::Row& row) {
                                return table::FromCell<std::string>(
                                    row, 0, "authority");
                              });
}

}  // namespace spotcheck::store
