#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "lib/store/migrations/migrations.h"
#include "lib/store/sql/write_connection.h"
#include "tests/source_dir.h"

// Every query of the room, planned by the engine on the real schema: none
// reads a whole table row by row, but for those that are meant to.

namespace spotcheck::store {
namespace {

namespace fs = std::filesystem;

// What reads everything on purpose, by the beginning of its text.
const std::vector<std::string> kReadsAll = {
    // Tasks are few, and it is asked once, where one more is made.
    "SELECT DISTINCT authority FROM task",
    // Verification.
    "SELECT leaf_index FROM request",
};

std::string Literals(const std::string& text) {
  static const std::regex kLiteral(R"re("((?:[^"\\\n]|\\.)*)")re");
  std::string literals;
  for (std::sregex_iterator it(text.begin(), text.end(), kLiteral), end;
       it != end; ++it) {
    literals += (*it)[1].str();
  }
  return literals;
}

// The file's macros of columns, by name.
std::map<std::string, std::string> Macros(const std::string& text) {
  static const std::regex kMacro(R"(#define (SPOTCHECK_\w+)((?:.*\\\n)*.*\n))");
  std::map<std::string, std::string> macros;
  for (std::sregex_iterator it(text.begin(), text.end(), kMacro), end;
       it != end; ++it) {
    macros[(*it)[1].str()] = "\"" + Literals((*it)[2].str()) + "\"";
  }
  return macros;
}

std::vector<std::string> StatementsOf(const std::string& text) {
  static const std::regex kStatement(
      R"(static constexpr char k\w+\[\] =\s*([^;]+);)");
  static const std::regex kParameter(R"(\$\w+)");
  std::vector<std::string> statements;
  for (std::sregex_iterator it(text.begin(), text.end(), kStatement), end;
       it != end; ++it) {
    std::string body = (*it)[1].str();
    for (const auto& [name, literal] : Macros(text)) {
      body = std::regex_replace(body, std::regex(name), literal);
    }
    const std::string sql = Literals(body);
    if (!sql.starts_with("SELECT ")) continue;
    statements.push_back(std::regex_replace(sql, kParameter, "'x'"));
  }
  return statements;
}

bool ReadsAllOnPurpose(const std::string& sql) {
  for (const std::string& beginning : kReadsAll) {
    if (sql.starts_with(beginning)) return true;
  }
  return false;
}

TEST(QueryPlan, NoQueryReadsAWholeTableRowByRow) {
  static const std::regex kScan("SCAN [a-z_]+");
  static const std::set<std::string> kEngines = {"SCAN sqlite_master"};
  ASSERT_OK_AND_ASSIGN(const auto db, sql::WriteConnection::Open(":memory:"));
  ASSERT_OK(Migrate(*db, Migrations()));
  int planned = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(SourceDir()) / "lib" / "store")) {
    if (entry.path().extension() != ".cc") continue;
    std::ifstream in(entry.path());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    for (const std::string& sql : StatementsOf(text)) {
      ASSERT_OK_AND_ASSIGN(const sql::Rows plan,
                           db->Query("EXPLAIN QUERY PLAN " + sql, {}));
      ++planned;
      for (std::size_t i = 0; i < plan.size(); ++i) {
        const std::string step(plan[i].Text(3));
        if (!std::regex_match(step, kScan) || kEngines.contains(step)) continue;
        EXPECT_TRUE(ReadsAllOnPurpose(sql)) << step << ": " << sql;
      }
    }
  }
  EXPECT_GT(planned, 40);
}

}  // namespace
}  // namespace spotcheck::store
