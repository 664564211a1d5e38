
#include <cstdlib>
#include <iostream>

#include "server/command_line.h"

int main(int argc, char** argv) {
  // One log, in one form; gRPC's own lines only where they are asked for.
  setenv("GRPC_VERBOSITY", "NONE", 0);
  using spotcheck::server::ChooseLanguage;
  return static_cast<int>(spotcheck::server::RunCommandLine(
      argc, argv, {std::cout, std::cerr, ChooseLanguage()}));
}
