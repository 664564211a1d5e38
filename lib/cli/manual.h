#ifndef SPOTCHECK_LIB_CLI_MANUAL_H_
#define SPOTCHECK_LIB_CLI_MANUAL_H_

// Makes the manual page of a program from its commands and options, so that the
// page never says anything else than --help does.

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "lib/cli/language.h"

namespace spotcheck {

// Says what the exit codes of both programs mean, one line each.
std::string FormatExitCodes(Language language);

struct ManualEntry {
  std::string term;
  std::string text;
};
// A manual page tells these facts, which the tree of commands does not know.
struct ManualFacts {
  int section = 1;
  Language language = Language::kEn;
  std::vector<ManualEntry> environment;
  std::vector<ManualEntry> files;
  std::vector<std::string> see_also;  // e.g. "spotcheckd(8)"
};

// The page in the man macros of roff, in UTF-8.
std::string ManualPage(const CLI::App& root, const ManualFacts& facts);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_CLI_MANUAL_H_
