#include "lib/base/exit_code.h"

#include "lib/base/error.h"

namespace spotcheck {

ExitCode ExitCodeFor(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kOk:
      return ExitCode::kDone;
    case absl::StatusCode::kNotFound:
      return ExitCode::kNotFound;
    case absl::StatusCode::kPermissionDenied:
    case absl::StatusCode::kUnauthenticated:
      return ExitCode::kNotAllowed;
    case absl::StatusCode::kAlreadyExists:
    case absl::StatusCode::kAborted:
    case absl::StatusCode::kFailedPrecondition:
      return ExitCode::kConflict;
    case absl::StatusCode::kInvalidArgument:
    case absl::StatusCode::kOutOfRange:
      return ExitCode::kBadInput;
    case absl::StatusCode::kResourceExhausted:
      // gRPC itself gives this code, without a reason of ours, for a message
      // that is too large. A busy server or a full disk has a reason of ours.
      return ErrorReason(status) == absl::StatusCodeToString(status.code())
                 ? ExitCode::kBadInput
                 : ExitCode::kUnavailable;
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kDeadlineExceeded:
    case absl::StatusCode::kCancelled:
    case absl::StatusCode::kUnknown:
    case absl::StatusCode::kInternal:
    case absl::StatusCode::kUnimplemented:
    case absl::StatusCode::kDataLoss:
      return ExitCode::kUnavailable;
    default:  // Abseil reserves the right to add codes
      return ExitCode::kUnavailable;
  }
}

}  // namespace spotcheck
