#include <string>
#include <string_view>

#include "lib/base/status_macros.h"
#include "lib/rules/law/words.h"
#include "lib/store/events/columns.h"
#include "lib/store/events/seal_context.h"
#include "lib/store/tables/apply.h"
#include "lib/store/tables/moves.h"

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
                    {"$kind", CodeOf(event.kind)},
                    {"$task", event.task.str()},
                    {"$attempt", event.attempt},
                    {"$unit", event.unit_tag}});
}

// Other requests for the same unit, or to void the same attempt, become
// OBSOLETE.
absl::Status SetAsideOthers(const Applying& a, const ApprovalGranted& event) {
  static constexpr char kSql[] =
      "UPDATE approval SET state = 'OBSOLETE' WHERE task_id = $task "
      "AND attempt = $attempt AND unit_tag = $unit AND kind = $kind "
      "AND state = 'WAITING'";
  return a.db.Execute(kSql, {{"$task", event.task.str()},
                             {"$attempt", event.attempt},
                             {"$unit", event.unit_tag},
                             {"$kind", CodeOf(event.kind)}});
}

absl::Status VoidAttempt(const Applying& a, const ApprovalGranted& event) {
  static constexpr char kSql[] =
      "UPDATE attempt SET state = $state, reason = "
      "(SELECT reason FROM approval WHERE approval_id = $id) "
      "WHERE task_id = $task AND attempt = $attempt";
  ASSIGN_OR_RETURN(const std::string_view next,
                   NextAttemptState(a, event.task, event.attempt,
                                    rules::AttemptEvent::kVoid));
  return ChangeOne(a, kSql,
                   {{"$state", next},
                    {"$id", event.approval_id},
                    {"$task", event.task.str()},
                    {"$attempt", event.attempt}});
}

absl::Status WithdrawUnit(const Applying& a, const ApprovalGranted& event) {
  const UnitKey unit{event.task, event.attempt, event.unit_tag};
  RETURN_IF_ERROR(MoveUnit(a, unit, rules::UnitEvent::kWithdrawal));
  return MoveHoldsOfUnit(a, unit, rules::HoldEvent::kUnitWithdrawn);
}

absl::Status CloseUnit(const Applying& a, const ApprovalGranted& event) {
  const UnitKey unit{event.task, event.attempt, event.unit_tag};
  RETURN_IF_ERROR(MoveUnit(a, unit, rules::UnitEvent::kClosing));
  return MoveHoldsOfUnit(a, unit, rules::HoldEvent::kUnitClosed);
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
                             {"$kind", CodeOf(event.kind)},
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
  return MoveByExpiry(a, event);
}

}  // namespace spotcheck::store
