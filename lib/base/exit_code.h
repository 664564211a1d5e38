#ifndef SPOTCHECK_LIB_BASE_EXIT_CODE_H_
#define SPOTCHECK_LIB_BASE_EXIT_CODE_H_

// How spotcheck and spotcheckd end: what a script can tell from the number.

#include "absl/status/status.h"

namespace spotcheck {

enum class ExitCode : int {
  kDone = 0,         // yes, or done
  kNegative = 1,     // the answer is no: listed, not eligible, not verified
  kUsage = 2,        // the command line cannot be read
  kNotFound = 3,     // what was named does not exist
  kNotAllowed = 4,   // not known, or without the right
  kConflict = 5,     // the state of things forbids it
  kUnavailable = 6,  // no answer, not in time, or data is damaged
  kBadInput = 7,     // a value or a file cannot stand
};

// The table is in the .cc file and covers every code of Abseil.
ExitCode ExitCodeFor(const absl::Status& status);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_EXIT_CODE_H_
