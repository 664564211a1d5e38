#ifndef SPOTCHECK_CLIENT_PROGRAM_H_
#define SPOTCHECK_CLIENT_PROGRAM_H_

// The whole program but for its process: arguments in, exit code out.

#include <string>
#include <vector>

#include "client/io/options.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "lib/base/exit_code.h"

namespace spotcheck::client {

// Answers go to standard output, everything else to standard error.
ExitCode RunProgram(const std::vector<std::string>& arguments,
                    const Clock& clock, Entropy& entropy);

// The error in the language and form of the options, one line or one object:
// {"error": {"reason", "message_zh", "message_en", "metadata"}}.
std::string FormatError(const absl::Status& status,
                        const GlobalOptions& options);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_PROGRAM_H_
