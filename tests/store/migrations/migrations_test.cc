#include "lib/store/migrations/migrations.h"

#include <memory>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "lib/store/sql/write_connection.h"

namespace spotcheck::store {
namespace {

using ::spotcheck::testing::StatusReasonIs;

class MigrationsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_OK_AND_ASSIGN(db_, sql::WriteConnection::Open(":memory:"));
    history_.assign(Migrations().begin(), Migrations().end());
  }
  std::int64_t Count(const std::string& sql) {
    const auto count =
        db_->QueryOne(sql, {}, [](const sql::Row& row) { return row.Int(0); });
    EXPECT_OK(count);
    return count->value_or(-1);
  }
  std::unique_ptr<sql::WriteConnection> db_;
  std::vector<Migration> history_;
};

TEST_F(MigrationsTest, AreNumberedFromOneWithoutAGap) {
  ASSERT_GE(history_.size(), 2u);
  for (std::size_t i = 0; i < history_.size(); ++i) {
    EXPECT_EQ(history_[i].version, static_cast<std::int64_t>(i) + 1);
    EXPECT_FALSE(history_[i].name.empty());
    EXPECT_TRUE(history_[i].sql.find("CREATE") != std::string_view::npos ||
                history_[i].sql.find("ALTER TABLE") != std::string_view::npos)
        << history_[i].name;
  }
}

TEST_F(MigrationsTest, RunOnceAndInOrder) {
  EXPECT_THAT(CheckSchema(*db_, history_), StatusReasonIs("SCHEMA_MISSING"));
  ASSERT_OK(Migrate(*db_, std::span(history_).first(1)));
  EXPECT_THAT(CheckSchema(*db_, history_), StatusReasonIs("SCHEMA_MISSING"));
  ASSERT_OK(Migrate(*db_, history_));
  ASSERT_OK(Migrate(*db_, history_));
  EXPECT_OK(CheckSchema(*db_, history_));
  EXPECT_EQ(Count("SELECT COUNT(*) FROM schema_migration"),
            static_cast<std::int64_t>(history_.size()));
}

TEST_F(MigrationsTest, ANewerSchemaIsRefused) {
  history_.push_back({.version = 99, .name = "later", .sql = "SELECT 1"});
  history_.back().version = static_cast<std::int64_t>(history_.size());
  ASSERT_OK(Migrate(*db_, history_));
  EXPECT_THAT(Migrate(*db_, Migrations()), StatusReasonIs("SCHEMA_NEWER"));
}

TEST_F(MigrationsTest, AnAlteredHistoryIsRefused) {
  ASSERT_OK(Migrate(*db_, history_));
  const std::string other = std::string(history_[0].sql) + "\n";
  history_[0].sql = other;
  EXPECT_THAT(Migrate(*db_, history_), StatusReasonIs("SCHEMA_ALTERED"));
}

TEST_F(MigrationsTest, AFailingMigrationLeavesNothing) {
  ASSERT_OK(Migrate(*db_, history_));
  history_.push_back({.version = static_cast<std::int64_t>(history_.size()) + 1,
                      .name = "broken",
                      .sql = "CREATE TABLE half (a TEXT); CREATE TABLE"});
  EXPECT_FALSE(Migrate(*db_, history_).ok());
  EXPECT_EQ(Count("SELECT COUNT(*) FROM sqlite_master WHERE name = 'half'"), 0);
  EXPECT_OK(CheckSchema(*db_, Migrations()));
}

}  // namespace
}  // namespace spotcheck::store
