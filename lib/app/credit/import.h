#ifndef SPOTCHECK_LIB_APP_CREDIT_IMPORT_H_
#define SPOTCHECK_LIB_APP_CREDIT_IMPORT_H_

// Imports checks 监督抽查结果 that any body has made. They count for
// protection, credit file, grade and list proposals, and need no draw. An
// unknown line is created without category; an unknown enterprise or laboratory
// refuses the row. A row with the laboratory and report number of a recorded
// check is unchanged if it is identical, changed if it concludes a pending
// check, and otherwise refused with REPORT_NUMBER_CONFLICT. Appends one event
// for the checks and one for each list proposal that follows.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "lib/app/common/rule_book.h"
#include "lib/app/register/import.h"
#include "lib/app/register/mandate.h"
#include "lib/base/civil_date.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

struct ImportResultsAnswer {
  ImportAnswer import;
  std::int32_t new_lines = 0;
  std::int32_t proposals = 0;
  // Results of drawn lines among the new and the changed rows.
  std::int32_t filled = 0;
  // The number of new and changed failures whose rows named no severity.
  std::int32_t severity_assumed = 0;
};

// The rows that a caller brings and the authorities he may speak for. A row of
// another authority is refused by itself (AUTHORITY_NOT_YOURS); if he may speak
// for none, the whole call is refused.
struct PushedChecks {
  const Mandate& by;
  absl::Span<const CheckRow> rows;
  // The authorities for whose draws the caller may record results; absent for a
  // caller who may not see draws. A row that agrees with a draw that waits for
  // the line is recorded as its result; one that only names another laboratory
  // or day is refused (HOLD_MISMATCH). Without it every row is an ordinary
  // check, and the answer is the same for drawn and undrawn lines.
  std::optional<Mandate> records = std::nullopt;
};
absl::StatusOr<ImportResultsAnswer> ImportResults(store::Transaction& tx,
                                                  const RuleBook& book,
                                                  CivilDate today,
                                                  const PushedChecks& checks);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_IMPORT_H_
