#ifndef SPOTCHECK_CLIENT_DEMO_ERRORS_H_
#define SPOTCHECK_CLIENT_DEMO_ERRORS_H_

// The errors of making demonstration data.

#include <cstdint>
#include <string>

#include "absl/status/status.h"

namespace spotcheck::client {

// DEMO_SIZE_OUT_OF_RANGE, INVALID_ARGUMENT: not 1…kMaxDemoEnterprises.
absl::Status DemoSizeOutOfRangeError(std::int64_t enterprises);
// DEMO_WRITE_FAILED, FAILED_PRECONDITION: the folder or a file cannot be made,
// or the disk is full.
absl::Status DemoWriteFailedError(const std::string& path);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_DEMO_ERRORS_H_
