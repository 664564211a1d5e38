#include "lib/app/credit/record_many.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "lib/app/common/errors.h"
#include "lib/app/common/fields.h"
#include "lib/app/credit/record.h"
#include "lib/app/credit/rows.h"
#include "lib/app/register/line_finder.h"
#include "lib/app/register/rows.h"
#include "lib/base/error.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/store/read/credit.h"

namespace spotcheck::app {
namespace {

absl::StatusOr<LineId> LineOf(LineFinder& finder, const Usci& usci,
                              const ResultRow& row) {
  const std::string_view id = TrimWhiteSpace(row.line_id);
  if (!id.empty()) return LineId(std::string(id));
  ASSIGN_OR_RETURN(const store::ProductRecord line,
                   ParseLine(usci, {row.product_name, row.standard,
                                    row.trademark, row.model}));
  return finder.Find(line);
}

absl::StatusOr<ResultInput> ReadRow(LineFinder& finder, const TaskId& task,
                                    const ResultRow& row) {
  ResultInput input;
  input.task = task;
  ASSIGN_OR_RETURN(input.usci, Usci::ParseLenient(row.usci));
  ASSIGN_OR_RETURN(input.line, LineOf(finder, input.usci, row));
  ASSIGN_OR_RETURN(input.sampled, ParseTypedDate(row.sampled));
  ASSIGN_OR_RETURN(input.verdict, ParseVerdictWord(row.verdict));
  ASSIGN_OR_RETURN(input.severity, ParseSeverityWord(row.severity));
  input.report_no = row.report_no;
  input.explanation = row.explanation;
  input.items = row.items;
  return input;
}

// True if the task already has this very result of the line.
absl::StatusOr<bool> Stands(const store::View& view, const ResultInput& input) {
  ASSIGN_OR_RETURN(
      const auto report,
      ReadIdentifier(input.report_no,
                     {{"report_no"}, kMaxNameLength, Presence::kRequired}));
  ASSIGN_OR_RETURN(const auto checks, store::ChecksOf(view, input.usci));
  return std::any_of(
      checks.begin(), checks.end(), [&](const store::StoredCheck& check) {
        const store::CheckRecord& record = check.record;
        return record.task == input.task && record.line == input.line &&
               record.sampled == input.sampled &&
               record.verdict == input.verdict &&
               record.severity == input.severity &&
               record.report_no == report && record.items == input.items;
      });
}

// An error of the store ends the call; any other refuses its row alone.
bool EndsTheCall(const absl::Status& status) {
  return absl::IsInternal(status) || absl::IsDataLoss(status) ||
         absl::IsUnavailable(status) || absl::IsUnknown(status);
}

// Records one row and returns its answer, or nothing if the row stood already.
absl::StatusOr<std::optional<ResultAnswer>> RecordRow(
    store::Transaction& tx, const RuleBook& book, CivilDate today,
    const absl::StatusOr<ResultInput>& input) {
  RETURN_IF_ERROR(input.status());
  ASSIGN_OR_RETURN(const bool stands, Stands(tx, *input));
  if (stands) return std::nullopt;
  ASSIGN_OR_RETURN(ResultAnswer answer, RecordResult(tx, book, today, *input));
  return answer;
}

void Count(const ResultAnswer& recorded, ImportResultsAnswer& answer) {
  ++answer.import.created;
  ++answer.filled;
  for (const Consequence& consequence : recorded.consequences) {
    if (consequence.kind == ConsequenceKind::kListProposed) ++answer.proposals;
  }
  if (answer.import.journal_index < 0) {
    answer.import.journal_index = recorded.journal_index;
  }
}

}  // namespace

absl::StatusOr<ImportResultsAnswer> RecordResults(
    store::Transaction& tx, const RuleBook& book, CivilDate today,
    const ResultsOfTask& results) {
  const auto count = static_cast<std::int32_t>(results.rows.size());
  if (count > kMaxImportRows) {
    return register_errors::TooManyRows(count, kMaxImportRows);
  }
  ImportResultsAnswer answer;
  answer.import.read = count;
  LineFinder finder(tx);
  for (const ResultRow& row : results.rows) {
    const auto recorded =
        RecordRow(tx, book, today, ReadRow(finder, results.task, row));
    if (!recorded.ok()) {
      if (EndsTheCall(recorded.status())) return recorded.status();
      answer.import.refused.push_back(
          {row.row, GetErrorInfo(recorded.status())});
    } else if (recorded->has_value()) {
      Count(**recorded, answer);
    } else {
      ++answer.import.unchanged;
    }
  }
  return answer;
}

}  // namespace spotcheck::app
