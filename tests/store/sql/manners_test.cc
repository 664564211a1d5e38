#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/source_dir.h"

// The journal is the truth only as long as nothing else changes a table: the
// words that change one stand in the files that apply events, and nowhere else.

namespace spotcheck::store {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = SourceDir();

const std::set<std::string> kChangers = {
    "lib/store/journal/journal_store.cc", "lib/store/migrations/migrations.cc",
    "lib/store/tables/apply.cc",          "lib/store/tables/calendar.cc",
    "lib/store/tables/check_change.cc",   "lib/store/tables/draw.cc",
    "lib/store/tables/report_number.cc",  "lib/store/tables/grant.cc",
    "lib/store/tables/list.cc",           "lib/store/tables/moves.cc",
    "lib/store/tables/register.cc",       "lib/store/tables/search_index.cc",
    "lib/store/tables/table.cc",          "lib/store/tables/unit.cc",
};

struct SourceFile {
  std::string name;  // from the root
  std::string text;
};

std::vector<SourceFile> Sources() {
  std::vector<SourceFile> files;
  for (const char* room : {"lib", "server", "client"}) {
    if (!fs::exists(kRoot / room)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / room)) {
      const fs::path& path = entry.path();
      if (path.extension() != ".cc" && path.extension() != ".h") continue;
      std::ifstream in(path);
      files.push_back({fs::relative(path, kRoot).generic_string(),
                       {std::istreambuf_iterator<char>(in), {}}});
    }
  }
  return files;
}

// The string literals of a file, one after the other.
std::string Literals(const std::string& text) {
  static const std::regex kLiteral(R"re("((?:[^"\\\n]|\\.)*)")re");
  std::string literals;
  for (std::sregex_iterator it(text.begin(), text.end(), kLiteral), end;
       it != end; ++it) {
    literals += (*it)[1].str();
  }
  return literals;
}

TEST(SqlManners, OnlyTheApplierChangesTables) {
  static const std::regex kChange(
      R"((INSERT\s+INTO|REPLACE\s+INTO|UPDATE\s+[a-z_]+\s+SET|DELETE\s+FROM)\b)");
  std::set<std::string> found;
  for (const SourceFile& file : Sources()) {
    if (std::regex_search(Literals(file.text), kChange))
      found.insert(file.name);
  }
  EXPECT_EQ(found, kChangers);
}

TEST(SqlManners, TheJournalIsNeverChanged) {
  static const std::regex kChange(
      R"((UPDATE|DELETE\s+FROM|REPLACE\s+INTO)\s+(journal|journal_node|sealed_payload|staged_payload)\b)");
  for (const SourceFile& file : Sources()) {
    EXPECT_FALSE(std::regex_search(Literals(file.text), kChange)) << file.name;
  }
}

TEST(SqlManners, OnlyMigrationsDefineTables) {
  static const std::regex kDefine(
      R"(\b(CREATE|ALTER|DROP)\s+(UNIQUE\s+|VIRTUAL\s+|TEMP\s+)?(TABLE|INDEX|TRIGGER|VIEW)\b)");
  for (const SourceFile& file : Sources()) {
    EXPECT_FALSE(std::regex_search(Literals(file.text), kDefine)) << file.name;
  }
}

TEST(SqlManners, OnlyOneFileKnowsSqlite) {
  static const std::set<std::string> kEngine = {
      "lib/store/sql/errors.cc", "lib/store/sql/sqlite_engine.cc",
      "lib/store/sql/sqlite_engine.h"};
  std::set<std::string> found;
  for (const SourceFile& file : Sources()) {
    if (file.text.find("<sqlite3.h>") != std::string::npos ||
        file.text.find("sqlite_engine.h\"") != std::string::npos) {
      found.insert(file.name);
    }
  }
  EXPECT_EQ(found, kEngine);
}

TEST(SqlManners, OnlyTheStoreHoldsAConnectionThatWrites) {
  for (const SourceFile& file : Sources()) {
    if (file.name.starts_with("lib/store/")) continue;
    EXPECT_EQ(file.text.find("write_connection.h"), std::string::npos)
        << file.name;
  }
}

}  // namespace
}  // namespace spotcheck::store
