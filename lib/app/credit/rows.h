#ifndef SPOTCHECK_LIB_APP_CREDIT_ROWS_H_
#define SPOTCHECK_LIB_APP_CREDIT_ROWS_H_

// Turns a typed row of an import into a check, and reads the words that such
// files use. Pure: each row is read by itself, and the caller finds out if the
// registers know its enterprise, line and laboratory. Errors: credit/errors.h,
// common/errors.h, and those of ids and rules.

#include <string>

#include "absl/status/statusor.h"
#include "lib/app/credit/import.h"
#include "lib/base/civil_date.h"
#include "lib/store/events/records.h"

namespace spotcheck::app {

struct CheckedCheck {
  store::CheckRecord check;
  store::ProductRecord line;  // the line as the import would create it
  // True if the row is a failure without severity, which is taken as general.
  bool severity_assumed = false;
};
absl::StatusOr<CheckedCheck> ParseRow(const CheckRow& row, CivilDate today);

// Reads 合格, 不合格, 检验中, 待检, PASS, FAIL, PENDING …, in any width and
// case.
absl::StatusOr<store::Verdict> ParseVerdictWord(const std::string& text);
// Reads 严重, 一般, SERIOUS, GENERAL …; answers kNone for an empty cell.
absl::StatusOr<store::Severity> ParseSeverityWord(const std::string& text);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_ROWS_H_
