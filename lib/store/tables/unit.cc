#include <string>
#include <string_view>

#include "lib/base/status_macros.h"
#include "lib/rules/law/words.h"
#include "lib/store/events/sealed.h"
#include "lib/store/sql/errors.h"
#include "lib/store/tables/apply.h"
#include "lib/store/tables/moves.h"

namespace spotcheck::store {
namespace {

absl::Status Approve(const Applying& a, const ApprovalGranted& event) {
  static constexpr char kState[] =
      "SELECT state FROM approval WHERE approval_id = $id AND kind = $kind "
      "AND task_id = $task AND attempt = $attempt AND unit_tag = $unit";
  static constexpr char kSql[] =
      "UPDATE approval SET state = $state, approved_by = $actor, "
      "leaf_index = $leaf WHERE approval_id = $id";
  ASSIGN_OR_RETURN(
      const rules::ApprovalState state,
      PresentState<rules::ApprovalState>(a, kState,
                                         {{"$id", event.approval_id},
                                          {"$kind", CodeOf(event.kind)},
                                          {"$task", event.task.str()},
                                          {"$attempt", event.attempt},
                                          {"$unit", event.unit_tag}}));
  const auto next =
      rules::kApprovalMachine.Next(state, rules::ApprovalEvent::kApproval);
  if (!next.has_value()) return EventOutOfPlaceError(a.type);
  return ChangeOne(a, kSql,
                   {{"$state", CodeOf(*next)},
                    {"$actor", a.header.actor},
                    {"$leaf", a.leaf},
                    {"$id", event.approval_id}});
}

absl::Status VoidAttempt(const Applying& a, const ApprovalGranted& event) {
  static constexpr char kSql[] =
      "UPDATE attempt SET state = $state, reason = "
      "(SELECT reason FROM approval WHERE approval_id = $id) "
      "WHERE task_id = $task AND attempt = $attempt";
  return MoveAttempt(a, {event.task, event.attempt, rules::AttemptEvent::kVoid},
                     kSql, {{"$id", event.approval_id}});
}

absl::Status EndUnit(const Applying& a, const ApprovalGranted& event,
                     rules::HoldEvent hold_event) {
  const UnitKey unit{event.task, event.attempt, event.unit_tag};
  RETURN_IF_ERROR(MoveUnit(a, unit, *rules::UnitEventOf(event.kind)));
  return MoveHoldsOfUnit(a, unit, hold_event);
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
  switch (event.kind) {
    case ApprovalKind::kVoid:
      return VoidAttempt(a, event);
    case ApprovalKind::kWithdrawal:
      return EndUnit(a, event, rules::HoldEvent::kUnitWithdrawn);
    case ApprovalKind::kCloseDue:
      return EndUnit(a, event, rules::HoldEvent::kUnitClosed);
  }
  return absl::OkStatus();
}

absl::Status Apply(const Applying& a, const HoldsExpired& event) {
  return MoveByExpiry(a, event);
}

}  // namespace spotcheck::store
