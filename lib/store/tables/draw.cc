#include <string>
#include <string_view>
#include <vector>

#include "lib/base/civil_date.h"
#include "lib/base/status_macros.h"
#include "lib/store/events/codec.h"
#include "lib/store/events/sealed.h"
#include "lib/store/events/tags.h"
#include "lib/store/tables/apply.h"
#include "lib/store/tables/moves.h"
#include "lib/store/tables/table.h"

namespace spotcheck::store {
namespace {

using rules::AttemptEvent;

absl::Status InsertAttempt(const Applying& a, const DrawCommitted& event) {
  static constexpr char kSql[] =
      "INSERT INTO attempt (task_id, attempt, authority, level, "
      "authority_region, sequence, previous, commitment, deadline, "
      "beacon_spec, beacon_value, beacon_signature, state, result_root, "
      "transcript, reason, missing, operator, committed_at, run_at, "
      "leaf_index, beacon_leaf_index, run_leaf_index, open_leaf_index) "
      "VALUES ($task, $attempt, $authority, $level, $region, $sequence, "
      "$previous, $commitment, $deadline, $beacon_spec, '', '', 'COMMITTED', "
      "'', '', '', '[]', $operator, $at, '', $leaf, -1, -1, -1)";
  return a.db.Execute(kSql,
                      {{"$task", event.task.str()},
                       {"$attempt", event.attempt},
                       {"$authority", event.authority.name},
                       {"$level", table::LevelNumber(event.authority.level)},
                       {"$region", event.authority.region.str()},
                       {"$sequence", event.sequence},
                       {"$previous", event.previous},
                       {"$commitment", event.commitment},
                       {"$deadline", FormatUtcSeconds(event.deadline)},
                       {"$beacon_spec", event.beacon_spec},
                       {"$operator", a.header.actor},
                       {"$at", FormatUtcMicros(a.header.time)},
                       {"$leaf", a.leaf}});
}

absl::Status InsertWitnesses(const Applying& a, const DrawCommitted& event) {
  static constexpr char kSql[] =
      "INSERT INTO attempt_witness (task_id, attempt, position, name, "
      "witness_key, commitment, contribution, signature, leaf_index) "
      "VALUES ($task, $attempt, $position, $name, $key, $commitment, '', '', "
      "-1)";
  std::int64_t position = 0;
  for (const CommittedWitness& witness : event.witnesses) {
    RETURN_IF_ERROR(a.db.Execute(kSql, {{"$task", event.task.str()},
                                        {"$attempt", event.attempt},
                                        {"$position", ++position},
                                        {"$name", witness.name},
                                        {"$key", witness.key},
                                        {"$commitment", witness.commitment}}));
  }
  return absl::OkStatus();
}

absl::Status InsertHold(const Applying& a, const DrawRun& event,
                        const std::string& unit_tag, const LineId& line) {
  static constexpr char kSql[] =
      "INSERT INTO hold (task_id, attempt, line_tag, hold_id, unit_tag, state, "
      "expires_on, leaf_index) "
      "VALUES ($task, $attempt, $line, $hold, $unit, 'OPEN', $expires, $leaf)";
  const std::string line_tag = LineTag(a.sealer, line);
  return a.db.Execute(
      kSql, {{"$task", event.task.str()},
             {"$attempt", event.attempt},
             {"$line", line_tag},
             {"$hold", MakeHoldId(event.task, event.attempt, line_tag)},
             {"$unit", unit_tag},
             {"$expires", event.hold_until.ToString()},
             {"$leaf", a.leaf}});
}

absl::Status InsertUnit(const Applying& a, const DrawRun& event,
                        const rules::SelectedEnterprise& selected) {
  static constexpr char kSql[] =
      "INSERT INTO drawn_unit (task_id, attempt, unit_tag, sealed, state, "
      "leaf_index) VALUES ($task, $attempt, $unit, $sealed, 'OPEN', $leaf)";
  const std::string tag = UnitTag(a.sealer, event.task, selected.usci);
  const std::string sealed = a.sealer.Seal(
      UnitContext({event.task, event.attempt, tag}), codec::Encode(selected));
  RETURN_IF_ERROR(a.db.Execute(kSql, {{"$task", event.task.str()},
                                      {"$attempt", event.attempt},
                                      {"$unit", tag},
                                      {"$sealed", sql::Blob{sealed}},
                                      {"$leaf", a.leaf}}));
  for (const rules::SelectedLine& line : selected.lines) {
    RETURN_IF_ERROR(InsertHold(a, event, tag, line.line));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status Apply(const Applying& a, const TaskCreated& event) {
  static constexpr char kSql[] =
      "INSERT INTO task (task_id, authority, level, authority_region, suite, "
      "plan, leaf_index) VALUES ($task, $authority, $level, $region, $suite, "
      "$plan, $leaf)";
  ASSIGN_OR_RETURN(const std::string plan, a.payload("plan"));
  const std::string sealed = a.sealer.Seal(TaskPlanContext(event.task), plan);
  return a.db.Execute(kSql,
                      {{"$task", event.task.str()},
                       {"$authority", event.authority.name},
                       {"$level", table::LevelNumber(event.authority.level)},
                       {"$region", event.authority.region.str()},
                       {"$suite", HashSuiteName(event.suite)},
                       {"$plan", sql::Blob{sealed}},
                       {"$leaf", a.leaf}});
}

// A task may change while no attempt of it stands or has drawn.
#define SPOTCHECK_TASK_HAS_DRAWN_NOTHING                     \
  "WHERE task_id = $task AND withdrawn = '' AND NOT EXISTS " \
  "(SELECT 1 FROM attempt WHERE task_id = $task "            \
  "AND state IN ('COMMITTED', 'RUN', 'OPENED'))"

absl::Status Apply(const Applying& a, const TaskChanged& event) {
  static constexpr char kSql[] =
      "UPDATE task SET authority = $authority, level = $level, "
      "authority_region = $region, suite = $suite, plan = "
      "$plan " SPOTCHECK_TASK_HAS_DRAWN_NOTHING;
  ASSIGN_OR_RETURN(const std::string plan, a.payload("plan"));
  const std::string sealed = a.sealer.Seal(TaskPlanContext(event.task), plan);
  return ChangeOne(a, kSql,
                   {{"$task", event.task.str()},
                    {"$authority", event.authority.name},
                    {"$level", table::LevelNumber(event.authority.level)},
                    {"$region", event.authority.region.str()},
                    {"$suite", HashSuiteName(event.suite)},
                    {"$plan", sql::Blob{sealed}}});
}

absl::Status Apply(const Applying& a, const TaskWithdrawn& event) {
  static constexpr char kSql[] =
      "UPDATE task SET withdrawn = $reason " SPOTCHECK_TASK_HAS_DRAWN_NOTHING;
  return ChangeOne(a, kSql,
                   {{"$task", event.task.str()}, {"$reason", event.reason}});
}

absl::Status Apply(const Applying& a, const WitnessRegistered& event) {
  static constexpr char kSql[] =
      "INSERT INTO witness (witness_key, name, organisation, leaf_index) "
      "VALUES ($key, $name, $organisation, $leaf)";
  return a.db.Execute(kSql, {{"$key", event.key},
                             {"$name", event.name},
                             {"$organisation", event.organisation},
                             {"$leaf", a.leaf}});
}

absl::Status Apply(const Applying& a, const DrawCommitted& event) {
  RETURN_IF_ERROR(InsertAttempt(a, event));
  return InsertWitnesses(a, event);
}

absl::Status Apply(const Applying& a, const DrawRevealed& event) {
  static constexpr char kAttempt[] =
      "UPDATE attempt SET state = $state "
      "WHERE task_id = $task AND attempt = $attempt";
  static constexpr char kWitness[] =
      "UPDATE attempt_witness SET contribution = $contribution, "
      "signature = $signature, leaf_index = $leaf "
      "WHERE task_id = $task AND attempt = $attempt "
      "AND position = $position AND witness_key = $key AND leaf_index = -1";
  RETURN_IF_ERROR(MoveAttempt(
      a, {event.task, event.attempt, AttemptEvent::kReveal}, kAttempt, {}));
  RETURN_IF_ERROR(ChangeOne(a, kWitness,
                            {{"$contribution", event.contribution},
                             {"$signature", event.signature},
                             {"$leaf", a.leaf},
                             {"$task", event.task.str()},
                             {"$attempt", event.attempt},
                             {"$position", event.position},
                             {"$key", event.key}}));
  // After the first reveal two persons cannot set the attempt aside any more.
  return SetRequestsAside(a, {event.task, event.attempt, ""},
                          ApprovalKind::kVoid);
}

absl::Status Apply(const Applying& a, const BeaconProvided& event) {
  static constexpr char kSql[] =
      "UPDATE attempt SET state = $state, beacon_value = $value, "
      "beacon_signature = $signature, beacon_leaf_index = $leaf "
      "WHERE task_id = $task AND attempt = $attempt "
      "AND beacon_leaf_index = -1";
  return MoveAttempt(a, {event.task, event.attempt, AttemptEvent::kBeacon},
                     kSql,
                     {{"$value", event.value},
                      {"$signature", event.signature},
                      {"$leaf", a.leaf}});
}

absl::Status Apply(const Applying& a, const DrawRun& event) {
  static constexpr char kSql[] =
      "UPDATE attempt SET state = $state, result_root = $root, "
      "transcript = $transcript, run_at = $at, run_leaf_index = $leaf "
      "WHERE task_id = $task AND attempt = $attempt "
      "AND commitment = $commitment";
  const std::string at = FormatUtcMicros(a.header.time);
  RETURN_IF_ERROR(
      MoveAttempt(a, {event.task, event.attempt, AttemptEvent::kRun}, kSql,
                  {{"$root", event.result_root},
                   {"$transcript", event.transcript},
                   {"$at", at},
                   {"$leaf", a.leaf},
                   {"$commitment", event.commitment}}));
  ASSIGN_OR_RETURN(const std::string payload, a.payload("selection"));
  ASSIGN_OR_RETURN(
      const auto selection,
      DecodePayload<std::vector<rules::SelectedEnterprise>>(payload));
  for (const rules::SelectedEnterprise& selected : selection) {
    RETURN_IF_ERROR(InsertUnit(a, event, selected));
  }
  return absl::OkStatus();
}

absl::Status Apply(const Applying& a, const DrawFailed& event) {
  static constexpr char kSql[] =
      "UPDATE attempt SET state = $state, missing = $missing "
      "WHERE task_id = $task AND attempt = $attempt";
  const std::string missing = codec::Encode(event.missing);
  return MoveAttempt(a, {event.task, event.attempt, AttemptEvent::kFail}, kSql,
                     {{"$missing", missing}});
}

absl::Status Apply(const Applying& a, const DrawOpened& event) {
  static constexpr char kSql[] =
      "UPDATE attempt SET state = $state, open_leaf_index = $leaf "
      "WHERE task_id = $task AND attempt = $attempt";
  return MoveAttempt(a, {event.task, event.attempt, AttemptEvent::kOpen}, kSql,
                     {{"$leaf", a.leaf}});
}

}  // namespace spotcheck::store
