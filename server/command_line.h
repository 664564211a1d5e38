#ifndef SPOTCHECK_SERVER_COMMAND_LINE_H_
#define SPOTCHECK_SERVER_COMMAND_LINE_H_

#include <CLI/CLI.hpp>
#include <functional>

#include "server/commands.h"

namespace spotcheck::server {

// Reads the arguments, runs the command, answers how the process ends: kUsage
// for a line that cannot be read. Help and errors are in the language of
// --lang, else the terminal's.
ExitCode RunCommandLine(int argc, const char* const* argv,
                        const Terminal& terminal);

// The commands with their options, as the tests and the manual read them.
void VisitCommandTree(Language language,
                      const std::function<void(const CLI::App&)>& visit);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_COMMAND_LINE_H_
