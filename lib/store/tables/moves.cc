#include "lib/store/tables/moves.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "lib/base/status_macros.h"
#include "lib/rules/law/words.h"
#include "lib/store/sql/errors.h"
#include "lib/store/tables/table.h"

namespace spotcheck::store {
namespace {

using rules::HoldEvent;
using rules::UnitEvent;
using rules::UnitHolds;

// One row of a state machine as two words, for an UPDATE to bind.
struct StepWords {
  std::string_view from;
  std::string_view to;
};
template <typename Machine, typename Event>
std::vector<StepWords> StepsOf(const Machine& machine, Event event) {
  std::vector<StepWords> words;
  for (const auto& step : machine.steps()) {
    if (step.event != event) continue;
    words.push_back({CodeOf(step.from), CodeOf(step.to)});
  }
  return words;
}

absl::Status SetImpossibleAside(const Applying& a, const UnitKey& unit,
                                rules::UnitState state) {
  for (const ApprovalKind kind :
       {ApprovalKind::kWithdrawal, ApprovalKind::kCloseDue}) {
    if (rules::kUnitMachine.Allows(state, *rules::UnitEventOf(kind))) continue;
    RETURN_IF_ERROR(SetRequestsAside(a, unit, kind));
  }
  return absl::OkStatus();
}

// Moves a unit where the event is possible in its state, and returns whether
// it moved.
absl::StatusOr<bool> TryMoveUnit(const Applying& a, const UnitKey& unit,
                                 UnitEvent event) {
  static constexpr char kSql[] =
      "UPDATE drawn_unit SET state = $to WHERE task_id = $task "
      "AND attempt = $attempt AND unit_tag = $unit AND state = $from";
  for (const auto& step : rules::kUnitMachine.steps()) {
    if (step.event != event) continue;
    RETURN_IF_ERROR(a.db.Execute(kSql, {{"$to", CodeOf(step.to)},
                                        {"$task", unit.task.str()},
                                        {"$attempt", unit.attempt},
                                        {"$unit", unit.unit_tag},
                                        {"$from", CodeOf(step.from)}}));
    if (a.db.changes() == 0) continue;
    RETURN_IF_ERROR(SetImpossibleAside(a, unit, step.to));
    return true;
  }
  return false;
}

struct HoldOfLine {
  UnitKey unit;
  HoldState state = HoldState::kOpen;
  std::int64_t leaf = 0;  // the leaf of the run that made the hold
};

// Returns the line's holds in all tasks.
absl::StatusOr<std::vector<HoldOfLine>> HoldsOfLine(
    const Applying& a, const std::string& line_tag) {
  static constexpr char kSql[] =
      "SELECT task_id, attempt, unit_tag, state, leaf_index FROM hold "
      "WHERE line_tag = $line ORDER BY task_id, attempt";
  std::vector<HoldOfLine> holds;
  RETURN_IF_ERROR(a.db.ForEach(
      kSql, {{"$line", line_tag}},
      [&holds](const sql::Row& row) -> absl::Status {
        HoldOfLine hold{{TaskId(std::string(row.Text(0))), row.Int(1),
                         std::string(row.Text(2))}};
        ASSIGN_OR_RETURN(hold.state,
                         table::FromCell<HoldState>(row, 3, "hold.state"));
        hold.leaf = row.Int(4);
        holds.push_back(std::move(hold));
        return absl::OkStatus();
      }));
  return holds;
}

// Moves one hold of the line where the event is possible in its state.
absl::Status MoveHold(const Applying& a, const std::string& line_tag,
                      const HoldOfLine& hold, HoldEvent event) {
  static constexpr char kSql[] =
      "UPDATE hold SET state = $to WHERE task_id = $task "
      "AND attempt = $attempt AND line_tag = $line";
  const auto next = rules::kHoldMachine.Next(hold.state, event);
  if (!next) return absl::OkStatus();
  return a.db.Execute(kSql, {{"$to", CodeOf(*next)},
                             {"$task", hold.unit.task.str()},
                             {"$attempt", hold.unit.attempt},
                             {"$line", line_tag}});
}

// True if a check that still stands ends the hold: the hold's own task has one,
// or a later check of another task completed the line of a withdrawn unit.
bool HasOtherResult(const VoidedResult& voided, const HoldOfLine& hold) {
  const bool is_own = hold.unit.task == voided.task;
  return std::any_of(voided.others.begin(), voided.others.end(),
                     [&hold, is_own](const StandingResult& other) {
                       return other.task == hold.unit.task ||
                              (!is_own && other.leaf > hold.leaf);
                     });
}

UnitHolds Counting(HoldState state, UnitHolds holds) {
  ++holds.all;
  if (state == HoldState::kOpen) ++holds.open;
  if (state == HoldState::kResult) ++holds.with_result;
  return holds;
}

absl::StatusOr<UnitHolds> HoldsOfUnit(const Applying& a, const UnitKey& unit) {
  static constexpr char kSql[] =
      "SELECT state FROM hold WHERE task_id = $task AND attempt = $attempt "
      "AND unit_tag = $unit ORDER BY state";
  UnitHolds holds;
  RETURN_IF_ERROR(a.db.ForEach(kSql,
                               {{"$task", unit.task.str()},
                                {"$attempt", unit.attempt},
                                {"$unit", unit.unit_tag}},
                               [&holds](const sql::Row& row) -> absl::Status {
                                 ASSIGN_OR_RETURN(const HoldState state,
                                                  table::FromCell<HoldState>(
                                                      row, 0, "hold.state"));
                                 holds = Counting(state, holds);
                                 return absl::OkStatus();
                               }));
  return holds;
}

// The units, by their tags, of which this event ends a hold.
absl::StatusOr<std::vector<std::string>> UnitsOfOverdue(
    const Applying& a, const HoldsExpired& event) {
  static constexpr char kSql[] =
      "SELECT DISTINCT unit_tag FROM hold WHERE task_id = $task "
      "AND attempt = $attempt AND state = 'OPEN' AND expires_on < $day "
      "ORDER BY unit_tag";
  const std::string day = event.day.ToString();
  std::vector<std::string> units;
  RETURN_IF_ERROR(a.db.ForEach(
      kSql,
      {{"$task", event.task.str()}, {"$attempt", event.attempt}, {"$day", day}},
      [&units](const sql::Row& row) {
        units.emplace_back(row.Text(0));
        return absl::OkStatus();
      }));
  return units;
}

}  // namespace

absl::Status SetRequestsAside(const Applying& a, const UnitKey& unit,
                              ApprovalKind kind) {
  static constexpr char kSql[] =
      "UPDATE approval SET state = $to WHERE task_id = $task "
      "AND attempt = $attempt AND unit_tag = $unit AND kind = $kind "
      "AND state = $from";
  for (const StepWords& step :
       StepsOf(rules::kApprovalMachine, rules::ApprovalEvent::kOutOfPlace)) {
    RETURN_IF_ERROR(a.db.Execute(kSql, {{"$to", step.to},
                                        {"$task", unit.task.str()},
                                        {"$attempt", unit.attempt},
                                        {"$unit", unit.unit_tag},
                                        {"$kind", CodeOf(kind)},
                                        {"$from", step.from}}));
  }
  return absl::OkStatus();
}

absl::Status MoveAttempt(const Applying& a, const AttemptStep& step,
                         std::string_view sql,
                         std::vector<sql::Binding> bindings) {
  static constexpr char kSql[] =
      "SELECT state FROM attempt WHERE task_id = $task AND attempt = $attempt";
  ASSIGN_OR_RETURN(
      const AttemptState state,
      PresentState<AttemptState>(
          a, kSql, {{"$task", step.task.str()}, {"$attempt", step.attempt}}));
  const auto next = rules::kAttemptMachine.Next(state, step.event);
  if (!next.has_value()) return EventOutOfPlaceError(a.type);
  bindings.insert(bindings.end(), {{"$state", CodeOf(*next)},
                                   {"$task", step.task.str()},
                                   {"$attempt", step.attempt}});
  RETURN_IF_ERROR(ChangeOne(a, sql, bindings));
  if (rules::kAttemptMachine.Allows(*next, rules::AttemptEvent::kVoid)) {
    return absl::OkStatus();
  }
  return SetRequestsAside(a, {step.task, step.attempt, ""},
                          ApprovalKind::kVoid);
}

absl::Status MoveUnit(const Applying& a, const UnitKey& unit, UnitEvent event) {
  ASSIGN_OR_RETURN(const bool moved, TryMoveUnit(a, unit, event));
  if (!moved) return EventOutOfPlaceError(a.type);
  return absl::OkStatus();
}

absl::Status MoveHoldsOfUnit(const Applying& a, const UnitKey& unit,
                             HoldEvent event) {
  static constexpr char kSql[] =
      "UPDATE hold SET state = $to WHERE task_id = $task "
      "AND attempt = $attempt AND unit_tag = $unit AND state = $from";
  for (const StepWords& step : StepsOf(rules::kHoldMachine, event)) {
    RETURN_IF_ERROR(a.db.Execute(kSql, {{"$to", step.to},
                                        {"$task", unit.task.str()},
                                        {"$attempt", unit.attempt},
                                        {"$unit", unit.unit_tag},
                                        {"$from", step.from}}));
  }
  return absl::OkStatus();
}

absl::Status MoveByResult(const Applying& a, const LineResult& result) {
  ASSIGN_OR_RETURN(const auto holds, HoldsOfLine(a, result.line_tag));
  for (const HoldOfLine& hold : holds) {
    RETURN_IF_ERROR(MoveHold(a, result.line_tag, hold,
                             hold.unit.task == result.task
                                 ? HoldEvent::kResult
                                 : HoldEvent::kResultOfOtherTask));
  }
  for (const HoldOfLine& hold : holds) {
    ASSIGN_OR_RETURN(const UnitHolds counted, HoldsOfUnit(a, hold.unit));
    const auto event = rules::AfterResult(counted);
    if (!event) continue;
    RETURN_IF_ERROR(TryMoveUnit(a, hold.unit, *event).status());
  }
  return absl::OkStatus();
}

absl::Status MoveByVoid(const Applying& a, const VoidedResult& voided) {
  ASSIGN_OR_RETURN(const auto holds, HoldsOfLine(a, voided.line_tag));
  for (const HoldOfLine& hold : holds) {
    if (hold.state != HoldState::kResult) continue;
    if (HasOtherResult(voided, hold)) continue;
    RETURN_IF_ERROR(
        MoveHold(a, voided.line_tag, hold, HoldEvent::kResultVoided));
    RETURN_IF_ERROR(
        TryMoveUnit(a, hold.unit, UnitEvent::kResultVoided).status());
  }
  return absl::OkStatus();
}

absl::Status MoveByExpiry(const Applying& a, const HoldsExpired& event) {
  static constexpr char kSql[] =
      "UPDATE hold SET state = $to WHERE task_id = $task "
      "AND attempt = $attempt AND state = $from AND expires_on < $day";
  ASSIGN_OR_RETURN(const auto units, UnitsOfOverdue(a, event));
  for (const StepWords& step :
       StepsOf(rules::kHoldMachine, HoldEvent::kExpiry)) {
    RETURN_IF_ERROR(a.db.Execute(kSql, {{"$to", step.to},
                                        {"$task", event.task.str()},
                                        {"$attempt", event.attempt},
                                        {"$from", step.from},
                                        {"$day", event.day.ToString()}}));
  }
  for (const std::string& tag : units) {
    const UnitKey unit{event.task, event.attempt, tag};
    ASSIGN_OR_RETURN(const UnitHolds holds, HoldsOfUnit(a, unit));
    const auto next = rules::AfterExpiry(holds);
    if (next) RETURN_IF_ERROR(TryMoveUnit(a, unit, *next).status());
  }
  return absl::OkStatus();
}

}  // namespace spotcheck::store
