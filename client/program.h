#ifndef SPOTCHECK_CLIENT_PROGRAM_H_
#define SPOTCHECK_CLIENT_PROGRAM_H_

// The whole program apart from its process: it takes the arguments and answers
// the exit code.

#include <string>
#include <vector>

#include "client/io/options.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "lib/base/exit_code.h"

namespace spotcheck::client {

// Writes answers to standard output and everything else to standard error.
ExitCode RunProgram(const std::vector<std::string>& arguments,
                    const Clock& clock, Entropy& entropy);

// Formats the error in the language and form of the options, as one line or as
// one object: {"error": {"reason", "message_zh", "message_en", "metadata"}}.
std::string FormatError(const absl::Status& status,
                        const GlobalOptions& options);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_PROGRAM_H_
