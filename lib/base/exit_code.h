#ifndef SPOTCHECK_LIB_BASE_EXIT_CODE_H_
#define SPOTCHECK_LIB_BASE_EXIT_CODE_H_

// spotcheck and spotcheckd end with one of these numbers, for scripts.

#include "absl/status/status.h"

namespace spotcheck {

enum class ExitCode : int {
  kDone = 0,         // the answer is yes, or the work is done
  kNegative = 1,     // the answer is no: listed, not eligible, not verified
  kUsage = 2,        // the command line cannot be read
  kNotFound = 3,     // the named thing does not exist
  kNotAllowed = 4,   // the caller is unknown or lacks the right
  kConflict = 5,     // the present state forbids it
  kUnavailable = 6,  // no answer came in time, or data is damaged
  kBadInput = 7,     // a value or a file is wrong
};

// The table is in the .cc file and covers every code of Abseil.
ExitCode ExitCodeFor(const absl::Status& status);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_EXIT_CODE_H_
