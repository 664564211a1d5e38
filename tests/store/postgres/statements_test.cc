// Every data statement of the sources is one text for SQLite and PostgreSQL: a
// PostgreSQL of the test's own loads the migrations and prepares each of them.

#include "tests/store/sql/statements.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "lib/store/migrations/migrations.h"
#include "tests/store/postgres/cluster.h"

namespace spotcheck::store {
namespace {

using Complaint = testing::PostgresCluster::Complaint;

// All that is SQLite's own: the search index (FTS5). It is told by a part of
// the text. The list never grows; another engine has its own search index, and
// with it its own texts in place of these.
constexpr std::string_view kSqlitesOwn[] = {
    "CREATE VIRTUAL TABLE enterprise_search",
    "CREATE VIRTUAL TABLE product_search",
    "CREATE VIRTUAL TABLE enterprise_pair",
    "CREATE VIRTUAL TABLE product_pair",
    "SELECT COUNT(*) FROM (SELECT rowid FROM enterprise_search",
    "SELECT COUNT(*) FROM (SELECT rowid FROM product_search",
    "doc_id IN (SELECT rowid FROM enterprise_search",
    "doc_id IN (SELECT rowid FROM product_search",
    "INSERT INTO enterprise_search (rowid, pairs)",
    "INSERT INTO product_search (rowid, pairs)",
    "INSERT INTO enterprise_search (enterprise_search, rowid, pairs)",
    "INSERT INTO product_search (product_search, rowid, pairs)",
    "INSERT INTO enterprise_search (enterprise_search) VALUES",
    "INSERT INTO product_search (product_search) VALUES",
    "SELECT term, doc FROM enterprise_pair",
    "SELECT term, doc FROM product_pair",
};
static_assert(std::size(kSqlitesOwn) <= 16, "the list may only shrink");
// The file that asks SQLite for its catalogue and settings, and the one engine
// there is so far.
constexpr char kEnginesFile[] = "lib/store/sql/sqlite_engine.cc";
// Files that join texts at run time.
const std::set<std::string> kJoins = {
    // GeneratedComparisons() shows its statements whole.
    "lib/store/verify/tables.cc",
    // GeneratedUpserts() shows its statements whole, and each Select<Row> is
    // read
    // where it stands.
    "lib/store/tables/table.cc",
};

std::string_view OwnPartOf(const std::string& text) {
  const auto own = std::find_if(std::begin(kSqlitesOwn), std::end(kSqlitesOwn),
                                [&text](std::string_view part) {
                                  return text.find(part) != std::string::npos;
                                });
  return own == std::end(kSqlitesOwn) ? std::string_view() : *own;
}

// $name as PostgreSQL numbers it: by first appearance, from $1.
std::string Numbered(std::string_view text) {
  std::vector<std::string_view> names;
  std::string numbered;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\'') quoted = !quoted;
    if (quoted || text[i] != '$') {
      numbered += text[i++];
      continue;
    }
    std::size_t end = i + 1;
    while (end < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[end])) != 0 ||
            text[end] == '_')) {
      ++end;
    }
    const std::string_view name = text.substr(i, end - i);
    auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) found = names.insert(names.end(), name);
    numbered += "$" + std::to_string(found - names.begin() + 1);
    i = end;
  }
  return numbered;
}

// The statements of a script, without its comments.
std::vector<std::string> Split(std::string_view script) {
  std::vector<std::string> statements(1);
  for (std::size_t i = 0; i < script.size(); ++i) {
    if (script.substr(i, 2) == "--") {
      i = std::min(script.find('\n', i), script.size());
      continue;
    }
    if (script[i] == ';') {
      statements.emplace_back();
    } else if (!statements.back().empty() ||
               std::isspace(static_cast<unsigned char>(script[i])) == 0) {
      statements.back() += script[i] == '\n' ? ' ' : script[i];
    }
  }
  std::erase_if(statements,
                [](const std::string& text) { return text.empty(); });
  return statements;
}

std::vector<std::string> MigrationStatements() {
  std::vector<std::string> all;
  for (const Migration& migration : Migrations()) {
    const std::vector<std::string> some = Split(migration.sql);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

std::vector<std::string> DataStatements() {
  std::vector<std::string> all;
  for (const SqlStatement& statement :
       StatementsIn(SourcesOf({"lib", "server"}))) {
    if (statement.file == kEnginesFile) continue;
    if (statement.is_part) {
      EXPECT_TRUE(kJoins.contains(statement.file)) << statement.text;
      continue;
    }
    all.push_back(statement.text);
  }
  for (const SqlStatement& upsert : GeneratedUpserts()) {
    all.push_back(upsert.text);
  }
  const auto comparisons = GeneratedComparisons();
  EXPECT_OK(comparisons);
  for (const SqlStatement& comparison : *comparisons) {
    all.push_back(comparison.text);
  }
  return all;
}

class Postgres : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    cluster_ = new testing::PostgresCluster;
    fault_ = new std::string(cluster_->Start());
    if (!fault_->empty()) return;
    std::vector<std::string> schema;
    for (std::string& text : MigrationStatements()) {
      if (OwnPartOf(text).empty()) schema.push_back(std::move(text));
    }
    for (const Complaint& complaint : cluster_->Run(schema)) {
      *fault_ += complaint.text + ": " + schema[complaint.line] + "\n";
    }
  }
  static void TearDownTestSuite() {
    delete cluster_;
    delete fault_;
  }
  void SetUp() override { ASSERT_EQ(*fault_, ""); }

  // What PostgreSQL says against preparing each of them.
  static std::vector<Complaint> Prepare(
      const std::vector<std::string>& statements) {
    std::vector<std::string> prepares;
    for (const std::string& text : statements) {
      prepares.push_back("PREPARE s" + std::to_string(prepares.size()) +
                         " AS " + Numbered(text));
    }
    return cluster_->Run(prepares);
  }

 private:
  inline static testing::PostgresCluster* cluster_ = nullptr;
  inline static std::string* fault_ = nullptr;
};

TEST_F(Postgres, EveryDataStatementPrepares) {
  std::vector<std::string> statements = DataStatements();
  std::erase_if(statements, [](const std::string& text) {
    return !OwnPartOf(text).empty();
  });
  EXPECT_GT(statements.size(), 190u);
  for (const Complaint& complaint : Prepare(statements)) {
    ADD_FAILURE() << complaint.text << ": " << statements[complaint.line];
  }
}

TEST_F(Postgres, WhatIsSqlitesOwnIsUsedAndDoesNotPrepare) {
  std::vector<std::string> own;
  std::set<std::string_view> used;
  for (const std::string& text : MigrationStatements()) {
    used.insert(OwnPartOf(text));
  }
  for (const std::string& text : DataStatements()) {
    if (used.insert(OwnPartOf(text)); OwnPartOf(text).empty()) continue;
    own.push_back(text);
  }
  for (const std::string_view part : kSqlitesOwn) {
    EXPECT_TRUE(used.contains(part)) << "no longer there: " << part;
  }
  std::set<std::size_t> refused;
  for (const Complaint& complaint : Prepare(own)) {
    refused.insert(complaint.line);
  }
  EXPECT_EQ(refused.size(), own.size()) << "some need not be on the list";
}

TEST_F(Postgres, APlantedStatementOfSqliteIsRefused) {
  const char* const kBad[] = {
      "SELECT usci FROM enterprise WHERE instr(name, $name) > 0",
      "SELECT name FROM sqlite_master",
      "SELECT COUNT(*) FROM (SELECT usci FROM enterprise)",
      "INSERT OR REPLACE INTO report_number (check_id, usci) VALUES ($a, $b)",
      "SELECT usci FROM enterprise WHERE leaf_index = $x AND name = $x",
      "SELECT postcode_that_is_none FROM enterprise",
  };
  std::vector<std::string> statements = {"SELECT usci FROM enterprise"};
  statements.insert(statements.end(), std::begin(kBad), std::end(kBad));
  const std::vector<Complaint> complaints = Prepare(statements);
  ASSERT_EQ(complaints.size(), std::size(kBad));
  for (std::size_t i = 0; i < complaints.size(); ++i) {
    EXPECT_EQ(complaints[i].line, i + 1) << complaints[i].text;
  }
}

TEST(PostgresText, ParametersAreNumberedByFirstAppearance) {
  const struct {
    const char* named;
    const char* numbered;
  } kCases[] = {
      {"a = $x AND b = $y AND c = $x", "a = $1 AND b = $2 AND c = $1"},
      {"a = '$x' AND b = $y", "a = '$x' AND b = $1"},
      {"($usci,$line_id)", "($1,$2)"},
      {"$2 || $1", "$1 || $2"},
  };
  for (const auto& [named, numbered] : kCases) {
    EXPECT_EQ(Numbered(named), numbered);
  }
}

}  // namespace
}  // namespace spotcheck::store
