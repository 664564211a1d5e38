#ifndef SPOTCHECK_LIB_BASE_ERROR_KINDS_H_
#define SPOTCHECK_LIB_BASE_ERROR_KINDS_H_

// MakeError with the codes that most errors have; for the rooms' errors.cc.

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "lib/base/error.h"

namespace spotcheck::error_kinds {

// INVALID_ARGUMENT: the input is wrong whatever stands in the tables.
inline absl::Status Invalid(std::string reason, Localized message,
                            ErrorMetadata metadata = {}) {
  return MakeError(absl::StatusCode::kInvalidArgument, std::move(reason),
                   std::move(message), std::move(metadata));
}
// FAILED_PRECONDITION: not as things stand.
inline absl::Status Refused(std::string reason, Localized message,
                            ErrorMetadata metadata = {}) {
  return MakeError(absl::StatusCode::kFailedPrecondition, std::move(reason),
                   std::move(message), std::move(metadata));
}
// NOT_FOUND
inline absl::Status NotFound(std::string reason, Localized message,
                             ErrorMetadata metadata = {}) {
  return MakeError(absl::StatusCode::kNotFound, std::move(reason),
                   std::move(message), std::move(metadata));
}

}  // namespace spotcheck::error_kinds

#endif  // SPOTCHECK_LIB_BASE_ERROR_KINDS_H_
