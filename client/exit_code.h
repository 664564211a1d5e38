#ifndef SPOTCHECK_CLIENT_EXIT_CODE_H_
#define SPOTCHECK_CLIENT_EXIT_CODE_H_

// What a script can tell from how the program ended.

#include "absl/status/status.h"

namespace spotcheck::client {

enum class ExitCode : int {
  kDone = 0,         // yes, or done
  kNegative = 1,     // the answer is no: listed, not eligible, not verified
  kUsage = 2,        // the command line cannot be read
  kNotFound = 3,     // what was named does not exist
  kNotAllowed = 4,   // not known, or without the right
  kConflict = 5,     // the state of things forbids it
  kUnavailable = 6,  // no answer, or not in time
  kBadInput = 7,     // a value or a file cannot stand
};

// The table is in the .cc file and covers every code of Abseil.
ExitCode ExitCodeFor(const absl::Status& status);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_EXIT_CODE_H_
