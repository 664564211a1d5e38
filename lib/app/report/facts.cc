#include "lib/app/report/facts.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/app/draw/attempts.h"
#include "lib/base/status_macros.h"
#include "lib/store/events/events.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/tasks.h"
#include "lib/store/read/units.h"

namespace spotcheck::app {
namespace {

absl::Status AddMoment(const store::View& view, std::int64_t leaf,
                       const Localized& what, std::vector<Moment>& moments) {
  if (leaf < 0) return absl::OkStatus();
  ASSIGN_OR_RETURN(const std::string bytes, view.Leaf(leaf));
  ASSIGN_OR_RETURN(const store::StoredEvent event, store::DecodeEvent(bytes));
  moments.push_back(
      {leaf, FormatUtcMicros(event.header.time), event.header.actor, what});
  return absl::OkStatus();
}

Localized RevealBy(const DrawWitness& witness) {
  return {
      absl::StrCat("揭示：", witness.name, "（", witness.organisation, "）"),
      absl::StrCat("Reveal of ", witness.name, " (", witness.organisation,
                   ")")};
}

absl::StatusOr<std::vector<Moment>> LoadMoments(const store::View& view,
                                                const ReportFacts& facts) {
  const store::StoredAttempt& attempt = facts.attempt;
  std::vector<Moment> moments;
  RETURN_IF_ERROR(AddMoment(view, attempt.leaf_index,
                            {"冻结与承诺", "Freeze and commitment"}, moments));
  for (const DrawWitness& witness : facts.draw.witnesses) {
    RETURN_IF_ERROR(
        AddMoment(view, witness.journal_index, RevealBy(witness), moments));
  }
  RETURN_IF_ERROR(
      AddMoment(view, attempt.beacon_leaf_index, {"信标", "Beacon"}, moments));
  RETURN_IF_ERROR(
      AddMoment(view, attempt.run_leaf_index, {"抽取", "Run"}, moments));
  RETURN_IF_ERROR(
      AddMoment(view, attempt.open_leaf_index, {"公开", "Opening"}, moments));
  for (const PastAttempt& past : facts.history) {
    if (past.summary.attempt.attempt != attempt.attempt) continue;
    for (const store::StoredApproval& decision : past.decisions) {
      if (decision.kind != store::ApprovalKind::kVoid) continue;
      RETURN_IF_ERROR(AddMoment(view, decision.leaf_index,
                                {"作废获批准", "Void approved"}, moments));
    }
  }
  std::sort(moments.begin(), moments.end(),
            [](const Moment& a, const Moment& b) {
              return a.journal_index < b.journal_index;
            });
  return moments;
}

absl::StatusOr<std::vector<std::string>> NamesOf(
    const store::View& view, const std::vector<std::string>& keys) {
  std::vector<std::string> names;
  for (const std::string& key : keys) {
    ASSIGN_OR_RETURN(const auto witness, store::FindWitness(view, key));
    names.push_back(
        witness.has_value()
            ? absl::StrCat(witness->name, " (", witness->organisation, ")")
            : key);
  }
  return names;
}

// The earlier attempts whose units this attempt replaces: those with a
// withdrawal approved before this attempt's commitment. A task is drawn once,
// so any attempt after a run is a replacement.
std::vector<std::int64_t> ReplacedBy(
    const store::StoredAttempt& attempt,
    const std::vector<store::StoredApproval>& granted) {
  std::vector<std::int64_t> replaced;
  for (const store::StoredApproval& approval : granted) {
    if (approval.kind != store::ApprovalKind::kWithdrawal) continue;
    if (approval.attempt < attempt.attempt &&
        approval.leaf_index < attempt.leaf_index) {
      replaced.push_back(approval.attempt);
    }
  }
  std::sort(replaced.begin(), replaced.end());
  replaced.erase(std::unique(replaced.begin(), replaced.end()), replaced.end());
  return replaced;
}

absl::Status LoadHistory(const store::View& view,
                         const std::vector<store::StoredApproval>& granted,
                         ReportFacts& facts) {
  const TaskId& task = facts.attempt.task;
  ASSIGN_OR_RETURN(auto summaries, ListAttempts(view, {task, ""}));
  for (AttemptSummary& summary : summaries) {
    const store::StoredAttempt& attempt = summary.attempt;
    PastAttempt past;
    ASSIGN_OR_RETURN(past.missing, NamesOf(view, attempt.missing));
    past.replaces = ReplacedBy(attempt, granted);
    const bool opened = attempt.state == AttemptState::kOpened;
    for (const store::StoredApproval& approval : granted) {
      if (approval.attempt != attempt.attempt) continue;
      if (opened || approval.kind == store::ApprovalKind::kVoid) {
        past.decisions.push_back(approval);
      }
    }
    past.summary = std::move(summary);
    facts.history.push_back(std::move(past));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<ReportFacts> LoadReportFacts(const store::View& view,
                                            const RuleBook& book,
                                            const AttemptRef& ref) {
  ReportFacts facts;
  ASSIGN_OR_RETURN(facts.attempt, ResolveAttempt(view, ref));
  const AttemptRef exact = {facts.attempt.task, facts.attempt.attempt};
  ASSIGN_OR_RETURN(facts.draw, GetDraw(view, book, exact, Visibility::kPublic));
  ASSIGN_OR_RETURN(const store::StoredTask task, GetTask(view, exact.task));
  facts.suite = task.suite;
  ASSIGN_OR_RETURN(
      const auto granted,
      store::ApprovalsOf(view, exact.task, rules::ApprovalState::kApproved));
  RETURN_IF_ERROR(LoadHistory(view, granted, facts));
  ASSIGN_OR_RETURN(facts.moments, LoadMoments(view, facts));
  ASSIGN_OR_RETURN(facts.checkpoint, GetCheckpoint(view));
  return facts;
}

}  // namespace spotcheck::app
