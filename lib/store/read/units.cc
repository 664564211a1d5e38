#include "lib/store/read/units.h"

#include <algorithm>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rules/law/words.h"
#include "lib/store/events/sealed.h"
#include "lib/store/events/tags.h"
#include "lib/store/read/rows.h"
#include "lib/store/sql/errors.h"
#include "lib/store/tables/table.h"

namespace spotcheck::store {
namespace {

absl::StatusOr<rules::SelectedEnterprise> OpenUnit(const View& view,
                                                   const UnitKey& unit,
                                                   std::string_view sealed) {
  return OpenCell<rules::SelectedEnterprise>(
      view.sealer(), {UnitContext(unit), sealed, "drawn_unit.sealed"});
}

absl::StatusOr<StoredUnit> ReadUnit(const View& view, const AttemptKey& key,
                                    const sql::Row& row) {
  StoredUnit unit;
  unit.unit_tag = std::string(row.Text(0));
  ASSIGN_OR_RETURN(unit.state,
                   table::FromCell<UnitState>(row, 2, "drawn_unit.state"));
  ASSIGN_OR_RETURN(
      unit.selected,
      OpenUnit(view, {key.task, key.attempt, unit.unit_tag}, row.Blob(1)));
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
      "SELECT unit.state, (SELECT COUNT(*) FROM hold "
      "WHERE hold.task_id = unit.task_id AND hold.attempt = unit.attempt "
      "AND hold.unit_tag = unit.unit_tag AND hold.state = $open) "
      "FROM drawn_unit AS unit WHERE unit.task_id = $task_id "
      "AND unit.attempt = $attempt ORDER BY unit.unit_tag";
  std::int64_t due = 0;
  RETURN_IF_ERROR(view.sql().ForEach(
      kSql,
      {{"$open", CodeOf(HoldState::kOpen)},
       {"$task_id", task.str()},
       {"$attempt", attempt}},
      [&due](const sql::Row& row) -> absl::Status {
        ASSIGN_OR_RETURN(
            const UnitState state,
            table::FromCell<UnitState>(row, 0, "drawn_unit.state"));
        const auto held =
            row.Int(1) > 0 ? rules::LinesHeld::kSome : rules::LinesHeld::kNone;
        if (rules::IsDue(state, held)) ++due;
        return absl::OkStatus();
      }));
  return due;
}

absl::StatusOr<bool> HasOpenHold(const View& view, const TaskId& task,
                                 std::int64_t attempt,
                                 std::string_view unit_tag) {
  static constexpr char kSql[] =
      "SELECT 1 FROM hold WHERE task_id = $task_id AND attempt = $attempt "
      "AND unit_tag = $unit_tag AND state = $open LIMIT 1";
  ASSIGN_OR_RETURN(
      const std::int64_t found,
      view.sql().QueryInt(kSql, {{"$task_id", task.str()},
                                 {"$attempt", attempt},
                                 {"$unit_tag", unit_tag},
                                 {"$open", CodeOf(HoldState::kOpen)}}));
  return found == 1;
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
        ASSIGN_OR_RETURN(hold.state,
                         table::FromCell<HoldState>(row, 2, "hold.state"));
        holds.emplace(hold.line_tag, hold);
        return absl::OkStatus();
      }));
  return holds;
}

absl::StatusOr<bool> HasOpenHold(const View& view, const TaskId& task,
                                 std::int64_t attempt) {
  static constexpr char kSql[] =
      "SELECT 1 FROM hold WHERE task_id = $task_id AND attempt = $attempt "
      "AND state = $open LIMIT 1";
  ASSIGN_OR_RETURN(
      const std::int64_t found,
      view.sql().QueryInt(kSql, {{"$task_id", task.str()},
                                 {"$attempt", attempt},
                                 {"$open", CodeOf(HoldState::kOpen)}}));
  return found == 1;
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

namespace {

absl::StatusOr<StoredApproval> ReadApproval(const View& view,
                                            const TaskId& task,
                                            const sql::Row& row) {
  StoredApproval approval;
  approval.approval_id = std::string(row.Text(0));
  ASSIGN_OR_RETURN(approval.kind,
                   table::FromCell<ApprovalKind>(row, 1, "approval.kind"));
  approval.task = task;
  approval.attempt = row.Int(2);
  approval.unit_tag = std::string(row.Text(3));
  approval.requested_by = std::string(row.Text(4));
  approval.reason = std::string(row.Text(5));
  if (!row.Blob(6).empty()) {
    ASSIGN_OR_RETURN(approval.unit,
                     OpenCell<UnitRequest>(
                         view.sealer(), {ApprovalContext(approval.approval_id),
                                         row.Blob(6), "approval.payload"}));
  }
  approval.leaf_index = row.Int(7);
  approval.approved_by = std::string(row.Text(8));
  return approval;
}

}  // namespace

absl::StatusOr<std::vector<StoredApproval>> ApprovalsOf(
    const View& view, const TaskId& task, rules::ApprovalState state) {
  static constexpr char kSql[] =
      "SELECT approval_id, kind, attempt, unit_tag, requested_by, reason, "
      "payload, leaf_index, approved_by FROM approval "
      "WHERE task_id = $task_id AND state = $state ORDER BY leaf_index";
  return AllRows<StoredApproval>(
      view, kSql, {{"$task_id", task.str()}, {"$state", CodeOf(state)}},
      [&](const sql::Row& row) { return ReadApproval(view, task, row); });
}

absl::StatusOr<absl::flat_hash_map<std::string, std::int64_t>> WithdrawalsOf(
    const View& view, const TaskId& task) {
  static constexpr char kSql[] =
      "SELECT unit_tag, leaf_index FROM approval WHERE task_id = $task_id "
      "AND kind = $kind AND state = $approved ORDER BY leaf_index";
  absl::flat_hash_map<std::string, std::int64_t> withdrawals;
  RETURN_IF_ERROR(view.sql().ForEach(
      kSql,
      {{"$task_id", task.str()},
       {"$kind", CodeOf(ApprovalKind::kWithdrawal)},
       {"$approved", CodeOf(rules::ApprovalState::kApproved)}},
      [&](const sql::Row& row) {
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
      "AND attempt = $attempt AND kind = $kind AND state = $approved";
  return view.sql().QueryInt(
      kSql, {{"$task_id", task.str()},
             {"$attempt", attempt},
             {"$kind", CodeOf(ApprovalKind::kWithdrawal)},
             {"$approved", CodeOf(rules::ApprovalState::kApproved)}});
}

namespace {

// Returns the laboratory that the sealed unit assigns to the line.
absl::StatusOr<LabId> AssignedLab(const View& view, const UnitKey& unit,
                                  const LineId& line, std::string_view sealed) {
  ASSIGN_OR_RETURN(const rules::SelectedEnterprise selected,
                   OpenUnit(view, unit, sealed));
  const auto found = std::find_if(
      selected.lines.begin(), selected.lines.end(),
      [&line](const rules::SelectedLine& l) { return l.line == line; });
  if (found == selected.lines.end()) {
    return ColumnMalformedError("drawn_unit.sealed");
  }
  return found->lab;
}

absl::StatusOr<DrawnLine> ReadDrawnLine(const View& view,
                                        const DrawnLineKey& key,
                                        const sql::Row& row) {
  DrawnLine drawn;
  drawn.attempt = row.Int(0);
  drawn.commit_leaf_index = row.Int(1);
  drawn.hold_id = row.Text(2);
  ASSIGN_OR_RETURN(drawn.hold,
                   table::FromCell<HoldState>(row, 3, "hold.state"));
  ASSIGN_OR_RETURN(drawn.unit,
                   table::FromCell<UnitState>(row, 4, "drawn_unit.state"));
  const UnitKey unit{key.task, drawn.attempt, std::string(row.Text(5))};
  ASSIGN_OR_RETURN(drawn.hold_until,
                   table::FromCell<CivilDate>(row, 7, "hold.expires_on"));
  ASSIGN_OR_RETURN(drawn.lab, AssignedLab(view, unit, key.line, row.Blob(6)));
  return drawn;
}

}  // namespace

absl::StatusOr<std::optional<DrawnLine>> FindDrawnLine(
    const View& view, const DrawnLineKey& key) {
  // The query goes through the attempts, of which a task has few, so that it
  // finds the hold by its whole primary key.
  static constexpr char kSql[] =
      "SELECT a.attempt, a.leaf_index, h.hold_id, h.state, u.state, "
      "u.unit_tag, u.sealed, h.expires_on FROM attempt a "
      "JOIN hold h ON h.task_id = a.task_id AND h.attempt = a.attempt "
      "AND h.line_tag = $line_tag "
      "JOIN drawn_unit u ON u.task_id = a.task_id AND u.attempt = a.attempt "
      "AND u.unit_tag = $unit_tag AND u.unit_tag = h.unit_tag "
      "WHERE a.task_id = $task_id ORDER BY a.attempt DESC LIMIT 1";
  const std::string line_tag = LineTag(view.sealer(), key.line);
  const std::string unit_tag = UnitTag(view.sealer(), key.task, key.usci);
  return FirstRow<DrawnLine>(
      view, kSql,
      {{"$line_tag", line_tag},
       {"$unit_tag", unit_tag},
       {"$task_id", key.task.str()}},
      [&](const sql::Row& row) { return ReadDrawnLine(view, key, row); });
}

absl::StatusOr<std::vector<LineInDraw>> DrawsOfLine(const View& view,
                                                    const LineId& line) {
  static constexpr char kSql[] =
      "SELECT h.task_id, h.attempt, h.state, u.state FROM hold h "
      "JOIN drawn_unit u ON u.task_id = h.task_id AND u.attempt = h.attempt "
      "AND u.unit_tag = h.unit_tag WHERE h.line_tag = $line_tag "
      "ORDER BY h.task_id, h.attempt";
  const std::string tag = LineTag(view.sealer(), line);
  return AllRows<LineInDraw>(
      view, kSql, {{"$line_tag", tag}},
      [](const sql::Row& row) -> absl::StatusOr<LineInDraw> {
        LineInDraw drawn{TaskId(std::string(row.Text(0))), row.Int(1)};
        ASSIGN_OR_RETURN(drawn.hold,
                         table::FromCell<HoldState>(row, 2, "hold.state"));
        ASSIGN_OR_RETURN(
            drawn.unit, table::FromCell<UnitState>(row, 3, "drawn_unit.state"));
        return drawn;
      });
}

absl::StatusOr<std::optional<std::string>> OpenHoldOf(const View& view,
                                                      const LineId& line) {
  static constexpr char kSql[] =
      "SELECT hold_id FROM hold WHERE line_tag = $line_tag AND state = 'OPEN'";
  const std::string tag = LineTag(view.sealer(), line);
  return view.sql().QueryText(kSql, {{"$line_tag", tag}});
}

}  // namespace spotcheck::store
