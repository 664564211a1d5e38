#include "lib/app/credit/change.h"

#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "lib/app/common/errors.h"
#include "lib/app/common/page.h"
#include "lib/app/credit/drawn.h"
#include "lib/app/credit/errors.h"
#include "lib/app/credit/finding.h"
#include "lib/app/credit/lists_revise.h"
#include "lib/app/register/line_finder.h"
#include "lib/app/register/rows.h"
#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/rules/law/task_rules.h"
#include "lib/rules/law/words.h"
#include "lib/store/events/events.h"
#include "lib/store/read/registers.h"

namespace spotcheck::app {
namespace {

using rules::CheckChangeKind;
using store::CheckRecord;
using store::Severity;
using store::StoredCheckChange;
using store::Verdict;

constexpr std::size_t kChangeIdBytes = 8;

absl::Status CheckGround(const std::string& text, rules::FieldName field) {
  if (TrimWhiteSpace(text).empty()) {
    return credit_errors::ReasonOrBasisMissing(field);
  }
  return rules::ValidateText(text, field);
}

bool NamesProduct(const Corrections& to) {
  return to.product_name || to.standard || to.trademark || to.model;
}

// Puts the check on the line of another product of its enterprise. The register
// may not know the line yet.
absl::Status CorrectProduct(const store::View& view, const Corrections& to,
                            CheckRecord& check) {
  if (!NamesProduct(to)) return absl::OkStatus();
  if (!check.task.empty()) {
    return credit_errors::FieldNotCorrected({"product_name"});
  }
  const std::string name = to.product_name.value_or(check.product_name);
  const std::string standard = to.standard.value_or(check.standard);
  const std::string trademark = to.trademark.value_or(check.trademark);
  const std::string model = to.model.value_or(check.model);
  ASSIGN_OR_RETURN(const store::ProductRecord line,
                   ParseLine(check.usci, {name, standard, trademark, model}));
  LineFinder finder(view);
  ASSIGN_OR_RETURN(check.line, finder.Find(line));
  check.product_name = line.product_name;
  check.standard = line.standard;
  check.trademark = line.trademark;
  check.model = line.model;
  return absl::OkStatus();
}

// A pending check may keep its verdict; no other check becomes pending.
absl::Status CorrectVerdict(const Corrections& to, CheckRecord& check) {
  const bool stays_pending =
      !to.verdict.has_value() && check.verdict == Verdict::kPending;
  check.verdict = to.verdict.value_or(check.verdict);
  const bool failed = check.verdict == Verdict::kFail;
  check.severity =
      to.severity.value_or(failed ? check.severity : Severity::kNone);
  const bool passed = check.verdict == Verdict::kPass;
  check.explanation =
      to.explanation.value_or(passed ? check.explanation : std::string());
  check.items = to.items.value_or(check.items);
  if (!stays_pending) {
    RETURN_IF_ERROR(CheckVerdict(check.verdict, check.severity));
  } else if (check.severity != Severity::kNone) {
    return credit_errors::SeverityWithoutFailure();
  }
  return CheckItems({check.verdict, check.items, check.explanation});
}

absl::Status CorrectSampled(const store::View& view, const Corrections& to,
                            CivilDate today, CheckRecord& check) {
  if (!to.sampled.has_value()) return absl::OkStatus();
  check.sampled = *to.sampled;
  if (check.task.empty()) {
    if (check.sampled <= today) return absl::OkStatus();
    return credit_errors::SampledInFuture(check.sampled, today);
  }
  const store::DrawnLineKey key{check.task, check.usci, check.line};
  ASSIGN_OR_RETURN(const auto drawn, store::FindDrawnLine(view, key));
  if (!drawn) return credit_errors::LineNotDrawn(key);
  ASSIGN_OR_RETURN(const store::TaskPlan task, PlanOfDrawn(view, *drawn));
  return rules::ValidateSampled(check.sampled, {task.plan.as_of, today});
}

absl::StatusOr<CheckRecord> Corrected(const store::View& view, CivilDate today,
                                      const CheckRecord& standing,
                                      const Corrections& to) {
  CheckRecord check = standing;
  RETURN_IF_ERROR(CorrectVerdict(to, check));
  RETURN_IF_ERROR(CorrectSampled(view, to, today, check));
  RETURN_IF_ERROR(CorrectProduct(view, to, check));
  if (check == standing) return credit_errors::CorrectionChangesNothing();
  return check;
}

absl::StatusOr<StoredCheckChange> ReadChange(const store::View& view,
                                             const std::string& change_id) {
  ASSIGN_OR_RETURN(auto change, store::FindCheckChange(view, change_id));
  if (!change) return credit_errors::ChangeNotFound(change_id);
  return *std::move(change);
}

// The line of the replacement, where the register does not have it.
absl::StatusOr<std::vector<store::ProductRecord>> NewLinesOf(
    const store::View& view, const CheckRecord& check) {
  std::vector<store::ProductRecord> lines;
  ASSIGN_OR_RETURN(const auto known,
                   store::FindProduct(view, check.usci, check.line));
  if (known) return lines;
  ASSIGN_OR_RETURN(store::ProductRecord line,
                   ParseLine(check.usci, {check.product_name, check.standard,
                                          check.trademark, check.model}));
  line.line = check.line;
  lines.push_back(std::move(line));
  return lines;
}

absl::StatusOr<store::CheckSuperseded> Supersession(
    const store::View& view, const StoredCheckChange& change) {
  store::CheckSuperseded event;
  event.change_id = change.change_id;
  event.kind = change.kind;
  event.usci = change.usci;
  event.check = change.check;
  event.reason = change.reason;
  event.basis = change.basis;
  event.requested_by = change.requested_by;
  event.replacement = change.replacement;
  if (change.replacement) {
    ASSIGN_OR_RETURN(event.new_lines, NewLinesOf(view, *change.replacement));
  }
  return event;
}

void AddLists(const ListRevision& lists, std::vector<Effect>& effects) {
  for (const store::StoredListEntry& entry : lists.dismissed) {
    effects.push_back({EffectKind::kListDismissed, entry.record.entry_id,
                       entry.record.list, "", lists.reason});
  }
  for (const store::ListEntryRecord& entry : lists.proposed) {
    effects.push_back({EffectKind::kListProposed,
                       entry.entry_id,
                       "",
                       entry.list,
                       {entry.reason_zh, entry.reason_en}});
  }
  for (const store::StoredListEntry& entry : lists.to_review) {
    effects.push_back({EffectKind::kListReview, entry.record.entry_id,
                       entry.record.list, entry.record.list, lists.reason});
  }
}

absl::Status CheckMayApprove(const store::Transaction& tx,
                             const StoredCheckChange& change) {
  if (change.state != rules::ApprovalState::kWaiting) {
    return credit_errors::ChangeNotWaiting(change.change_id, change.state);
  }
  if (change.requested_by == tx.actor()) {
    return credit_errors::SamePersonAsked(change.change_id);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<StoredCheckChange> RequestCheckChange(
    store::Transaction& tx, CivilDate today, const CheckChangeInput& input) {
  RETURN_IF_ERROR(CheckGround(input.reason, {"reason"}));
  RETURN_IF_ERROR(CheckGround(input.basis, {"basis"}));
  ASSIGN_OR_RETURN(const auto standing, store::FindCheckById(tx, input.check));
  if (!standing) return credit_errors::CheckNotFound(input.check);
  const CheckRecord& check = standing->record;
  ASSIGN_OR_RETURN(const auto waiting,
                   store::WaitingChangeOf(tx, check.usci, check.check));
  if (waiting) return credit_errors::ChangeWaits(waiting->change_id);
  store::CheckChangeRequested event;
  event.change_id = "X" + HexEncode(tx.entropy().Bytes(kChangeIdBytes));
  event.kind = CheckChangeKind::kVoid;
  event.usci = check.usci;
  event.check = check.check;
  event.reason = input.reason;
  event.basis = input.basis;
  if (input.corrections) {
    event.kind = CheckChangeKind::kCorrection;
    ASSIGN_OR_RETURN(event.replacement,
                     Corrected(tx, today, check, *input.corrections));
  }
  RETURN_IF_ERROR(tx.Append(event).status());
  return ReadChange(tx, event.change_id);
}

absl::StatusOr<CheckChangeAnswer> ApproveCheckChange(
    store::Transaction& tx, const RuleBook& book, CivilDate today,
    const std::string& change_id) {
  CheckChangeAnswer answer;
  ASSIGN_OR_RETURN(const StoredCheckChange change, ReadChange(tx, change_id));
  RETURN_IF_ERROR(CheckMayApprove(tx, change));
  ASSIGN_OR_RETURN(const auto standing,
                   store::FindCheck(tx, change.usci, change.check));
  if (!standing) return credit_errors::CheckNotFound(change.check);
  answer.stood_since = standing->leaf_index;
  const StandingOf of{change.usci, standing->record.line};
  ASSIGN_OR_RETURN(const Standing before, LoadStanding(tx, book, today, of));
  ASSIGN_OR_RETURN(const store::CheckSuperseded event,
                   Supersession(tx, change));
  ASSIGN_OR_RETURN(answer.journal_index, tx.Append(event));
  ASSIGN_OR_RETURN(
      const ListRevision lists,
      ReviseListEntries(tx, book, today, {change, before.facts.checks}));
  ASSIGN_OR_RETURN(const Standing after, LoadStanding(tx, book, today, of));
  answer.effects = EffectsBetween(before, after);
  AddLists(lists, answer.effects);
  ASSIGN_OR_RETURN(answer.change, ReadChange(tx, change_id));
  return answer;
}

absl::StatusOr<Page<StoredCheckChange>> ListCheckChanges(
    const store::View& view, const CheckChangesQuery& query) {
  using Rows = std::vector<StoredCheckChange>;
  const std::string_view state = query.state ? CodeOf(*query.state) : "";
  return ReadPage<StoredCheckChange>(
      {{Lp({"check changes", state})}, query.page_size, query.page_token},
      [&](const std::string& after, int limit) -> absl::StatusOr<Rows> {
        store::CheckChangeRange range{-1, limit, query.state};
        if (!after.empty() && !absl::SimpleAtoi(after, &range.after)) {
          return register_errors::InvalidPageToken();
        }
        return store::CheckChangePage(view, range);
      },
      [](const StoredCheckChange& row) {
        return absl::StrCat(row.leaf_index);
      });
}

absl::StatusOr<TaskId> TaskOfCheck(const store::View& view,
                                   const CheckId& check) {
  ASSIGN_OR_RETURN(const auto standing, store::FindCheckById(view, check));
  return standing ? standing->record.task : TaskId();
}

absl::StatusOr<TaskId> TaskOfChange(const store::View& view,
                                    const std::string& change_id) {
  ASSIGN_OR_RETURN(const auto change, store::FindCheckChange(view, change_id));
  if (!change) return TaskId();
  return TaskOfCheck(view, change->check);
}

}  // namespace spotcheck::app
