#include <iostream>

#include "server/command_line.h"

int main(int argc, char** argv) {
  using spotcheck::server::ChooseLanguage;
  return spotcheck::server::RunCommandLine(
      argc, argv, {std::cout, std::cerr, ChooseLanguage()});
}
