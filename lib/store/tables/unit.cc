#include <string>

#include "lib/base/status_macros.h"
#include "lib/store/events/columns.h"
#include "lib/store/events/seal_context.h"
#include "lib/store/tables/apply.h"

namespace spotcheck::store {
namespace {

absl::Status Approve(const Applying& a, const ApprovalGranted& event) {
  static constexpr char kSql[] =
      "UPDATE approval SET state = 'APPROVED', approved_by = $actor, "
      "leaf_index = $leaf "
      "WHERE approval_id = $id AND kind = $kind AND task_id = $task "
      "AND attempt = $attempt AND unit_tag = $unit AND state = 'WAITING'";
  return ChangeOne(a, kSql,
                   {{"$actor", a.header.actor},
                    {"$leaf", a.leaf},
                    {"$id", event.approval_id},
                    {"$kind", ApprovalKindText(event.kind)},
                    {"$task", event.task.str()},
                    {"$attempt", event.attempt},
                    {"$unit", event.unit_tag}});
}

// What else waited for the same unit, or for the same attempt to be void, has
// lost its object.
absl::Status SetAsideOthers(const Applying& a, const ApprovalGranted& event) {
  static constexpr char kSql[] =
      "UPDATE approval SET state = 'OBSOLETE' WHERE task_id = $task "
      "AND attempt = $attempt AND unit_tag = $unit AND kind = $kind "
      "AND state = 'WAITING'";
  return a.db.Execute(kSql, {{"$task", event.task.str()},
                             {"$attempt", event.attempt},
                             {"$unit", event.unit_tag},
                             {"$kind", ApprovalKindText(event.kind)}});
}

absl::Status VoidAttempt(const Applying& a, const ApprovalGranted& event) {
  static constexpr char kSql[] =
      "UPDATE attempt SET state = 'VOID', reason = "
      "(SELECT reason FROM approval WHERE approval_id = $id) "
      "WHERE task_id = $task AND attempt = $attempt AND state = 'COMMITTED'";
  return ChangeOne(a, kSql,
                   {{"$id", event.approval_id},
                    {"$task", event.task.str()},
                    {"$attempt", event.attempt}});
}

absl::Status EndHolds(const Applying& a, const ApprovalGranted& event) {
  static constexpr char kSql[] =
      "UPDATE hold SET state = 'WITHDRAWN' WHERE task_id = $task "
      "AND attempt = $attempt AND unit_tag = $unit AND state = 'OPEN'";
  return a.db.Execute(kSql, {{"$task", event.task.str()},
                             {"$attempt", event.attempt},
                             {"$unit", event.unit_tag}});
}

absl::Status WithdrawUnit(const Applying& a, const ApprovalGranted& event) {
  static constexpr char kSql[] =
      "UPDATE drawn_unit SET state = 'WITHDRAWN' WHERE task_id = $task "
      "AND attempt = $attempt AND unit_tag = $unit AND state = 'OPEN'";
  RETURN_IF_ERROR(ChangeOne(a, kSql,
                            {{"$task", event.task.str()},
                             {"$attempt", event.attempt},
                             {"$unit", event.unit_tag}}));
  return EndHolds(a, event);
}

// A unit stays due after its withdrawal and after its holds ran out; closing
// ends either.
absl::Status CloseUnit(const Applying& a, const ApprovalGranted& event) {
  static constexpr char kSql[] =
      "UPDATE drawn_unit SET state = 'CLOSED' WHERE task_id = $task "
      "AND attempt = $attempt AND unit_tag = $unit "
      "AND state IN ('OPEN', 'WITHDRAWN')";
  RETURN_IF_ERROR(ChangeOne(a, kSql,
                            {{"$task", event.task.str()},
                             {"$attempt", event.attempt},
                             {"$unit", event.unit_tag}}));
  return EndHolds(a, event);
}

absl::Status CarryOut(const Applying& a, const ApprovalGranted& event) {
  switch (event.kind) {
    case ApprovalKind::kVoid:
      return VoidAttempt(a, event);
    case ApprovalKind::kWithdrawal:
      return WithdrawUnit(a, event);
    case ApprovalKind::kCloseDue:
      return CloseUnit(a, event);
  }
  return absl::OkStatus();
}

// A unit that gave a result and waits for no other is done; one that gave none
// stays due.
absl::Status FinishVisited(const Applying& a, const HoldsExpired& event) {
  static constexpr char kSql[] =
      "UPDATE drawn_unit SET state = 'DONE' WHERE task_id = $task "
      "AND attempt = $attempt AND state = 'OPEN' "
      "AND EXISTS (SELECT 1 FROM hold WHERE hold.task_id = drawn_unit.task_id "
      "AND hold.attempt = drawn_unit.attempt "
      "AND hold.unit_tag = drawn_unit.unit_tag AND hold.state = 'RESULT') "
      "AND NOT EXISTS (SELECT 1 FROM hold "
      "WHERE hold.task_id = drawn_unit.task_id "
      "AND hold.attempt = drawn_unit.attempt "
      "AND hold.unit_tag = drawn_unit.unit_tag AND hold.state = 'OPEN')";
  return a.db.Execute(
      kSql, {{"$task", event.task.str()}, {"$attempt", event.attempt}});
}

}  // namespace

absl::Status Apply(const Applying& a, const ApprovalRequested& event) {
  static constexpr char kSql[] =
      "INSERT INTO approval (approval_id, kind, task_id, attempt, unit_tag, "
      "requested_by, reason, payload, state, approved_by, leaf_index) "
      "VALUES ($id, $kind, $task, $attempt, $unit, $actor, $reason, $payload, "
      "'WAITING', '', $leaf)";
  std::string sealed;
  if (event.kind != ApprovalKind::kVoid) {
    ASSIGN_OR_RETURN(const std::string detail, a.payload("detail"));
    sealed = a.sealer.Seal(ApprovalContext(event.approval_id), detail);
  }
  return a.db.Execute(kSql, {{"$id", event.approval_id},
                             {"$kind", ApprovalKindText(event.kind)},
                             {"$task", event.task.str()},
                             {"$attempt", event.attempt},
                             {"$unit", event.unit_tag},
                             {"$actor", a.header.actor},
                             {"$reason", event.reason},
                             {"$payload", sql::Blob{sealed}},
                             {"$leaf", a.leaf}});
}

absl::Status Apply(const Applying& a, const ApprovalGranted& event) {
  RETURN_IF_ERROR(Approve(a, event));
  RETURN_IF_ERROR(SetAsideOthers(a, event));
  return CarryOut(a, event);
}

absl::Status Apply(const Applying& a, const HoldsExpired& event) {
  static constexpr char kSql[] =
      "UPDATE hold SET state = 'EXPIRED' WHERE task_id = $task "
      "AND attempt = $attempt AND state = 'OPEN' AND expires_on < $day";
  RETURN_IF_ERROR(a.db.Execute(kSql, {{"$task", event.task.str()},
                                      {"$attempt", event.attempt},
                                      {"$day", event.day.ToString()}}));
  return FinishVisited(a, event);
}

}  // namespace spotcheck::store
