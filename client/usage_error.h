#ifndef SPOTCHECK_CLIENT_USAGE_ERROR_H_
#define SPOTCHECK_CLIENT_USAGE_ERROR_H_

// Says in both languages what is wrong with a command line, and names the help
// that shows the right form. The exit code is 2, whatever the status's code.

#include <CLI/CLI.hpp>

#include "absl/status/status.h"

namespace spotcheck::client {

// Every error is INVALID_ARGUMENT: COMMAND_MISSING, UNKNOWN_COMMAND,
// UNEXPECTED_ARGUMENT, ARGUMENT_MISSING, ARGUMENT_REPEATED, VALUE_MISSING,
// VALUE_INVALID, ARGUMENTS_CONFLICT, and USAGE for a mistake that only CLI11
// can describe. The metadata are `argument` and `help`. `root` is the parser
// that has just thrown the error.
absl::Status UsageError(const CLI::ParseError& error, const CLI::App& root);

// PART_OF_JSON: --part cannot be combined with the output form json.
absl::Status PartOfJsonError();

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_USAGE_ERROR_H_
