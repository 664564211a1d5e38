#include <string>
#include <vector>

#include "client/program.h"

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const spotcheck::SystemClock clock;
  spotcheck::SystemEntropy entropy;
  return static_cast<int>(
      spotcheck::client::RunProgram(arguments, clock, entropy));
}
