#ifndef SPOTCHECK_LIB_BASE_STATUS_MATCHERS_H_
#define SPOTCHECK_LIB_BASE_STATUS_MATCHERS_H_

// IsOk(), StatusIs(code), StatusReasonIs(reason) and IsOkAndHolds(m) for tests,
// spelled as in later Abseil releases, which Debian 12 does not ship.

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/error.h"

namespace spotcheck::testing {

inline const absl::Status& StatusOf(const absl::Status& status) {
  return status;
}
template <typename T>
const absl::Status& StatusOf(const absl::StatusOr<T>& result) {
  return result.status();
}

MATCHER(IsOk, "is OK") {
  *result_listener << StatusOf(arg).ToString();
  return StatusOf(arg).ok();
}

MATCHER_P(StatusIs, code, "has the status code") {
  *result_listener << StatusOf(arg).ToString();
  return StatusOf(arg).code() == code;
}

// Compares the reason of an error that MakeError made.
MATCHER_P(StatusReasonIs, reason, "has the reason") {
  *result_listener << StatusOf(arg).ToString();
  return ErrorReason(StatusOf(arg)) == std::string(reason);
}

MATCHER_P(IsOkAndHolds, inner, "is OK and holds a matching value") {
  if (!arg.ok()) {
    *result_listener << arg.status().ToString();
    return false;
  }
  return ::testing::ExplainMatchResult(inner, arg.value(), result_listener);
}

}  // namespace spotcheck::testing

#define EXPECT_OK(expr) EXPECT_THAT((expr), ::spotcheck::testing::IsOk())
#define ASSERT_OK(expr) ASSERT_THAT((expr), ::spotcheck::testing::IsOk())
#define ASSERT_OK_AND_ASSIGN(lhs, expr)                                        \
  SPOTCHECK_ASSERT_OK_AND_ASSIGN_(SPOTCHECK_TEST_CONCAT_(statusor_, __LINE__), \
                                  lhs, expr)
#define SPOTCHECK_TEST_CONCAT_INNER_(a, b) a##b
#define SPOTCHECK_TEST_CONCAT_(a, b) SPOTCHECK_TEST_CONCAT_INNER_(a, b)
#define SPOTCHECK_ASSERT_OK_AND_ASSIGN_(statusor, lhs, expr) \
  auto statusor = (expr);                                    \
  ASSERT_OK(statusor);                                       \
  lhs = std::move(statusor).value()

#endif  // SPOTCHECK_LIB_BASE_STATUS_MATCHERS_H_
