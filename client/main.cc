
#include <cstdlib>
#include <string>
#include <vector>

#include "client/program.h"
#include "lib/cli/output.h"

int main(int argc, char** argv) {
  // The program says in its own words what went wrong, so gRPC's lines are off.
  // A value that the caller's environment sets is kept.
  setenv("GRPC_VERBOSITY", "NONE", 0);
  spotcheck::SurviveClosedPipes();
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const spotcheck::SystemClock clock;
  spotcheck::SystemEntropy entropy;
  return static_cast<int>(
      spotcheck::client::RunProgram(arguments, clock, entropy));
}
