#ifndef SPOTCHECK_LIB_BASE_STATUS_MACROS_H_
#define SPOTCHECK_LIB_BASE_STATUS_MACROS_H_

// RETURN_IF_ERROR(expr) and ASSIGN_OR_RETURN(lhs, expr) are spelled as in later
// Abseil releases, which Debian 12 does not ship.

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

#define SPOTCHECK_CONCAT_INNER_(a, b) a##b
#define SPOTCHECK_CONCAT_(a, b) SPOTCHECK_CONCAT_INNER_(a, b)

#define RETURN_IF_ERROR(expr)                                     \
  do {                                                            \
    if (absl::Status status_macro = (expr); !status_macro.ok()) { \
      return status_macro;                                        \
    }                                                             \
  } while (false)

#define ASSIGN_OR_RETURN(lhs, expr) \
  SPOTCHECK_ASSIGN_OR_RETURN_(SPOTCHECK_CONCAT_(statusor_, __LINE__), lhs, expr)

#define SPOTCHECK_ASSIGN_OR_RETURN_(statusor, lhs, expr) \
  auto statusor = (expr);                                \
  if (!statusor.ok()) {                                  \
    return statusor.status();                            \
  }                                                      \
  lhs = std::move(statusor).value()

#endif  // SPOTCHECK_LIB_BASE_STATUS_MACROS_H_
