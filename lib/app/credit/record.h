#ifndef SPOTCHECK_LIB_APP_CREDIT_RECORD_H_
#define SPOTCHECK_LIB_APP_CREDIT_RECORD_H_

// Records the result 检验结果 of one drawn product line, by the laboratory that
// the draw assigned, and releases the line's hold. A hold that has expired may
// still take its result, unless another draw holds the line by now. Errors:
// LINE_NOT_DRAWN (NOT_FOUND, the same for every line that the task has not
// drawn, known or unknown), HOLD_NOT_OPEN, REPORT_NUMBER_CONFLICT,
// SAMPLED_OUT_OF_RANGE, VERDICT_NOT_FINAL (of the result or of an item),
// SEVERITY_MISSING, SEVERITY_WITHOUT_FAILURE, TOO_MANY_ITEMS,
// PASS_WITH_FAILED_ITEM, FIELD_*. A report that was imported before without its
// task is adopted, if both say the same; else it is a REPORT_NUMBER_CONFLICT.

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/common/rule_book.h"
#include "lib/app/credit/grade.h"
#include "lib/base/civil_date.h"
#include "lib/base/error.h"
#include "lib/base/ids.h"
#include "lib/base/limits.h"
#include "lib/rules/law/codes.h"
#include "lib/store/events/records.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/credit.h"

namespace spotcheck::app {

struct ResultInput {
  TaskId task;
  Usci usci;
  LineId line;
  CivilDate sampled;
  store::Verdict verdict = store::Verdict::kPass;  // kPass or kFail
  // Must be given for a failure, and kNone for a pass.
  store::Severity severity = store::Severity::kNone;
  std::string report_no;
  std::vector<store::TestItem> items;
  // Must say why a check passed although an item failed.
  std::string explanation = {};
};

using rules::ConsequenceKind;

struct Consequence {
  ConsequenceKind kind = ConsequenceKind::kHoldReleased;
  std::string rule;   // policy, scheme or list rule; may be empty
  std::string value;  // a last protected day, a grade or a list
  Localized reason;
};

struct ResultAnswer {
  store::StoredCheck check;
  std::vector<Consequence> consequences;
  GradeAnswer grade;  // after the result
  std::int64_t journal_index = -1;
};

absl::StatusOr<ResultAnswer> RecordResult(store::Transaction& tx,
                                          const RuleBook& book, CivilDate today,
                                          const ResultInput& input);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_RECORD_H_
