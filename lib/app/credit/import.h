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

// As typed.
struct CheckRow {
  std::int32_t row = 0;
  std::string usci;
  std::string product_name;
  std::string standard;
  std::string trademark;
  std::string model;
  std::string authority;
  std::string level;
  std::string sampled;  // 2017-05-17, 2017/5/17, 2017.5.17, 2017年5月17日
  std::string verdict;  // 合格, 不合格, 检验中 …, PASS, FAIL, PENDING
  std::string report_no;
  std::string lab;       // the laboratory's code
  std::string severity;  // 严重, 一般 …; a failure without it is general
};

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
