#ifndef SPOTCHECK_LIB_APP_CREDIT_RECORD_H_
#define SPOTCHECK_LIB_APP_CREDIT_RECORD_H_

// Recording the result 检验结果 of one drawn product line. The laboratory is
// the assigned one; the line's hold is released. A hold that has ended by its
// date may still take its result, unless another draw holds the line by now.
// Errors: LINE_NOT_DRAWN (NOT_FOUND; the same for whatever is not a drawn line
// of the task, known or not), HOLD_NOT_OPEN, REPORT_NUMBER_CONFLICT,
// SAMPLED_OUT_OF_RANGE, VERDICT_NOT_FINAL (of the result or of an item),
// SEVERITY_MISSING, SEVERITY_WITHOUT_FAILURE, TOO_MANY_ITEMS, FIELD_*.

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
  store::Verdict verdict = store::Verdict::kPass;  // pass or fail
  // Needed of a failure; kNone of a pass.
  store::Severity severity = store::Severity::kNone;
  std::string report_no;
  std::vector<store::TestItem> items;
};

using rules::ConsequenceKind;

struct Consequence {
  ConsequenceKind kind = ConsequenceKind::kHoldReleased;
  std::string rule;   // policy, scheme or list rule; empty where none
  std::string value;  // a last protected day, a grade, a list
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
