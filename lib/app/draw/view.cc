// Shows a draw to its callers: everyone sees the public part, callers with the
// permission also the rest.

#include "lib/app/draw/view.h"

#include <utility>

#include "lib/app/draw/attempts.h"
#include "lib/app/draw/errors.h"
#include "lib/app/draw/opening_time.h"
#include "lib/app/draw/payloads.h"
#include "lib/base/limits.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/text.h"
#include "lib/store/events/tags.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/registers.h"
#include "lib/store/read/tasks.h"
#include "lib/store/read/units.h"

namespace spotcheck::app {
namespace {

absl::Status AddWitnesses(const store::View& view,
                          const store::StoredAttempt& attempt,
                          DrawAnswer& answer) {
  ASSIGN_OR_RETURN(const auto witnesses,
                   store::WitnessesOf(view, attempt.task, attempt.attempt));
  for (const store::StoredAttemptWitness& stored : witnesses) {
    DrawWitness witness{stored.name, "", stored.key, stored.commitment,
                        stored.contribution.empty() ? -1 : stored.leaf_index};
    ASSIGN_OR_RETURN(const auto registered,
                     store::FindWitness(view, stored.key));
    if (registered.has_value()) witness.organisation = registered->organisation;
    answer.witnesses.push_back(std::move(witness));
  }
  return absl::OkStatus();
}

absl::Status AddPending(const store::View& view,
                        const store::StoredAttempt& attempt,
                        Visibility visibility, DrawAnswer& answer) {
  ASSIGN_OR_RETURN(
      const auto waiting,
      store::ApprovalsOf(view, attempt.task, rules::ApprovalState::kWaiting));
  for (const store::StoredApproval& approval : waiting) {
    const bool of_unit = approval.kind != store::ApprovalKind::kVoid;
    if (approval.attempt != attempt.attempt ||
        (of_unit && visibility == Visibility::kPublic)) {
      continue;
    }
    answer.pending.push_back(PendingOf(approval));
  }
  return absl::OkStatus();
}

absl::StatusOr<SelectedUnit> DescribeUnit(
    const store::View& view, const store::StoredUnit& unit,
    const absl::flat_hash_map<std::string, store::StoredHold>& holds,
    const std::map<std::string, std::string>& pseudonyms) {
  SelectedUnit described;
  described.rank = unit.selected.rank;
  described.usci = unit.selected.usci;
  described.stratum = unit.selected.stratum;
  ASSIGN_OR_RETURN(const auto enterprise,
                   store::FindEnterprise(view, described.usci));
  if (enterprise.has_value())
    described.enterprise_name = enterprise->record.name;
  for (const rules::SelectedLine& line : unit.selected.lines) {
    SelectedLineAnswer shown{line.line, line.lab, std::nullopt, ""};
    const auto hold = holds.find(store::LineTag(view.sealer(), line.line));
    if (hold != holds.end()) shown.state = hold->second.state;
    ASSIGN_OR_RETURN(const auto product,
                     store::FindProduct(view, described.usci, line.line));
    if (product.has_value()) shown.product_name = product->record.product_name;
    described.lines.push_back(std::move(shown));
  }
  for (const InspectorId& inspector : unit.selected.inspectors) {
    described.pseudonyms.push_back(inspector.str());
    const auto badge = pseudonyms.find(inspector.str());
    described.badges.push_back(badge == pseudonyms.end() ? "" : badge->second);
  }
  return described;
}

// Adds badge numbers, because the caller sends the inspectors out; the bundle
// has their pseudonyms only.
absl::Status AddSelection(const store::View& view,
                          const store::StoredAttempt& attempt,
                          Visibility visibility, DrawAnswer& answer) {
  ASSIGN_OR_RETURN(const auto units,
                   store::UnitsOf(view, attempt.task, attempt.attempt));
  ASSIGN_OR_RETURN(const auto holds,
                   store::HoldsOf(view, attempt.task, attempt.attempt));
  ASSIGN_OR_RETURN(const std::string text,
                   view.OpenPayload(attempt.leaf_index, "pseudonyms"));
  ASSIGN_OR_RETURN(const auto pseudonyms, DecodePseudonyms(text));
  for (const store::StoredUnit& unit : units) {
    ASSIGN_OR_RETURN(SelectedUnit described,
                     DescribeUnit(view, unit, holds, pseudonyms));
    if (attempt.state == AttemptState::kOpened) {
      described.ticket = unit.selected.ticket.ToHex();
    }
    if (visibility != Visibility::kFull) described.badges.clear();
    answer.selection.push_back(std::move(described));
  }
  ASSIGN_OR_RETURN(const std::string outcome_text,
                   view.OpenPayload(attempt.run_leaf_index, "outcome"));
  ASSIGN_OR_RETURN(RunOutcome outcome, DecodeOutcome(outcome_text));
  answer.lab_overflow = outcome.lab_overflow;
  answer.inspector_overflow = outcome.inspector_overflow;
  answer.bottlenecks = std::move(outcome.bottlenecks);
  return absl::OkStatus();
}

absl::Status AddFrozen(const store::View& view, const RuleBook& book,
                       const store::StoredAttempt& attempt, FrozenLines& lines,
                       DrawAnswer& answer) {
  ASSIGN_OR_RETURN(const std::string strata,
                   view.OpenPayload(attempt.leaf_index, "strata"));
  ASSIGN_OR_RETURN(answer.strata, DecodeStrata(strata));
  ASSIGN_OR_RETURN(const store::TaskPlan plan,
                   store::CommittedPlan(view, attempt));
  answer.policies = plan.plan.policies;
  ASSIGN_OR_RETURN(const auto excluded,
                   lines.FirstExcluded(plan.plan, kListedExclusions));
  for (const rules::LineRow& line : excluded) {
    ASSIGN_OR_RETURN(LineExclusion exclusion,
                     ExplainExclusion(view, book, {attempt, plan.plan}, line));
    answer.exclusions.push_back(std::move(exclusion));
  }
  return absl::OkStatus();
}

absl::Status AddOpening(const store::View& view, const RuleBook& book,
                        const store::StoredAttempt& attempt, FrozenLines& lines,
                        DrawAnswer& answer) {
  ASSIGN_OR_RETURN(const OpeningTime opening,
                   OpeningTimeOf(view, book, attempt, lines));
  answer.visits_done = opening.visits_done;
  answer.opens_by = FormatUtcSeconds(opening.opens_by);
  return absl::OkStatus();
}

}  // namespace

PendingApproval PendingOf(const store::StoredApproval& approval) {
  PendingApproval pending{approval.approval_id,
                          approval.kind,
                          approval.task,
                          approval.attempt,
                          approval.requested_by,
                          approval.reason,
                          "",
                          approval.leaf_index};
  if (approval.unit.has_value()) {
    const store::UnitRequest& unit = *approval.unit;
    pending.usci = unit.usci.str();
    for (const std::string* part :
         {&unit.reason_code, &unit.note, &unit.evidence}) {
      if (part->empty()) continue;
      pending.reason += (pending.reason.empty() ? "" : "; ") + *part;
    }
  }
  return pending;
}

absl::StatusOr<AttemptState> StateOfDraw(const store::View& view,
                                         const AttemptRef& ref) {
  ASSIGN_OR_RETURN(const store::StoredAttempt attempt,
                   ResolveAttempt(view, ref));
  return attempt.state;
}

absl::StatusOr<DrawAnswer> GetDraw(const store::View& view,
                                   const RuleBook& book, const AttemptRef& ref,
                                   Visibility visibility) {
  ASSIGN_OR_RETURN(const store::StoredAttempt attempt,
                   ResolveAttempt(view, ref));
  DrawAnswer answer;
  answer.task = attempt.task;
  answer.attempt = attempt.attempt;
  answer.state = attempt.state;
  answer.authority = attempt.authority.name;
  answer.previous = attempt.previous;
  answer.commitment = attempt.commitment;
  answer.deadline = FormatUtcSeconds(attempt.deadline);
  answer.beacon_spec = attempt.beacon_spec;
  answer.result_root = attempt.result_root;
  answer.transcript = attempt.transcript;
  answer.journal_index = attempt.leaf_index;
  answer.run_journal_index = attempt.run_leaf_index;
  answer.reason = attempt.reason;
  RETURN_IF_ERROR(AddWitnesses(view, attempt, answer));
  RETURN_IF_ERROR(AddPending(view, attempt, visibility, answer));
  if (visibility == Visibility::kFull ||
      answer.state == AttemptState::kOpened) {
    FrozenLines lines(view, attempt);
    RETURN_IF_ERROR(AddFrozen(view, book, attempt, lines, answer));
    if (attempt.run_at.has_value()) {
      RETURN_IF_ERROR(AddSelection(view, attempt, visibility, answer));
    }
    if (answer.state == AttemptState::kRun) {
      RETURN_IF_ERROR(AddOpening(view, book, attempt, lines, answer));
    }
  }
  return answer;
}

}  // namespace spotcheck::app
