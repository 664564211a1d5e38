#ifndef SPOTCHECK_LIB_APP_CREDIT_RECORD_MANY_H_
#define SPOTCHECK_LIB_APP_CREDIT_RECORD_MANY_H_

// Records many results of one task, each as RecordResult does and each by
// itself: a bad row is refused and does not stop the others. A row whose result
// stands already is unchanged. Errors of the call: TOO_MANY_ROWS.

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "lib/app/common/rule_book.h"
#include "lib/app/credit/import.h"
#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/store/events/records.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

// A row as it was typed. The line is named by its id or by the product's texts.
struct ResultRow {
  std::int32_t row = 0;
  std::string usci;
  std::string line_id;
  std::string product_name;
  std::string standard;
  std::string trademark;
  std::string model;
  std::string sampled;
  std::string verdict;
  std::string severity;
  std::string report_no;
  std::string explanation;
  std::vector<store::TestItem> items;
};
struct ResultsOfTask {
  TaskId task;
  std::vector<ResultRow> rows;
};
absl::StatusOr<ImportResultsAnswer> RecordResults(store::Transaction& tx,
                                                  const RuleBook& book,
                                                  CivilDate today,
                                                  const ResultsOfTask& results);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_RECORD_MANY_H_
