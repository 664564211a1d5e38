// The rooms' walls. All Debian headers share one include path, so the compiler
// lets any room include anything: this test reads the #include lines instead.

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace spotcheck {
namespace {

namespace fs = std::filesystem;

struct Include {
  std::string file;
  std::string path;
};

std::vector<Include> IncludesOf(const std::string& room) {
  std::vector<Include> includes;
  const fs::path root = fs::path(SPOTCHECK_SOURCE_DIR) / room;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".h" && extension != ".cc") continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      const auto start = line.rfind("#include ", 0);
      if (start != 0 || line.size() < 12) continue;
      const auto open = line.find_first_of("\"<");
      const auto close = line.find_first_of("\">", open + 1);
      if (close == std::string::npos) continue;
      includes.push_back({entry.path().filename().string(),
                          line.substr(open + 1, close - open - 1)});
    }
  }
  return includes;
}

bool StartsWith(const std::string& text, const std::string& prefix) {
  return text.rfind(prefix, 0) == 0;
}

// A room and what it may include of ours and of others; the standard library is
// everyone's.
struct Room {
  std::string path;
  std::vector<std::string> may;
};

const std::vector<Room>& Rooms() {
  static const std::vector<Room> rooms = {
      {"lib/base",
       {"lib/base/", "absl/", "openssl/", "utf8proc.h", "gmock/", "gtest/"}},
      {"lib/rules", {"lib/rules/", "lib/base/", "absl/", "nlohmann/"}},
      {"lib/journal", {"lib/journal/", "lib/base/", "absl/", "nlohmann/"}},
      {"lib/store",
       {"lib/store/", "lib/rules/", "lib/journal/", "lib/base/", "absl/",
        "nlohmann/", "sqlite3.h"}},
      {"lib/app",
       {"lib/app/", "lib/store/", "lib/rules/", "lib/journal/", "lib/base/",
        "absl/", "nlohmann/"}},
      {"server",
       {"server/", "lib/", "absl/", "google/", "grpc/", "grpcpp/", "spotcheck/",
        "CLI/", "openssl/", "httplib.h", "nlohmann/", "sys/", "unistd.h",
        "fcntl.h", "signal.h", "arpa/", "netinet/", "grpc++/"}},
      {"client",
       {"client/", "lib/rules/", "lib/journal/", "lib/base/", "absl/",
        "google/", "grpc/", "grpcpp/", "spotcheck/", "CLI/", "nlohmann/",
        "iconv.h", "sys/", "unistd.h", "fcntl.h", "signal.h", "utf8proc.h"}},
  };
  return rooms;
}

// A header of the standard library has neither a slash nor a .h.
bool IsStandard(const std::string& path) {
  return path.find('/') == std::string::npos &&
         path.find('.') == std::string::npos;
}

TEST(LayeringTest, EveryRoomIncludesOnlyWhatItMay) {
  for (const Room& room : Rooms()) {
    const std::vector<Include> includes = IncludesOf(room.path);
    EXPECT_FALSE(includes.empty()) << room.path;
    for (const Include& include : includes) {
      bool allowed = IsStandard(include.path);
      for (const std::string& prefix : room.may) {
        allowed |= StartsWith(include.path, prefix);
      }
      EXPECT_TRUE(allowed) << room.path << "/" << include.file << " includes "
                           << include.path;
    }
  }
}

TEST(LayeringTest, TheClientNeverSeesTheStoreOrTheApplication) {
  for (const Include& include : IncludesOf("client")) {
    EXPECT_FALSE(StartsWith(include.path, "lib/store/") ||
                 StartsWith(include.path, "lib/app/"))
        << include.file;
  }
}

// What would make a rule depend on when, where or by chance it runs.
TEST(LayeringTest, PureRoomsReachNoClockRandomnessFileOrEnvironment) {
  const std::set<std::string> banned = {"chrono",
                                        "random",
                                        "fstream",
                                        "filesystem",
                                        "cstdio",
                                        "iostream",
                                        "ctime",
                                        "thread",
                                        "mutex",
                                        "cstdlib",
                                        "lib/base/clock.h",
                                        "lib/base/entropy.h",
                                        "sqlite3.h",
                                        "absl/time/clock.h",
                                        "absl/random/random.h"};
  for (const std::string room : {"lib/rules", "lib/journal"}) {
    for (const Include& include : IncludesOf(room)) {
      EXPECT_FALSE(banned.contains(include.path))
          << room << "/" << include.file << " includes " << include.path;
      EXPECT_EQ(include.path.find(".pb.h"), std::string::npos) << include.file;
      EXPECT_EQ(include.path.find("grpc"), std::string::npos) << include.file;
    }
  }
}

TEST(LayeringTest, GeneratedHeadersStayAtTheEdge) {
  for (const std::string room :
       {"lib/base", "lib/rules", "lib/journal", "lib/store", "lib/app"}) {
    for (const Include& include : IncludesOf(room)) {
      EXPECT_EQ(include.path.find(".pb.h"), std::string::npos)
          << room << "/" << include.file;
    }
  }
}

// Sources of ours stay short enough to be read at one sitting.
TEST(LayeringTest, NoSourceFileIsLongerThanFourHundredLines) {
  constexpr int kMaxLines = 400;
  for (const std::string room : {"lib", "server", "client", "tests"}) {
    const fs::path root = fs::path(SPOTCHECK_SOURCE_DIR) / room;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cc") continue;
      std::ifstream in(entry.path());
      int lines = 0;
      for (std::string line; std::getline(in, line);) ++lines;
      EXPECT_LE(lines, kMaxLines) << entry.path();
    }
  }
}

// Every room tells a newcomer what it is.
TEST(LayeringTest, EveryRoomHasAReadme) {
  for (const std::string room :
       {"proto", "server", "client", "tests", "deploy", "lib/base", "lib/rules",
        "lib/journal", "lib/store", "lib/app", "deploy/policies"}) {
    EXPECT_TRUE(fs::exists(fs::path(SPOTCHECK_SOURCE_DIR) / room / "README.md"))
        << room;
  }
}

}  // namespace
}  // namespace spotcheck
