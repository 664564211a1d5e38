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
    // The client's sentence names --yes.
    "FILE_EXISTS",
    // The same person may not do both, of a draw and of a list entry.
    "SAME_PERSON",
    // The client refuses the report before it is sent.
    "TOO_MANY_ITEMS",
};

using ByReason = std::map<std::string, std::set<std::string>>;

// The texts of the files that name the errors, by path.
std::map<std::string, std::string> ErrorFiles() {
  std::map<std::string, std::string> files;
  const fs::path root = SourceDir();
  for (const char* room : {"lib", "server", "client"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
      const std::string name = entry.path().filename().string();
      if (entry.path().extension() != ".cc") continue;
      if (name.find("error") == std::string::npos) continue;
      std::ifstream in(entry.path());
      files[fs::relative(entry.path(), root).generic_string()] =
          std::string{std::istreambuf_iterator<char>(in), {}};
    }
  }
  return files;
}

// The files that give each reason, by the reason.
ByReason GiversByReason() {
  static const std::regex kReason(
      R"re("([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?::[a-z]+)?",?\s)re");
  ByReason givers;
  for (const auto& [path, text] : ErrorFiles()) {
    for (std::sregex_iterator it(text.begin(), text.end(), kReason), end;
         it != end; ++it) {
      givers[(*it)[1].str()].insert(path);
    }
  }
  return givers;
}

// The codes that the rows of the tables give each reason.
ByReason CodesByReason() {
  static const std::regex kRow(
      R"re(\{"([A-Z0-9_]+)(?::[a-z]+)?",\s+(k[A-Za-z]+),)re");
  ByReason codes;
  for (const auto& [path, text] : ErrorFiles()) {
    for (std::sregex_iterator it(text.begin(), text.end(), kRow), end;
         it != end; ++it) {
      codes[(*it)[1].str()].insert((*it)[2].str());
    }
  }
  return codes;
}

TEST(Reasons, EachHasOneHome) {
  const auto givers = GiversByReason();
  EXPECT_GT(givers.size(), 200u);
  for (const auto& [reason, files] : givers) {
    EXPECT_EQ(files.size() > 1, kShared.contains(reason))
        << reason << " is given by " << ::testing::PrintToString(files);
  }
}

TEST(Reasons, EachHasOneCode) {
  const auto by_reason = CodesByReason();
  EXPECT_GT(by_reason.size(), 250u);
  for (const auto& [reason, codes] : by_reason) {
    EXPECT_EQ(codes.size(), 1u)
        << reason << " has " << ::testing::PrintToString(codes);
  }
}

}  // namespace
}  // namespace spotcheck
