// The steps that need two persons: voiding an attempt, withdrawing a unit,
// closing a due unit (protocol, "Void, withdrawal, replacement"). One person
// requests the step, another approves it; the journal gets a leaf for the
// request and one for the approval.

#include <utility>

#include "lib/app/draw/attempts.h"
#include "lib/app/draw/errors.h"
#include "lib/app/draw/view.h"
#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/rules/law/attempt.h"
#include "lib/rules/law/drawn_unit.h"
#include "lib/rules/law/task_rules.h"
#include "lib/rules/law/withdrawal.h"
#include "lib/store/events/tags.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/tasks.h"
#include "lib/store/read/units.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::app {
namespace {

constexpr std::size_t kApprovalIdBytes = 8;

std::string NewApprovalId(store::Transaction& tx) {
  return "P" + HexEncode(tx.entropy().Bytes(kApprovalIdBytes));
}

absl::Status CheckReason(std::string_view reason, std::string_view field) {
  if (TrimWhiteSpace(reason).empty()) return draw_errors::ReasonMissing(field);
  return rules::ValidateText(reason, {field});
}

absl::Status CheckNotWaiting(const store::View& view,
                             const store::ApprovalRequested& event) {
  ASSIGN_OR_RETURN(
      const auto waiting,
      store::ApprovalsOf(view, event.task, rules::ApprovalState::kWaiting));
  for (const store::StoredApproval& approval : waiting) {
    if (approval.kind == event.kind && approval.attempt == event.attempt &&
        approval.unit_tag == event.unit_tag) {
      return draw_errors::RequestWaits(approval.approval_id);
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<PendingApproval> Request(
    store::Transaction& tx, store::ApprovalRequested event,
    const std::vector<store::Payload>& payloads) {
  RETURN_IF_ERROR(CheckNotWaiting(tx, event));
  event.approval_id = NewApprovalId(tx);
  RETURN_IF_ERROR(tx.Append(event, payloads).status());
  ASSIGN_OR_RETURN(
      const auto waiting,
      store::ApprovalsOf(tx, event.task, rules::ApprovalState::kWaiting));
  return PendingOf(waiting.back());
}

absl::StatusOr<bool> AnyRevealed(const store::View& view,
                                 const store::StoredAttempt& attempt) {
  ASSIGN_OR_RETURN(const auto witnesses,
                   store::WitnessesOf(view, attempt.task, attempt.attempt));
  for (const store::StoredAttemptWitness& witness : witnesses) {
    if (!witness.contribution.empty()) return true;
  }
  return false;
}

// Refuses the void of an attempt that is no longer kCommitted or in which a
// witness has already revealed.
absl::Status CheckVoidable(const store::View& view,
                           const store::StoredAttempt& attempt) {
  if (!rules::kAttemptMachine.Allows(attempt.state,
                                     rules::AttemptEvent::kVoid)) {
    return draw_errors::NotCommitted(attempt.task, attempt.state);
  }
  ASSIGN_OR_RETURN(const bool revealed, AnyRevealed(view, attempt));
  if (revealed) return draw_errors::VoidAfterReveal(attempt.task);
  return absl::OkStatus();
}

// The kind of a request about a unit, and the attempt that drew the unit.
struct UnitOf {
  store::ApprovalKind kind;
  const TaskId& task;
  std::int64_t attempt = 1;
};

// The unit of an enterprise in the task's newest attempt that drew it.
struct FoundUnit {
  store::StoredAttempt attempt;
  store::StoredUnit unit;
};
absl::StatusOr<FoundUnit> FindDrawnUnit(const store::View& view,
                                        const TaskId& task, const Usci& usci) {
  RETURN_IF_ERROR(GetTask(view, task).status());
  ASSIGN_OR_RETURN(auto attempts, store::AttemptsOfTask(view, task));
  for (auto it = attempts.rbegin(); it != attempts.rend(); ++it) {
    ASSIGN_OR_RETURN(auto unit, store::FindUnit(view, task, it->attempt, usci));
    if (unit.has_value()) return FoundUnit{std::move(*it), *std::move(unit)};
  }
  return draw_errors::UnitNotDrawn(task, usci);
}

// Only a unit that is due, i.e. whose hold expired without a result, can be
// closed.
absl::Status CheckClosing(const store::View& view, const UnitOf& of,
                          const store::StoredUnit& unit) {
  ASSIGN_OR_RETURN(
      const bool held,
      store::HasOpenHold(view, of.task, of.attempt, unit.unit_tag));
  if (rules::IsDue(unit.state,
                   held ? rules::LinesHeld::kSome : rules::LinesHeld::kNone)) {
    return absl::OkStatus();
  }
  return draw_errors::UnitNotFit(unit.selected.usci, unit.state,
                                 draw_errors::UnitNeed::kDue);
}

absl::Status CheckWithdrawal(const store::StoredUnit& unit) {
  if (rules::kUnitMachine.Allows(unit.state, rules::UnitEvent::kWithdrawal)) {
    return absl::OkStatus();
  }
  return draw_errors::UnitNotFit(unit.selected.usci, unit.state,
                                 draw_errors::UnitNeed::kOpen);
}

absl::Status CheckUnit(const store::View& view, const UnitOf& of,
                       const store::StoredUnit& unit) {
  if (of.kind == store::ApprovalKind::kWithdrawal) return CheckWithdrawal(unit);
  return CheckClosing(view, of, unit);
}

absl::StatusOr<PendingApproval> RequestForUnit(
    store::Transaction& tx, store::ApprovalKind kind,
    const UnitApprovalRequest& request) {
  ASSIGN_OR_RETURN(const FoundUnit found,
                   FindDrawnUnit(tx, request.task, request.unit.usci));
  RETURN_IF_ERROR(
      CheckUnit(tx, {kind, request.task, found.attempt.attempt}, found.unit));
  store::ApprovalRequested event;
  event.kind = kind;
  event.task = request.task;
  event.attempt = found.attempt.attempt;
  event.unit_tag = found.unit.unit_tag;
  return Request(tx, std::move(event),
                 {{"detail", store::EncodePayload(request.unit)}});
}

absl::StatusOr<store::StoredApproval> ChooseApproval(const store::View& view,
                                                     const Approval& approval) {
  RETURN_IF_ERROR(GetTask(view, approval.task).status());
  ASSIGN_OR_RETURN(
      auto waiting,
      store::ApprovalsOf(view, approval.task, rules::ApprovalState::kWaiting));
  if (waiting.empty()) return draw_errors::NothingToApprove(approval.task);
  if (approval.approval_id.empty()) {
    if (waiting.size() > 1) {
      return draw_errors::ApprovalAmbiguous(approval.task, std::ssize(waiting));
    }
    return std::move(waiting.front());
  }
  for (store::StoredApproval& candidate : waiting) {
    if (candidate.approval_id == approval.approval_id) {
      return std::move(candidate);
    }
  }
  return draw_errors::ApprovalUnknown(approval.approval_id);
}

// Repeats at the approval the checks that the request has passed, because the
// attempt or the unit may have changed in between.
absl::Status CheckStillHolds(const store::View& view,
                             const store::StoredApproval& approval) {
  if (approval.kind == store::ApprovalKind::kVoid) {
    ASSIGN_OR_RETURN(const auto attempt,
                     store::FindAttempt(view, approval.task, approval.attempt));
    return CheckVoidable(view, *attempt);
  }
  if (!approval.unit.has_value()) return store::PayloadMalformedError("detail");
  ASSIGN_OR_RETURN(const auto unit,
                   store::FindUnit(view, approval.task, approval.attempt,
                                   approval.unit->usci));
  if (!unit.has_value()) {
    return draw_errors::UnitNotDrawn(approval.task, approval.unit->usci);
  }
  return CheckUnit(view, {approval.kind, approval.task, approval.attempt},
                   *unit);
}

}  // namespace

absl::StatusOr<PendingApproval> RequestVoid(store::Transaction& tx,
                                            const VoidRequest& request) {
  RETURN_IF_ERROR(CheckReason(request.reason, "reason"));
  ASSIGN_OR_RETURN(const store::StoredAttempt attempt,
                   ResolveAttempt(tx, {request.task, 0}));
  RETURN_IF_ERROR(CheckVoidable(tx, attempt));
  store::ApprovalRequested event;
  event.kind = store::ApprovalKind::kVoid;
  event.task = request.task;
  event.attempt = attempt.attempt;
  event.reason = request.reason;
  return Request(tx, std::move(event), {});
}

absl::StatusOr<PendingApproval> RequestWithdrawal(
    store::Transaction& tx, const UnitApprovalRequest& request) {
  if (rules::FindWithdrawalReason(request.unit.reason_code) == nullptr) {
    return draw_errors::WithdrawalReasonUnknown(request.unit.reason_code);
  }
  if (!DigestFromHex(request.unit.evidence).ok()) {
    return draw_errors::EvidenceNotDigest(request.unit.evidence);
  }
  if (!request.unit.note.empty()) {
    RETURN_IF_ERROR(CheckReason(request.unit.note, "note"));
  }
  return RequestForUnit(tx, store::ApprovalKind::kWithdrawal, request);
}

absl::StatusOr<PendingApproval> RequestCloseDue(
    store::Transaction& tx, const UnitApprovalRequest& request) {
  RETURN_IF_ERROR(CheckReason(request.unit.note, "reason"));
  return RequestForUnit(tx, store::ApprovalKind::kCloseDue, request);
}

absl::StatusOr<ApproveAnswer> Approve(store::Transaction& tx,
                                      const Approval& approval) {
  ASSIGN_OR_RETURN(const store::StoredApproval chosen,
                   ChooseApproval(tx, approval));
  if (chosen.requested_by == tx.actor()) {
    return draw_errors::SamePerson(chosen.requested_by);
  }
  RETURN_IF_ERROR(CheckStillHolds(tx, chosen));
  store::ApprovalGranted event;
  event.approval_id = chosen.approval_id;
  event.kind = chosen.kind;
  event.task = chosen.task;
  event.attempt = chosen.attempt;
  event.unit_tag = chosen.unit_tag;
  ApproveAnswer answer;
  answer.approved = PendingOf(chosen);
  ASSIGN_OR_RETURN(answer.journal_index, tx.Append(event));
  ASSIGN_OR_RETURN(const auto attempt,
                   store::FindAttempt(tx, chosen.task, chosen.attempt));
  answer.state = attempt->state;
  return answer;
}

}  // namespace spotcheck::app
