#ifndef SPOTCHECK_LIB_APP_CREDIT_IMPORT_H_
#define SPOTCHECK_LIB_APP_CREDIT_IMPORT_H_

// Import of checks 监督抽查结果 made by any body. They count for protection,
// file, grade and list proposals and need no draw. An unknown line is created
// without category; an unknown enterprise or laboratory refuses the row. Same
// laboratory and report number: identical → unchanged; a pending check that got
// its conclusion → changed; anything else → REPORT_NUMBER_CONFLICT. One event
// for the checks, and one for each list proposal that follows.

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "lib/app/common/rule_book.h"
#include "lib/app/register/import.h"
#include "lib/base/civil_date.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

struct ImportResultsAnswer {
  ImportAnswer import;
  std::int32_t new_lines = 0;
  std::int32_t proposals = 0;
  // New and changed rows of failures that named no severity.
  std::int32_t severity_assumed = 0;
};

absl::StatusOr<ImportResultsAnswer> ImportResults(
    store::Transaction& tx, const RuleBook& book, CivilDate today,
    absl::Span<const CheckRow> rows);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_IMPORT_H_
