#ifndef SPOTCHECK_LIB_CLI_USAGE_ERROR_H_
#define SPOTCHECK_LIB_CLI_USAGE_ERROR_H_

// Says in both languages what is wrong with a command line, and names the help
// that shows the right form. The exit code is 2, whatever the status's code.

#include <CLI/CLI.hpp>
#include <string>

#include "absl/status/status.h"
#include "lib/base/error.h"

namespace spotcheck {

// Every error is INVALID_ARGUMENT: COMMAND_MISSING, UNKNOWN_COMMAND,
// UNEXPECTED_ARGUMENT, ARGUMENT_MISSING, ARGUMENT_REPEATED, VALUE_MISSING,
// VALUE_INVALID, ARGUMENTS_CONFLICT, and USAGE for a mistake that only CLI11
// can describe. The metadata are `argument`, `help`, and `meant` where a near
// word is known. `root` is the parser that has just thrown the error.
absl::Status UsageError(const CLI::ParseError& error, const CLI::App& root);

// Help was asked for of a command that does not exist, as in `draw shwo
// --help`, which the parser answers with the help of the group:
// UNKNOWN_COMMAND. Ok for any other line.
absl::Status UnknownCommandError(const CLI::App& root);

// ARGUMENT_MISSING and ARGUMENTS_CONFLICT for options that CLI11 cannot compare
// by itself; `given` is an option with its value.
struct OptionPair {
  Localized given;
  std::string other;
};
absl::Status OptionNeededError(const OptionPair& options, const CLI::App& root);
absl::Status OptionsConflictError(const OptionPair& options,
                                  const CLI::App& root);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_CLI_USAGE_ERROR_H_
