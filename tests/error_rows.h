#ifndef SPOTCHECK_TESTS_ERROR_ROWS_H_
#define SPOTCHECK_TESTS_ERROR_ROWS_H_

// For each room's test of its table of errors.

#include <span>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "lib/base/error_row.h"

namespace spotcheck {

// The rows of `rows` that no error of `errors` comes from, by key.
std::vector<std::string> RowsThatNeverCome(
    std::span<const ErrorRow> rows, const std::vector<absl::Status>& errors);

// The errors that come from no row or have a place that was not filled. The
// values given by the test must not hold braces.
std::vector<std::string> ErrorsWithoutRow(
    std::span<const ErrorRow> rows, const std::vector<absl::Status>& errors);

}  // namespace spotcheck

#endif  // SPOTCHECK_TESTS_ERROR_ROWS_H_
