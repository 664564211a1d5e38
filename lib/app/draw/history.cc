// The public history: every attempt with its outcome, and counts. No answer
// here tells which enterprise was drawn.

#include <map>
#include <utility>

#include "lib/app/draw/draws.h"
#include "lib/app/draw/errors.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/words.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/tasks.h"
#include "lib/store/read/units.h"

namespace spotcheck::app {
namespace {

struct UnitCounts {
  std::int64_t withdrawn = 0;  // at any time
  std::int64_t due = 0;        // without a result now
};

absl::StatusOr<UnitCounts> CountWithdrawn(const store::View& view,
                                          const store::StoredAttempt& attempt) {
  UnitCounts counts;
  ASSIGN_OR_RETURN(counts.due,
                   store::CountDue(view, attempt.task, attempt.attempt));
  ASSIGN_OR_RETURN(counts.withdrawn, store::CountWithdrawals(view, attempt.task,
                                                             attempt.attempt));
  return counts;
}

absl::StatusOr<AttemptSummary> Summarise(const store::View& view,
                                         const store::StoredAttempt& attempt) {
  AttemptSummary summary;
  summary.task = attempt.task;
  summary.attempt = attempt.attempt;
  summary.authority = attempt.authority.name;
  summary.state = attempt.state;
  summary.commitment = attempt.commitment;
  summary.previous = attempt.previous;
  summary.committed_at = FormatUtcMicros(attempt.committed_at);
  summary.deadline = FormatUtcSeconds(attempt.deadline);
  summary.operator_name = attempt.operator_name;
  summary.reason = attempt.reason;
  for (const std::string& key : attempt.missing) {
    ASSIGN_OR_RETURN(const auto witness, store::FindWitness(view, key));
    summary.missing.push_back(witness.has_value() ? witness->name : key);
  }
  ASSIGN_OR_RETURN(const UnitCounts counts, CountWithdrawn(view, attempt));
  summary.withdrawn = counts.withdrawn;
  summary.due = counts.due;
  summary.journal_index = attempt.leaf_index;
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
  ASSIGN_OR_RETURN(const UnitCounts units, CountWithdrawn(view, attempt));
  for (DrawCounts* row :
       {&Row(counted, rules::Counted::kAuthority, attempt.authority.name),
        &Row(counted, rules::Counted::kOperator, attempt.operator_name)}) {
    CountState(attempt.state, *row);
    row->withdrawn += units.withdrawn;
    row->due += units.due;
  }
  ASSIGN_OR_RETURN(const auto witnesses,
                   store::WitnessesOf(view, attempt.task, attempt.attempt));
  for (const store::StoredAttemptWitness& witness : witnesses) {
    CountState(attempt.state,
               Row(counted, rules::Counted::kWitness, witness.name));
  }
  for (const std::string& key : attempt.missing) {
    ASSIGN_OR_RETURN(const auto witness, store::FindWitness(view, key));
    ++Row(counted, rules::Counted::kWitness,
          witness.has_value() ? witness->name : key)
          .defaults;
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<AttemptSummary>> ListAttempts(
    const store::View& view, const HistoryOf& of) {
  if (!of.task.empty()) {
    ASSIGN_OR_RETURN(const auto task, store::FindTask(view, of.task));
    if (!task.has_value()) return draw_errors::TaskUnknown(of.task);
  }
  ASSIGN_OR_RETURN(
      const auto attempts,
      store::AttemptPage(view, {of.task, of.authority, of.after, of.limit}));
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
