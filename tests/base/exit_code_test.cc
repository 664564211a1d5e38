#include "lib/base/exit_code.h"

#include "gtest/gtest.h"
#include "lib/base/error.h"

namespace spotcheck {
namespace {

TEST(ExitCodeTest, EveryStatusCodeHasItsExitCode) {
  using Code = absl::StatusCode;
  const struct {
    Code status;
    int exit;
  } kTable[] = {
      {Code::kOk, 0},
      {Code::kNotFound, 3},
      {Code::kPermissionDenied, 4},
      {Code::kUnauthenticated, 4},
      {Code::kAlreadyExists, 5},
      {Code::kAborted, 5},
      {Code::kFailedPrecondition, 5},
      {Code::kUnavailable, 6},
      {Code::kDeadlineExceeded, 6},
      {Code::kCancelled, 6},
      {Code::kUnknown, 6},
      {Code::kInternal, 6},
      {Code::kUnimplemented, 6},
      {Code::kDataLoss, 6},
      {Code::kInvalidArgument, 7},
      {Code::kOutOfRange, 7},
      {Code::kResourceExhausted, 7},
  };
  for (const auto& row : kTable) {
    EXPECT_EQ(static_cast<int>(ExitCodeFor(absl::Status(row.status, "x"))),
              row.exit)
        << absl::StatusCodeToString(row.status);
  }
}

TEST(ExitCodeTest, AServerThatIsBusyIsNoBadInput) {
  EXPECT_EQ(ExitCodeFor(MakeError(absl::StatusCode::kResourceExhausted,
                                  "TOO_MANY_LONG_READS", {"忙", "busy"})),
            ExitCode::kUnavailable);
}

}  // namespace
}  // namespace spotcheck
