#include "lib/store/read/draws.h"

#include <algorithm>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/store/events/columns.h"
#include "lib/store/events/tags.h"
#include "lib/store/read/rows.h"

namespace spotcheck::store {
namespace {

absl::StatusOr<StoredTask> ReadTask(const View& view, const sql::Row& row) {
  StoredTask task;
  task.task = TaskId(std::string(row.Text(0)));
  ASSIGN_OR_RETURN(task.authority, ReadAuthority(row, 1));
  ASSIGN_OR_RETURN(task.suite, ParseHashSuite(row.Text(4)));
  ASSIGN_OR_RETURN(task.plan,
                   OpenTaskPlan(view.sealer(), task.task, row.Blob(5)));
  task.leaf_index = row.Int(6);
  return task;
}

}  // namespace

absl::StatusOr<std::optional<StoredTask>> FindTask(const View& view,
                                                   const TaskId& task) {
  static constexpr char kSql[] =
      "SELECT task_id, authority, level, authority_region, suite, plan, "
      "leaf_index FROM task WHERE task_id = $task_id";
  return FirstRow<StoredTask>(
      view, kSql, {{"$task_id", task.str()}},
      [&](const sql::Row& row) { return ReadTask(view, row); });
}

absl::StatusOr<std::vector<StoredTask>> TaskPage(const View& view,
                                                 const TaskId& after,
                                                 std::int64_t limit) {
  static constexpr char kSql[] =
      "SELECT task_id, authority, level, authority_region, suite, plan, "
      "leaf_index FROM task WHERE task_id > $after ORDER BY task_id "
      "LIMIT $limit";
  return AllRows<StoredTask>(
      view, kSql, {{"$after", after.str()}, {"$limit", limit}},
      [&](const sql::Row& row) { return ReadTask(view, row); });
}

namespace {

absl::StatusOr<StoredWitness> ReadWitness(const sql::Row& row) {
  return StoredWitness{std::string(row.Text(0)), std::string(row.Text(1)),
                       std::string(row.Text(2)), row.Int(3)};
}

}  // namespace

absl::StatusOr<std::optional<StoredWitness>> FindWitness(const View& view,
                                                         std::string_view key) {
  static constexpr char kSql[] =
      "SELECT witness_key, name, organisation, leaf_index FROM witness "
      "WHERE witness_key = $key";
  return FirstRow<StoredWitness>(view, kSql, {{"$key", key}}, ReadWitness);
}

absl::StatusOr<std::vector<StoredWitness>> WitnessPage(const View& view,
                                                       std::string_view after,
                                                       std::int64_t limit) {
  static constexpr char kSql[] =
      "SELECT witness_key, name, organisation, leaf_index FROM witness "
      "WHERE witness_key > $after ORDER BY witness_key LIMIT $limit";
  return AllRows<StoredWitness>(
      view, kSql, {{"$after", after}, {"$limit", limit}}, ReadWitness);
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

namespace {

absl::StatusOr<StoredUnit> ReadUnit(const View& view, const AttemptKey& key,
                                    const sql::Row& row) {
  StoredUnit unit;
  unit.unit_tag = std::string(row.Text(0));
  ASSIGN_OR_RETURN(unit.state, ParseUnitState(row.Text(2)));
  ASSIGN_OR_RETURN(
      unit.selected,
      OpenUnit(view.sealer(), {key.task, key.attempt, unit.unit_tag},
               row.Blob(1)));
  return unit;
}

}  // namespace

absl::StatusOr<std::vector<StoredUnit>> UnitsOf(const View& view,
                                                const TaskId& task,
                                                std::int64_t attempt) {
  static constexpr char kSql[] =
      "SELECT unit_tag, sealed, state FROM drawn_unit "
      "WHERE task_id = $task_id AND attempt = $attempt ORDER BY unit_tag";
  ASSIGN_OR_RETURN(
      auto units,
      AllRows<StoredUnit>(view, kSql,
                          {{"$task_id", task.str()}, {"$attempt", attempt}},
                          [&](const sql::Row& row) {
                            return ReadUnit(view, {task, attempt}, row);
                          }));
  std::sort(units.begin(), units.end(),
            [](const StoredUnit& a, const StoredUnit& b) {
              return a.selected.rank < b.selected.rank;
            });
  return units;
}

absl::StatusOr<std::optional<StoredUnit>> FindUnit(const View& view,
                                                   const TaskId& task,
                                                   std::int64_t attempt,
                                                   const Usci& usci) {
  static constexpr char kSql[] =
      "SELECT unit_tag, sealed, state FROM drawn_unit "
      "WHERE task_id = $task_id AND attempt = $attempt "
      "AND unit_tag = $unit_tag";
  const std::string tag = UnitTag(view.sealer(), task, usci);
  return FirstRow<StoredUnit>(
      view, kSql,
      {{"$task_id", task.str()}, {"$attempt", attempt}, {"$unit_tag", tag}},
      [&](const sql::Row& row) {
        return ReadUnit(view, {task, attempt}, row);
      });
}

absl::StatusOr<std::int64_t> CountDue(const View& view, const TaskId& task,
                                      std::int64_t attempt) {
  static constexpr char kSql[] =
      "SELECT COUNT(*) FROM drawn_unit AS unit WHERE unit.task_id = $task_id "
      "AND unit.attempt = $attempt AND (unit.state = 'WITHDRAWN' OR "
      "(unit.state = 'OPEN' AND NOT EXISTS (SELECT 1 FROM hold "
      "WHERE hold.task_id = unit.task_id AND hold.attempt = unit.attempt "
      "AND hold.unit_tag = unit.unit_tag AND hold.state = 'OPEN')))";
  ASSIGN_OR_RETURN(const auto count,
                   view.sql().QueryOne(
                       kSql, {{"$task_id", task.str()}, {"$attempt", attempt}},
                       [](const sql::Row& row) { return row.Int(0); }));
  return count.value_or(0);
}

absl::StatusOr<bool> HasOpenHold(const View& view, const TaskId& task,
                                 std::int64_t attempt,
                                 std::string_view unit_tag) {
  static constexpr char kSql[] =
      "SELECT 1 FROM hold WHERE task_id = $task_id AND attempt = $attempt "
      "AND unit_tag = $unit_tag AND state = 'OPEN' LIMIT 1";
  ASSIGN_OR_RETURN(const auto found,
                   view.sql().QueryOne(kSql,
                                       {{"$task_id", task.str()},
                                        {"$attempt", attempt},
                                        {"$unit_tag", unit_tag}},
                                       [](const sql::Row&) { return true; }));
  return found.has_value();
}

absl::StatusOr<absl::flat_hash_map<std::string, StoredHold>> HoldsOf(
    const View& view, const TaskId& task, std::int64_t attempt) {
  static constexpr char kSql[] =
      "SELECT line_tag, hold_id, state FROM hold "
      "WHERE task_id = $task_id AND attempt = $attempt ORDER BY line_tag";
  absl::flat_hash_map<std::string, StoredHold> holds;
  RETURN_IF_ERROR(view.sql().ForEach(
      kSql, {{"$task_id", task.str()}, {"$attempt", attempt}},
      [&](const sql::Row& row) -> absl::Status {
        StoredHold hold{std::string(row.Text(0)), std::string(row.Text(1))};
        ASSIGN_OR_RETURN(hold.state, ParseHoldState(row.Text(2)));
        holds.emplace(hold.line_tag, hold);
        return absl::OkStatus();
      }));
  return holds;
}

absl::StatusOr<bool> HasOpenHold(const View& view, const TaskId& task,
                                 std::int64_t attempt) {
  static constexpr char kSql[] =
      "SELECT 1 FROM hold WHERE task_id = $task_id AND attempt = $attempt "
      "AND state = 'OPEN' LIMIT 1";
  ASSIGN_OR_RETURN(const auto found,
                   view.sql().QueryOne(
                       kSql, {{"$task_id", task.str()}, {"$attempt", attempt}},
                       [](const sql::Row&) { return true; }));
  return found.has_value();
}

absl::StatusOr<absl::flat_hash_set<std::string>> HoldIdsOfOpenAttempts(
    const View& view) {
  static constexpr char kSql[] =
      "SELECT hold_id FROM hold WHERE (task_id, attempt) IN "
      "(SELECT task_id, attempt FROM hold WHERE state = 'OPEN') "
      "ORDER BY hold_id";
  absl::flat_hash_set<std::string> ids;
  RETURN_IF_ERROR(view.sql().ForEach(kSql, {}, [&](const sql::Row& row) {
    ids.emplace(row.Text(0));
    return absl::OkStatus();
  }));
  return ids;
}

namespace {

absl::StatusOr<AttemptKey> ReadKey(const sql::Row& row) {
  return AttemptKey{TaskId(std::string(row.Text(0))), row.Int(1)};
}

}  // namespace

absl::StatusOr<absl::flat_hash_map<LineId, std::string>> HeldLines(
    const View& view) {
  static constexpr char kSql[] =
      "SELECT DISTINCT task_id, attempt FROM hold WHERE state = 'OPEN' "
      "ORDER BY task_id, attempt";
  ASSIGN_OR_RETURN(const auto attempts,
                   AllRows<AttemptKey>(view, kSql, {}, ReadKey));
  absl::flat_hash_map<LineId, std::string> held;
  for (const AttemptKey& key : attempts) {
    ASSIGN_OR_RETURN(const auto holds, HoldsOf(view, key.task, key.attempt));
    ASSIGN_OR_RETURN(const auto units, UnitsOf(view, key.task, key.attempt));
    for (const StoredUnit& unit : units) {
      for (const rules::SelectedLine& line : unit.selected.lines) {
        const auto hold = holds.find(LineTag(view.sealer(), line.line));
        if (hold != holds.end() && hold->second.state == HoldState::kOpen) {
          held.emplace(line.line, hold->second.hold_id);
        }
      }
    }
  }
  return held;
}

absl::StatusOr<std::vector<AttemptKey>> AttemptsWithOverdueHolds(
    const View& view, CivilDate day) {
  static constexpr char kSql[] =
      "SELECT DISTINCT task_id, attempt FROM hold WHERE state = 'OPEN' "
      "AND expires_on < $day ORDER BY task_id, attempt";
  const std::string text = day.ToString();
  return AllRows<AttemptKey>(view, kSql, {{"$day", text}}, ReadKey);
}

#define SPOTCHECK_APPROVAL_COLUMNS                                      \
  "SELECT approval_id, kind, attempt, unit_tag, requested_by, reason, " \
  "payload, leaf_index, approved_by FROM approval "

namespace {

absl::StatusOr<std::vector<StoredApproval>> Approvals(const View& view,
                                                      std::string_view sql,
                                                      const TaskId& task) {
  return AllRows<StoredApproval>(
      view, sql, {{"$task_id", task.str()}},
      [&](const sql::Row& row) -> absl::StatusOr<StoredApproval> {
        StoredApproval approval;
        approval.approval_id = std::string(row.Text(0));
        ASSIGN_OR_RETURN(approval.kind, ParseApprovalKind(row.Text(1)));
        approval.task = task;
        approval.attempt = row.Int(2);
        approval.unit_tag = std::string(row.Text(3));
        approval.requested_by = std::string(row.Text(4));
        approval.reason = std::string(row.Text(5));
        if (!row.Blob(6).empty()) {
          ASSIGN_OR_RETURN(
              approval.unit,
              OpenUnitRequest(view.sealer(), {row.Text(0), row.Blob(6)}));
        }
        approval.leaf_index = row.Int(7);
        approval.approved_by = std::string(row.Text(8));
        return approval;
      });
}

}  // namespace

absl::StatusOr<std::vector<StoredApproval>> WaitingApprovals(
    const View& view, const TaskId& task) {
  static constexpr char kSql[] = SPOTCHECK_APPROVAL_COLUMNS
      "WHERE task_id = $task_id AND state = 'WAITING' ORDER BY leaf_index";
  return Approvals(view, kSql, task);
}

absl::StatusOr<std::vector<StoredApproval>> GrantedApprovals(
    const View& view, const TaskId& task) {
  static constexpr char kSql[] = SPOTCHECK_APPROVAL_COLUMNS
      "WHERE task_id = $task_id AND state = 'APPROVED' ORDER BY leaf_index";
  return Approvals(view, kSql, task);
}

absl::StatusOr<absl::flat_hash_map<std::string, std::int64_t>> WithdrawalsOf(
    const View& view, const TaskId& task) {
  static constexpr char kSql[] =
      "SELECT unit_tag, leaf_index FROM approval WHERE task_id = $task_id "
      "AND kind = 'WITHDRAWAL' AND state = 'APPROVED' ORDER BY leaf_index";
  absl::flat_hash_map<std::string, std::int64_t> withdrawals;
  RETURN_IF_ERROR(view.sql().ForEach(
      kSql, {{"$task_id", task.str()}}, [&](const sql::Row& row) {
        withdrawals.emplace(row.Text(0), row.Int(1));
        return absl::OkStatus();
      }));
  return withdrawals;
}

absl::StatusOr<std::int64_t> CountWithdrawals(const View& view,
                                              const TaskId& task,
                                              std::int64_t attempt) {
  static constexpr char kSql[] =
      "SELECT COUNT(*) FROM approval WHERE task_id = $task_id "
      "AND attempt = $attempt AND kind = 'WITHDRAWAL' AND state = 'APPROVED'";
  ASSIGN_OR_RETURN(const auto count,
                   view.sql().QueryOne(
                       kSql, {{"$task_id", task.str()}, {"$attempt", attempt}},
                       [](const sql::Row& row) { return row.Int(0); }));
  return count.value_or(0);
}

}  // namespace spotcheck::store
