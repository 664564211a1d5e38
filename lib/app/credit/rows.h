#ifndef SPOTCHECK_LIB_APP_CREDIT_ROWS_H_
#define SPOTCHECK_LIB_APP_CREDIT_ROWS_H_

// From a check as typed to a record, one row by itself; and the words that
// such files use. Pure; whether enterprise, line and laboratory are known
// is asked elsewhere. Errors: credit/errors.h, common/errors.h, ids, rules.

#include <string>

#include "absl/status/statusor.h"
#include "lib/app/credit/import.h"
#include "lib/base/civil_date.h"
#include "lib/store/events/records.h"

namespace spotcheck::app {

struct CheckedCheck {
  store::CheckRecord check;
  store::ProductRecord line;  // as it would be created
  // A failure whose row names no severity is taken as general.
  bool severity_assumed = false;
};
absl::StatusOr<CheckedCheck> ParseRow(const CheckRow& row, CivilDate today);

// 合格, 不合格, 检验中, 待检, PASS, FAIL, PENDING …, in any width and case.
absl::StatusOr<store::Verdict> ParseVerdictWord(const std::string& text);
// 严重, 一般, SERIOUS, GENERAL …; kNone for an empty cell.
absl::StatusOr<store::Severity> ParseSeverityWord(const std::string& text);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_ROWS_H_
