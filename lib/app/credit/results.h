#ifndef SPOTCHECK_LIB_APP_CREDIT_RESULTS_H_
#define SPOTCHECK_LIB_APP_CREDIT_RESULTS_H_

// Lists the results of checks by filters. Whoever may call this learns which
// enterprises a task has drawn, as soon as their results are in: the edge
// leaves it to the office. Errors: INVALID_PAGE_*, UNKNOWN_CATEGORY.

#include <string>

#include "absl/status/statusor.h"
#include "lib/app/common/page.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/checks.h"

namespace spotcheck::app {

struct ResultsQuery {
  int page_size = 0;
  std::string page_token;
  store::CheckQuery filter;  // without its place and limit
};
// Answers the checks that fit every filter, the oldest sampling day first.
absl::StatusOr<Page<store::StoredCheck>> ListResults(const store::View& view,
                                                     const ResultsQuery& query);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_RESULTS_H_
