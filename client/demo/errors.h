#ifndef SPOTCHECK_CLIENT_DEMO_ERRORS_H_
#define SPOTCHECK_CLIENT_DEMO_ERRORS_H_

// The errors of making demonstration data; the table in errors.cc has their
// reasons, codes and sentences.

#include <cstdint>
#include <span>
#include <string>

#include "absl/status/status.h"
#include "lib/base/error_row.h"

namespace spotcheck::client {

// The rows of the table; errors_test reads them.
std::span<const ErrorRow> DemoErrorRows();

// `enterprises` does not lie in 1…kMaxDemoEnterprises.
absl::Status DemoSizeOutOfRangeError(std::int64_t enterprises);
// The folder or a file cannot be made, or the disk is full.
absl::Status DemoWriteFailedError(const std::string& path);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_DEMO_ERRORS_H_
