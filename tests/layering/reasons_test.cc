// A reason is what programs tell errors by: one reason with two meanings would
// make two cases one. The test reads the files that name the errors.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>

#include "gtest/gtest.h"
#include "tests/source_dir.h"

namespace spotcheck {
namespace {

namespace fs = std::filesystem;

// Reasons that two rooms give with one meaning.
const std::set<std::string> kShared = {
    // Each binary says them of its own files.
    "FILE_EXISTS",
    "FILE_NOT_READABLE",
    "FILE_NOT_WRITABLE",
    "FILE_TOO_LARGE",
    // The same person may not do both, of a draw and of a list entry.
    "SAME_PERSON",
    // The client refuses the report before it is sent.
    "TOO_MANY_ITEMS",
};

// The files that give each reason, by the reason.
std::map<std::string, std::set<std::string>> GiversByReason() {
  static const std::regex kReason(
      R"re("([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?::[a-z]+)?",?\s)re");
  std::map<std::string, std::set<std::string>> givers;
  const fs::path root = SourceDir();
  for (const char* room : {"lib", "server", "client"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
      const std::string name = entry.path().filename().string();
      if (entry.path().extension() != ".cc") continue;
      if (name.find("error") == std::string::npos) continue;
      std::ifstream in(entry.path());
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      for (std::sregex_iterator it(text.begin(), text.end(), kReason), end;
           it != end; ++it) {
        givers[(*it)[1].str()].insert(
            fs::relative(entry.path(), root).generic_string());
      }
    }
  }
  return givers;
}

TEST(Reasons, EachHasOneHome) {
  const auto givers = GiversByReason();
  EXPECT_GT(givers.size(), 200u);
  for (const auto& [reason, files] : givers) {
    EXPECT_EQ(files.size() > 1, kShared.contains(reason))
        << reason << " is given by " << ::testing::PrintToString(files);
  }
}

}  // namespace
}  // namespace spotcheck
