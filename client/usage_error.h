#ifndef SPOTCHECK_CLIENT_USAGE_ERROR_H_
#define SPOTCHECK_CLIENT_USAGE_ERROR_H_

// What is wrong with a command line, in both languages, with the help that says
// how it would be right. The exit code is 2, whatever the status's code.

#include <CLI/CLI.hpp>

#include "absl/status/status.h"

namespace spotcheck::client {

// INVALID_ARGUMENT: COMMAND_MISSING, UNKNOWN_COMMAND, UNEXPECTED_ARGUMENT,
// ARGUMENT_MISSING, ARGUMENT_REPEATED, VALUE_MISSING, VALUE_INVALID,
// ARGUMENTS_CONFLICT, and USAGE for what the parser alone knows; metadata
// `argument` and `help`. `root` has just thrown the error.
absl::Status UsageError(const CLI::ParseError& error, const CLI::App& root);

// --part goes with one form only. PART_OF_JSON.
absl::Status PartOfJsonError();

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_USAGE_ERROR_H_
