#include "lib/store/read/drawn_lines.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/store/events/columns.h"
#include "lib/store/events/tags.h"
#include "lib/store/read/rows.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {
namespace {

// The laboratory of the line in the sealed unit.
absl::StatusOr<LabId> AssignedLab(const View& view, const UnitKey& unit,
                                  const LineId& line, std::string_view sealed) {
  ASSIGN_OR_RETURN(const rules::SelectedEnterprise selected,
                   OpenUnit(view.sealer(), unit, sealed));
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
  ASSIGN_OR_RETURN(drawn.hold, ParseHoldState(row.Text(3)));
  ASSIGN_OR_RETURN(drawn.unit, ParseUnitState(row.Text(4)));
  const UnitKey unit{key.task, drawn.attempt, std::string(row.Text(5))};
  ASSIGN_OR_RETURN(drawn.lab, AssignedLab(view, unit, key.line, row.Blob(6)));
  return drawn;
}

}  // namespace

absl::StatusOr<std::optional<DrawnLine>> FindDrawnLine(
    const View& view, const DrawnLineKey& key) {
  // Through the attempts, of which a task has few: the hold is found by its
  // whole key.
  static constexpr char kSql[] =
      "SELECT a.attempt, a.leaf_index, h.hold_id, h.state, u.state, "
      "u.unit_tag, u.sealed FROM attempt a "
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

absl::StatusOr<std::optional<std::string>> OpenHoldOf(const View& view,
                                                      const LineId& line) {
  static constexpr char kSql[] =
      "SELECT hold_id FROM hold WHERE line_tag = $line_tag AND state = 'OPEN'";
  const std::string tag = LineTag(view.sealer(), line);
  return view.sql().QueryOne(
      kSql, {{"$line_tag", tag}},
      [](const sql::Row& row) { return std::string(row.Text(0)); });
}

}  // namespace spotcheck::store
