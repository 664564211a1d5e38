#ifndef SPOTCHECK_LIB_CLI_ERRORS_H_
#define SPOTCHECK_LIB_CLI_ERRORS_H_

// The errors of writing to a terminal, a pipe or the file behind standard
// output; both end with exit code 6.

#include <span>

#include "absl/status/status.h"
#include "lib/base/error_row.h"

namespace spotcheck {

// The table, for its test.
std::span<const ErrorRow> CliErrorRows();

// `fault` is the errno.
absl::Status OutputNotWritableError(int fault);
// The reader of the output went away, as `head` does. The programs say nothing
// then.
absl::Status OutputClosedError();
bool IsOutputClosed(const absl::Status& status);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_CLI_ERRORS_H_
