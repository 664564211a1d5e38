// Every statement of the sources, planned by the engine on the real schema:
// none reads a whole table or a whole index, but for those that are meant to.

#include <algorithm>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "lib/store/migrations/migrations.h"
#include "lib/store/sql/sqlite_engine.h"
#include "tests/store/sql/statements.h"

namespace spotcheck::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// A statement that reads everything on purpose, told by a part of its text.
struct Meant {
  const char* part;
  const char* why;
};
const Meant kReadsAll[] = {
    {"SELECT DISTINCT authority FROM task",
     "tasks are few, and it is asked once, where one more is made"},
    {"open_leaf_index FROM attempt ORDER BY leaf_index",
     "the statistics of all draws; attempts are as few as tasks"},
    {"FROM list_change c JOIN list_entry e ON e.entry_id = c.entry_id ORDER BY",
     "a frame is frozen with every entry; entries are few"},
    {"SELECT hold_id FROM hold WHERE (task_id, attempt) IN",
     "open holds are an index of their own, and few"},
    {"SELECT DISTINCT task_id, attempt FROM hold WHERE state = 'OPEN'",
     "open holds are an index of their own, and few"},
    {"SELECT COUNT(*) FROM enterprise WHERE substr(usci, 3, $digits) =",
     "a frame is about to read all of them; this reads the codes alone"},
    {"SELECT usci FROM enterprise WHERE substr(usci, 3, $digits) =",
     "a frame is about to read all of them; this reads the codes alone"},
    {"FROM lab ORDER BY lab_id", "a frame is frozen with every laboratory"},
    {"FROM inspector ORDER BY badge_tag",
     "a frame is frozen with every inspector; lists sort by what is sealed"},
    {"FROM rule_file ORDER BY file", "the rule book is read as a whole"},
    {"FROM schema_migration ORDER BY version", "once at the start"},
    // Verification reads everything.
    {"SELECT leaf_index, leaf FROM journal ORDER BY leaf_index",
     "verification"},
    {"SELECT COUNT(*) FROM journal_node", "verification"},
    {"SELECT DISTINCT leaf_index, name FROM sealed_payload", "verification"},
    {"SELECT leaf_index FROM request", "verification"},
    {"SELECT term, doc FROM enterprise_pair", "verification"},
    {"SELECT term, doc FROM product_pair", "verification"},
};

// Files that join statements at run time, which no plan is made of here.
const std::set<std::string> kJoins = {
    // GeneratedComparisons() shows its statements whole.
    "lib/store/verify/tables.cc",
    // Select<Row> and GeneratedUpserts() show its statements whole.
    "lib/store/tables/table.cc",
};

// What a scan may read: the engine's own tables, what a subquery gave, and the
// hits that a search index found (M is its MATCH).
bool IsHarmless(const std::string& step) {
  static const std::regex kHarmless(
      R"(SCAN (CONSTANT ROW|\(subquery-\d+\)|sqlite_master|pragma_\w+ .*|)"
      R"(\w+_search VIRTUAL TABLE INDEX 0:M\d+))");
  return std::regex_match(step, kHarmless);
}

class QueryPlan : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_OK_AND_ASSIGN(
        db_, sql::OpenEngine(":memory:",
                             SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
    for (const Migration& migration : Migrations()) {
      ASSERT_OK(sql::RunScript(db_.get(), std::string(migration.sql)));
    }
  }

  // The steps of the statement's plan that read all of a table or an index.
  std::vector<std::string> Scans(const std::string& statement) const {
    std::vector<std::string> scans = Steps(statement);
    std::erase_if(scans, [](const std::string& step) {
      return !step.starts_with("SCAN ") || IsHarmless(step);
    });
    return scans;
  }

  std::vector<std::string> Steps(const std::string& statement) const {
    constexpr int kDetail = 3;  // the column of the step's text
    const std::string explain = "EXPLAIN QUERY PLAN " + statement;
    sqlite3_stmt* raw = nullptr;
    const int code =
        sqlite3_prepare_v2(db_.get(), explain.c_str(), -1, &raw, nullptr);
    const sql::StatementHandle plan(raw);
    EXPECT_EQ(code, SQLITE_OK)
        << sqlite3_errmsg(db_.get()) << ": " << statement;
    std::vector<std::string> steps;
    while (plan != nullptr && sqlite3_step(plan.get()) == SQLITE_ROW) {
      steps.emplace_back(reinterpret_cast<const char*>(
          sqlite3_column_text(plan.get(), kDetail)));
    }
    return steps;
  }

 private:
  sql::EngineHandle db_;
};

TEST_F(QueryPlan, NoStatementReadsAWholeTableButThoseMeantTo) {
  std::set<const char*> used;
  int planned = 0;
  for (const SqlStatement& statement :
       StatementsIn(SourcesOf({"lib", "server"}))) {
    if (statement.is_part) continue;
    const std::vector<std::string> scans = Scans(statement.text);
    ++planned;
    if (scans.empty()) continue;
    const auto meant = std::find_if(
        std::begin(kReadsAll), std::end(kReadsAll), [&](const Meant& entry) {
          return statement.text.find(entry.part) != std::string::npos;
        });
    if (meant != std::end(kReadsAll)) {
      used.insert(meant->part);
      continue;
    }
    ADD_FAILURE() << statement.file << ": " << scans.front() << ": "
                  << statement.text;
  }
  EXPECT_GT(planned, 130);
  for (const Meant& entry : kReadsAll) {
    EXPECT_TRUE(used.contains(entry.part)) << "no longer so: " << entry.part;
  }
}

TEST_F(QueryPlan, TheGeneratedStatementsAreSeenToo) {
  const auto found = StatementsIn(
      {{"planted.cc",
        R"(const std::string kSql = Select<StoredLab>("WHERE lab_id = $l");)"}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_FALSE(found[0].is_part);
  EXPECT_EQ(found[0].text,
            "SELECT lab_id, name, accreditation, categories, capacity, "
            "conflicts, state, active, leaf_index FROM lab "
            "WHERE lab_id = $l");
  for (const SqlStatement& upsert : GeneratedUpserts()) {
    EXPECT_THAT(Scans(upsert.text), IsEmpty()) << upsert.text;
  }
}

TEST_F(QueryPlan, AComparisonFindsARowByItsKey) {
  ASSERT_OK_AND_ASSIGN(const auto comparisons, GeneratedComparisons());
  for (const SqlStatement& statement : comparisons) {
    if (statement.text.find(" WHERE ") == std::string::npos) continue;
    EXPECT_THAT(Scans(statement.text), IsEmpty()) << statement.text;
  }
}

TEST_F(QueryPlan, TheHoldsOfOneUnitAreFoundByTheUnit) {
  int found = 0;
  for (const SqlStatement& statement : StatementsIn(SourcesOf({"lib"}))) {
    if (!statement.file.starts_with("lib/store/tables/moves.cc") ||
        statement.text.find("hold") == std::string::npos ||
        statement.text.find("unit_tag = $unit") == std::string::npos) {
      continue;
    }
    ++found;
    EXPECT_THAT(Steps(statement.text),
                ::testing::Contains(HasSubstr("USING INDEX hold_of_unit")))
        << statement.text;
  }
  EXPECT_EQ(found, 2);
}

TEST_F(QueryPlan, StatementsAreWrittenWholeButInTheFilesThatJoinThem) {
  std::set<std::string> found;
  for (const SqlStatement& statement :
       StatementsIn(SourcesOf({"lib", "server", "client"}))) {
    if (statement.is_part) found.insert(statement.file);
  }
  EXPECT_EQ(found, kJoins);
}

TEST_F(QueryPlan, AStatementThatReadsAWholeTableIsSeenWhereverItStands) {
  const char* const kPlaces[] = {
      R"(static constexpr char kSql[] = "SELECT ?";)",
      R"(const char kQuery[] = "SELECT " "?";)",
      R"(return db.Execute("UPDATE ?", {{"$r", r}});)",
      R"(constexpr Sql kSql = {.find = "DELETE ?"};)",
      R"(auto sql = R"sql(INSERT ?)sql";)",
      R"(#define COLUMNS \
           "SELECT " \
           "?"
         const char kSql[] = COLUMNS;)",
  };
  const char* const kStatements[][2] = {
      {"SELECT", "reason FROM attempt WHERE reason = $r"},
      {"UPDATE", "attempt SET reason = '' WHERE reason = $r"},
      {"DELETE", "FROM product_line WHERE trademark = $r"},
      {"INSERT",
       "INTO report_number (check_id, usci) "
       "SELECT check_id, usci FROM check_record WHERE model = $r"},
  };
  for (std::string place : kPlaces) {
    for (const auto& [verb, rest] : kStatements) {
      if (place.find(verb) == std::string::npos) continue;
      std::string text = place;
      text.replace(text.find('?'), 1, rest);
      const auto found = StatementsIn({{"planted.cc", text}});
      ASSERT_EQ(found.size(), 1u) << text;
      EXPECT_EQ(found[0].text, std::string(verb) + " " + rest);
      EXPECT_FALSE(found[0].is_part) << text;
      EXPECT_EQ(Scans(found[0].text).size(), 1u) << text;
    }
  }
}

TEST_F(QueryPlan, AStatementJoinedAtRunTimeIsSeenAsAPart) {
  for (const char* text : {
           R"(sql = "SELECT a FROM " + table;)",
           R"(sql = where + "DELETE FROM task";)",
           R"(sql = absl::StrCat("SELECT a FROM task", where);)",
           R"(absl::StrAppend(&sql, "UPDATE task SET ", x);)",
           R"(if (all) sql += " WHERE a = 1";)",
       }) {
    const auto found = StatementsIn({{"planted.cc", text}});
    ASSERT_EQ(found.size(), 1u) << text;
    EXPECT_TRUE(found[0].is_part) << text;
  }
}

TEST_F(QueryPlan, WhatOnlyLooksLikeAStatementIsNone) {
  EXPECT_THAT(StatementsIn({{"planted.cc",
                             "// \"SELECT a FROM b\"\n"
                             "/* \"DELETE FROM b\" */ char c = '\"';\n"
                             "int n = 10'000; // it's \"UPDATE a\"\n"
                             "x = \"SELECTED\"; y = \"without\";"}}),
              IsEmpty());
}

TEST_F(QueryPlan, AnIndexIsReadWholeOrByItsKeys) {
  EXPECT_THAT(Scans("UPDATE attempt SET reason = '' "
                    "WHERE task_id = $task AND attempt = 1"),
              IsEmpty());
  EXPECT_THAT(Scans("SELECT usci FROM enterprise ORDER BY usci"),
              ElementsAre(HasSubstr("USING COVERING INDEX")));
}

}  // namespace
}  // namespace spotcheck::store
