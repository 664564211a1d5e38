#ifndef SPOTCHECK_LIB_CLI_OUTPUT_H_
#define SPOTCHECK_LIB_CLI_OUTPUT_H_

#include <ostream>
#include <string_view>

#include "absl/status/status.h"

namespace spotcheck {

// A closed pipe becomes an error of the write instead of the end of the
// process, which would leave files half written. Call it first in main.
void SurviveClosedPipes();

// Writes the text and hands it to the system at once. OUTPUT_NOT_WRITABLE where
// not all of it could be written, OUTPUT_CLOSED where nobody reads any more.
absl::Status WriteText(std::ostream& out, std::string_view text);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_CLI_OUTPUT_H_
