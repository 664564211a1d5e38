#ifndef SPOTCHECK_SERVER_COMMAND_LINE_H_
#define SPOTCHECK_SERVER_COMMAND_LINE_H_

#include "server/commands.h"

namespace spotcheck::server {

// Reads the arguments, runs the command they name and answers how the process
// ends: kUsage where the command line cannot be read. Help is in the terminal's
// language.
ExitCode RunCommandLine(int argc, const char* const* argv,
                        const Terminal& terminal);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_COMMAND_LINE_H_
