
#include <cstdlib>
#include <iostream>

#include "lib/cli/output.h"
#include "server/command_line.h"

int main(int argc, char** argv) {
  // The log has one form, so gRPC's own lines are off unless the caller's
  // environment asks for them.
  setenv("GRPC_VERBOSITY", "NONE", 0);
  spotcheck::SurviveClosedPipes();
  return static_cast<int>(spotcheck::server::RunCommandLine(
      argc, argv, {std::cout, std::cerr, spotcheck::LanguageOfLocale()}));
}
