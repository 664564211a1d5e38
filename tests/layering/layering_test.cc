// The rooms' walls. All Debian headers share one include path, so the compiler
// lets any room include anything: this test reads the #include lines instead.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/source_dir.h"

namespace spotcheck {
namespace {

namespace fs = std::filesystem;

struct Include {
  std::string file;    // its name
  std::string folder;  // from the root of the checkout
  std::string path;
};

std::vector<Include> IncludesOf(const std::string& room) {
  std::vector<Include> includes;
  const fs::path root = fs::path(SourceDir()) / room;
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
      includes.push_back(
          {entry.path().filename().string(),
           fs::relative(entry.path().parent_path(), fs::path(SourceDir()))
               .generic_string(),
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
       {"lib/base/", "absl/", "nlohmann/", "openssl/", "utf8proc.h",
        "sys/stat.h", "unistd.h", "fcntl.h", "gmock/", "gtest/"}},
      {"lib/cli", {"lib/cli/", "lib/base/", "absl/", "CLI/"}},
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
       {"client/",     "lib/cli/",  "lib/rules/", "lib/journal/", "lib/base/",
        "absl/",       "google/",   "grpc/",      "grpcpp/",      "spotcheck/",
        "CLI/",        "nlohmann/", "iconv.h",    "sys/",         "unistd.h",
        "fcntl.h",     "signal.h",  "utf8proc.h", "zip.h",        "expat.h",
        "xlsxwriter.h"}},
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

// A sub-room and the sub-rooms of its own room that it may include. A room's
// sub-rooms stand from the ground up: a row names only rows above it.
struct SubRoom {
  std::string path;
  std::vector<std::string> may;
};

const std::vector<SubRoom>& SubRooms() {
  static const std::vector<SubRoom> rooms = {
      {"lib/rules/draw", {}},
      {"lib/rules/bundle", {"lib/rules/draw"}},
      {"lib/rules/law", {"lib/rules/draw"}},
      {"lib/rules/register", {}},

      {"lib/store/sql", {}},
      {"lib/store/migrations", {"lib/store/sql"}},
      {"lib/store/events", {"lib/store/sql"}},
      {"lib/store/tables", {"lib/store/sql", "lib/store/events"}},
      {"lib/store/journal",
       {"lib/store/sql", "lib/store/migrations", "lib/store/events",
        "lib/store/tables"}},
      {"lib/store/read",
       {"lib/store/sql", "lib/store/events", "lib/store/tables",
        "lib/store/journal"}},
      {"lib/store/verify",
       {"lib/store/sql", "lib/store/migrations", "lib/store/events",
        "lib/store/tables", "lib/store/journal"}},

      {"lib/app/common", {}},
      {"lib/app/calendar", {"lib/app/common"}},
      {"lib/app/journal", {"lib/app/common"}},
      {"lib/app/register", {"lib/app/common"}},
      {"lib/app/credit",
       {"lib/app/common", "lib/app/journal", "lib/app/register"}},
      {"lib/app/draw", {"lib/app/common", "lib/app/journal", "lib/app/credit"}},
      {"lib/app/report", {"lib/app/common", "lib/app/draw"}},

      {"server/setup", {}},
      {"server/identity", {"server/setup"}},
      {"server/convert", {}},
      {"server/rulebook",
       {"server/setup", "server/identity", "server/convert"}},
      {"server/rpc", {"server/setup", "server/identity", "server/convert"}},
      {"server",
       {"server/setup", "server/identity", "server/convert", "server/rulebook",
        "server/rpc"}},

      {"client/demo", {}},
      {"client/xlsx", {}},
      {"client/io", {"client/xlsx"}},
      {"client/witness", {"client/io"}},
      {"client", {"client/io"}},
      {"client/import", {"client", "client/io", "client/xlsx"}},
      {"client/verify", {"client", "client/io"}},
      {"client/commands",
       {"client", "client/demo", "client/import", "client/io", "client/verify",
        "client/witness"}},
  };
  return rooms;
}

// True if the folder stands in a room that is divided.
bool IsDivided(const std::string& folder) {
  for (const std::string room :
       {"lib/rules", "lib/store", "lib/app", "server", "client"}) {
    if (folder == room || StartsWith(folder, room + "/")) return true;
  }
  return false;
}

const SubRoom* FindSubRoom(const std::string& folder) {
  for (const SubRoom& room : SubRooms()) {
    if (room.path == folder) return &room;
  }
  return nullptr;
}

// The program is put together in these files alone.
bool IsTopOfTheClient(const Include& include) {
  return include.folder == "client" &&
         (include.file == "program.cc" || include.file == "main.cc");
}

TEST(LayeringTest, EverySubRoomIncludesOnlySubRoomsBelowIt) {
  for (const Room& room : Rooms()) {
    for (const Include& include : IncludesOf(room.path)) {
      if (!IsDivided(include.folder) || IsTopOfTheClient(include)) continue;
      const SubRoom* from = FindSubRoom(include.folder);
      ASSERT_NE(from, nullptr) << include.folder << " is no known sub-room";
      const std::string to =
          include.path.substr(0, include.path.find_last_of('/'));
      if (!StartsWith(to, room.path) || to == from->path) continue;
      EXPECT_NE(std::find(from->may.begin(), from->may.end(), to),
                from->may.end())
          << include.folder << "/" << include.file << " includes "
          << include.path;
    }
  }
}

TEST(LayeringTest, TheTableOfSubRoomsHasNoArrowBackUp) {
  std::set<std::string> above;
  for (const SubRoom& room : SubRooms()) {
    for (const std::string& path : room.may) {
      EXPECT_TRUE(above.contains(path)) << room.path << " names " << path;
    }
    above.insert(room.path);
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
  for (const std::string room : {"lib/base", "lib/cli", "lib/rules",
                                 "lib/journal", "lib/store", "lib/app"}) {
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
    const fs::path root = fs::path(SourceDir()) / room;
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
       {"proto", "server", "client", "tests", "deploy", "lib/base", "lib/cli",
        "lib/rules", "lib/journal", "lib/store", "lib/app",
        "deploy/policies"}) {
    EXPECT_TRUE(fs::exists(fs::path(SourceDir()) / room / "README.md")) << room;
  }
  for (const SubRoom& room : SubRooms()) {
    EXPECT_TRUE(fs::exists(fs::path(SourceDir()) / room.path / "README.md"))
        << room.path;
  }
}

}  // namespace
}  // namespace spotcheck
