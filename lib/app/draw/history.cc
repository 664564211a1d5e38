// The public history: every attempt with its outcome, and counts. No answer
// here tells which enterprise was drawn.

#include <map>
#include <utility>

#include "lib/app/draw/draws.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/words.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/tasks.h"
#include "lib/store/read/units.h"

namespace spotcheck::app {
namespace {

absl::StatusOr<AttemptSummary> Summarise(const store::View& view,
                                         const store::StoredAttempt& attempt) {
  AttemptSummary summary;
  summary.attempt = attempt;
  for (const std::string& key : attempt.missing) {
    ASSIGN_OR_RETURN(const auto witness, store::FindWitness(view, key));
    summary.missing.push_back(witness.has_value() ? witness->name : key);
  }
  ASSIGN_OR_RETURN(summary.withdrawn, store::CountWithdrawals(
                                          view, attempt.task, attempt.attempt));
  ASSIGN_OR_RETURN(summary.due,
                   store::CountDue(view, attempt.task, attempt.attempt));
  return summary;
}

using Counted = std::map<std::string, DrawCounts>;  // ordered by KeyOf

DrawCounts& Row(Counted& counted, rules::Counted kind,
                const std::string& subject) {
  DrawCounts row;
  row.kind = std::string(CodeOf(kind));
  row.subject = subject;
  return counted.try_emplace(KeyOf(row), row).first->second;
}

void CountState(AttemptState state, DrawCounts& row) {
  ++row.committed;
  switch (state) {
    case AttemptState::kCommitted:
      ++row.undecided;
      return;
    case AttemptState::kRun:
    case AttemptState::kOpened:
      ++row.run;
      return;
    case AttemptState::kVoid:
      ++row.voided;
      return;
    case AttemptState::kFailed:
      ++row.failed;
      return;
  }
}

absl::Status CountAttempt(const store::View& view,
                          const store::StoredAttempt& attempt,
                          Counted& counted) {
  ASSIGN_OR_RETURN(const AttemptSummary summary, Summarise(view, attempt));
  for (DrawCounts* row :
       {&Row(counted, rules::Counted::kAuthority, attempt.authority.name),
        &Row(counted, rules::Counted::kOperator, attempt.operator_name)}) {
    CountState(attempt.state, *row);
    row->withdrawn += summary.withdrawn;
    row->due += summary.due;
  }
  ASSIGN_OR_RETURN(const auto witnesses,
                   store::WitnessesOf(view, attempt.task, attempt.attempt));
  for (const store::StoredAttemptWitness& witness : witnesses) {
    CountState(attempt.state,
               Row(counted, rules::Counted::kWitness, witness.name));
  }
  for (const std::string& name : summary.missing) {
    ++Row(counted, rules::Counted::kWitness, name).defaults;
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<AttemptSummary>> ListAttempts(
    const store::View& view, const HistoryOf& of) {
  if (!of.task.empty()) RETURN_IF_ERROR(GetTask(view, of.task).status());
  ASSIGN_OR_RETURN(const auto attempts,
                   store::AttemptPage(view, {of.task, of.authority, of.state,
                                             of.after, of.limit}));
  std::vector<AttemptSummary> summaries;
  for (const store::StoredAttempt& attempt : attempts) {
    ASSIGN_OR_RETURN(AttemptSummary summary, Summarise(view, attempt));
    summaries.push_back(std::move(summary));
  }
  return summaries;
}

std::string KeyOf(const DrawCounts& counts) {
  return counts.kind + "\n" + counts.subject;
}

absl::StatusOr<std::vector<DrawCounts>> DrawStatistics(const store::View& view,
                                                       const CountsPage& page) {
  ASSIGN_OR_RETURN(const auto attempts, store::AllAttempts(view));
  Counted counted;
  for (const store::StoredAttempt& attempt : attempts) {
    RETURN_IF_ERROR(CountAttempt(view, attempt, counted));
  }
  std::vector<DrawCounts> counts;
  for (auto row = counted.upper_bound(page.after);
       row != counted.end() && std::ssize(counts) < page.limit; ++row) {
    counts.push_back(std::move(row->second));
  }
  return counts;
}

}  // namespace spotcheck::app
