#include "lib/app/credit/import.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "lib/app/common/errors.h"
#include "lib/app/credit/errors.h"
#include "lib/app/credit/fit.h"
#include "lib/app/credit/lists_propose.h"
#include "lib/app/credit/rows.h"
#include "lib/app/register/line_finder.h"
#include "lib/app/register/merge.h"
#include "lib/app/register/restored.h"
#include "lib/base/status_macros.h"
#include "lib/store/events/events.h"
#include "lib/store/read/credit.h"
#include "lib/store/read/registers.h"

namespace spotcheck::app {
namespace {

using store::CheckRecord;
using store::Verdict;

// Compares a row with the recorded check that has the same report number: the
// row adds nothing, brings the conclusion of a pending check, or contradicts
// the check.
enum class Novelty : std::uint8_t { kNothing, kConclusion, kContradiction };

absl::StatusOr<Novelty> Compare(const CheckRecord& standing,
                                const CheckRecord& given) {
  ASSIGN_OR_RETURN(const bool one_line, AreOneLine(standing, given));
  const bool same_sample = one_line && standing.authority == given.authority &&
                           standing.sampled == given.sampled;
  if (!same_sample) return Novelty::kContradiction;
  const bool same_result =
      standing.verdict == given.verdict && standing.severity == given.severity;
  // A row that still says "pending" adds nothing to a concluded check: its file
  // is older.
  if (same_result || given.verdict == Verdict::kPending) {
    return Novelty::kNothing;
  }
  return standing.verdict == Verdict::kPending ? Novelty::kConclusion
                                               : Novelty::kContradiction;
}

// Collects the rows of one import into its answer and its event.
class Batch {
 public:
  Batch(const store::View& view, CivilDate today, const PushedChecks& checks)
      : view_(view), today_(today), checks_(checks), finder_(view) {}

  // Takes one row. If the row is refused, that is counted in the answer; an
  // error comes from the store only.
  absl::Status Add(const CheckRow& row);
  ImportResultsAnswer& answer() { return answer_; }
  store::ChecksImported& event() { return event_; }
  // Results of drawn lines; they come after the event.
  std::vector<CheckRecord>& results() { return results_; }

 private:
  absl::StatusOr<Placement> Take(CheckedCheck parsed);
  absl::StatusOr<Placement> CheckNeighbours(const CheckRecord& check);
  absl::StatusOr<std::optional<CheckRecord>> FindStanding(
      const CheckRecord& check);
  absl::StatusOr<Placement> TakeKnown(const CheckRecord& standing,
                                      CheckedCheck parsed);
  absl::StatusOr<Fit> FindFit(const CheckRecord& check);
  absl::Status AddNew(const CheckedCheck& parsed, const Fit& fit);
  void Write(const CheckedCheck& parsed, const Fit& fit);
  void AddResult(CheckRecord check, const Fit& fit);

  const store::View& view_;
  CivilDate today_;
  const PushedChecks& checks_;
  LineFinder finder_;
  ImportResultsAnswer answer_;
  store::ChecksImported event_;
  std::vector<CheckRecord> results_;
  absl::flat_hash_map<CheckId, std::size_t> written_;  // index into event_.rows
  absl::flat_hash_map<CheckId, std::size_t> filled_;   // index into results_
  absl::flat_hash_map<Usci, bool> enterprises_;  // true: the register has it
  absl::flat_hash_map<LabId, bool> labs_;
  // in the register, or created by this import
  absl::flat_hash_set<LineId> lines_;
};

absl::Status Batch::Add(const CheckRow& row) {
  absl::StatusOr<CheckedCheck> parsed = ParseRow(row, today_);
  absl::Status refusal = parsed.status();
  if (refusal.ok()) refusal = checks_.by.Check(parsed->check.authority);
  if (refusal.ok()) {
    ASSIGN_OR_RETURN(Placement placement, Take(*std::move(parsed)));
    refusal = std::move(placement.refusal);
  }
  if (refusal.ok()) {
    answer_.import.restored =
        WithRestored(std::move(answer_.import.restored), row);
  } else {
    answer_.import.refused.push_back({row.place.row, GetErrorInfo(refusal)});
  }
  return absl::OkStatus();
}

absl::StatusOr<Placement> Batch::CheckNeighbours(const CheckRecord& check) {
  auto enterprise = enterprises_.find(check.usci);
  if (enterprise == enterprises_.end()) {
    ASSIGN_OR_RETURN(const bool has, store::HasEnterprise(view_, check.usci));
    enterprise = enterprises_.emplace(check.usci, has).first;
  }
  if (!enterprise->second) {
    return Placement{register_errors::UnknownEnterprise(check.usci)};
  }
  auto lab = labs_.find(check.lab);
  if (lab == labs_.end()) {
    ASSIGN_OR_RETURN(const auto found, store::FindLab(view_, check.lab));
    lab = labs_.emplace(check.lab, found.has_value()).first;
  }
  if (!lab->second) return Placement{credit_errors::UnknownLab(check.lab)};
  return Placement{};
}

absl::StatusOr<std::optional<CheckRecord>> Batch::FindStanding(
    const CheckRecord& check) {
  const auto result = filled_.find(check.check);
  if (result != filled_.end()) return results_[result->second];
  const auto place = written_.find(check.check);
  if (place != written_.end()) return event_.rows[place->second];
  ASSIGN_OR_RETURN(auto found, store::FindReport(view_, check.check));
  if (!found) return std::nullopt;
  return std::move(found->record);
}

absl::StatusOr<Placement> Batch::Take(CheckedCheck parsed) {
  ASSIGN_OR_RETURN(Placement placement, CheckNeighbours(parsed.check));
  if (!placement.refusal.ok()) return placement;
  ASSIGN_OR_RETURN(parsed.line.line, finder_.Find(parsed.line));
  parsed.check.line = parsed.line.line;
  ASSIGN_OR_RETURN(const auto standing, FindStanding(parsed.check));
  if (standing) return TakeKnown(*standing, std::move(parsed));
  ASSIGN_OR_RETURN(const Fit fit, FindFit(parsed.check));
  if (fit.kind == FitKind::kMismatch) {
    return Placement{credit_errors::HoldMismatch(fit, parsed.check)};
  }
  RETURN_IF_ERROR(AddNew(parsed, fit));
  return placement;
}

// Takes a row whose report number stands already.
absl::StatusOr<Placement> Batch::TakeKnown(const CheckRecord& standing,
                                           CheckedCheck parsed) {
  ASSIGN_OR_RETURN(const Novelty novelty, Compare(standing, parsed.check));
  if (novelty == Novelty::kContradiction) {
    return Placement{
        credit_errors::ReportNumberConflict(standing, parsed.check)};
  }
  // The check keeps the ids it was recorded under.
  parsed.check.check = standing.check;
  parsed.check.line = standing.line;
  Fit fit;
  if (standing.task.empty()) {
    ASSIGN_OR_RETURN(fit, FindFit(parsed.check));
  }
  if (novelty == Novelty::kConclusion) {
    if (fit.kind == FitKind::kMismatch) {
      return Placement{credit_errors::HoldMismatch(fit, parsed.check)};
    }
    ++answer_.import.changed;
    Write(parsed, fit);
  } else if (fit.kind == FitKind::kFills &&
             standing.verdict != Verdict::kPending) {
    ++answer_.import.changed;
    AddResult(standing, fit);
  } else {
    ++answer_.import.unchanged;
  }
  return Placement{};
}

// Finds the draw that waits for the check, for a caller who may see draws. A
// line that this import has filled waits for nothing more.
absl::StatusOr<Fit> Batch::FindFit(const CheckRecord& check) {
  if (!checks_.records.has_value()) return Fit();
  ASSIGN_OR_RETURN(const Fit fit, FitOf(view_, *checks_.records, check));
  const bool is_filled = std::any_of(
      results_.begin(), results_.end(), [&](const CheckRecord& result) {
        return result.task == fit.task && result.line == check.line;
      });
  return is_filled ? Fit() : fit;
}

absl::Status Batch::AddNew(const CheckedCheck& parsed, const Fit& fit) {
  if (!lines_.contains(parsed.line.line)) {
    ASSIGN_OR_RETURN(
        const auto known,
        store::FindProduct(view_, parsed.line.usci, parsed.line.line));
    if (!known) {
      ++answer_.new_lines;
      event_.new_lines.push_back(parsed.line);
    }
    lines_.insert(parsed.line.line);
  }
  ++answer_.import.created;
  Write(parsed, fit);
  return absl::OkStatus();
}

void Batch::AddResult(CheckRecord check, const Fit& fit) {
  ++answer_.filled;
  check.task = fit.task;
  check.purpose = fit.purpose;
  filled_.emplace(check.check, results_.size());
  results_.push_back(std::move(check));
}

void Batch::Write(const CheckedCheck& parsed, const Fit& fit) {
  const CheckRecord& check = parsed.check;
  if (parsed.severity_assumed) ++answer_.severity_assumed;
  // A pending check is no result yet.
  if (fit.kind == FitKind::kFills && check.verdict != Verdict::kPending) {
    return AddResult(check, fit);
  }
  const auto [place, is_new] =
      written_.emplace(check.check, event_.rows.size());
  if (is_new) {
    event_.rows.push_back(check);
  } else {
    event_.rows[place->second] = check;
  }
}

// The enterprises that need the list rules: those with a failure, because no
// list rule reads other checks.
std::set<Usci> FailedEnterprises(const std::vector<CheckRecord>& rows,
                                 const std::vector<CheckRecord>& results) {
  std::set<Usci> failed;
  for (const auto* checks : {&rows, &results}) {
    for (const CheckRecord& check : *checks) {
      if (check.verdict == Verdict::kFail) failed.insert(check.usci);
    }
  }
  return failed;
}

// Appends the checks, and behind them the results of drawn lines. Answers the
// first leaf, or -1 where there is nothing to append.
absl::StatusOr<std::int64_t> AppendAll(store::Transaction& tx, Batch& batch) {
  std::int64_t first = -1;
  const store::ChecksImported& event = batch.event();
  if (!event.rows.empty() || !event.new_lines.empty()) {
    ASSIGN_OR_RETURN(first, tx.Append(std::move(batch.event())));
  }
  for (const CheckRecord& result : batch.results()) {
    ASSIGN_OR_RETURN(const std::int64_t leaf,
                     tx.Append(store::ResultRecorded{result}));
    if (first < 0) first = leaf;
  }
  return first;
}

}  // namespace

absl::StatusOr<ImportResultsAnswer> ImportResults(store::Transaction& tx,
                                                  const RuleBook& book,
                                                  CivilDate today,
                                                  const PushedChecks& checks) {
  RETURN_IF_ERROR(checks.by.CheckAny());
  const auto count = static_cast<std::int32_t>(checks.rows.size());
  if (count > kMaxImportRows) {
    return register_errors::TooManyRows(count, kMaxImportRows);
  }
  Batch batch(tx, today, checks);
  for (const CheckRow& row : checks.rows) RETURN_IF_ERROR(batch.Add(row));
  ImportResultsAnswer& answer = batch.answer();
  answer.import.read = count;
  const std::set<Usci> failed =
      FailedEnterprises(batch.event().rows, batch.results());
  ASSIGN_OR_RETURN(answer.import.journal_index, AppendAll(tx, batch));
  for (const Usci& usci : failed) {
    ASSIGN_OR_RETURN(const auto proposed,
                     ProposeListEntries(tx, book, today, usci));
    answer.proposals += static_cast<std::int32_t>(proposed.size());
  }
  return std::move(answer);
}

}  // namespace spotcheck::app
