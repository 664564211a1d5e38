#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "lib/store/sql/sealed_copy.h"
#include "lib/store/sql/write_connection.h"

namespace spotcheck::sql {
namespace {

using ::spotcheck::testing::StatusIs;
using ::spotcheck::testing::StatusReasonIs;

class ConnectionTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_OK_AND_ASSIGN(db_, WriteConnection::Open(":memory:"));
    ASSERT_OK(db_->ExecuteScript(
        "CREATE TABLE pair (a TEXT NOT NULL PRIMARY KEY, b BIGINT NOT NULL "
        "CHECK (b < 100), c BLOB NOT NULL);"));
  }
  absl::Status Insert(const std::string& a, int b) {
    return db_->Execute(
        "INSERT INTO pair (a, b, c) VALUES ($a, $b, $c)",
        {{"$c", Blob{std::string_view("\0\1", 2)}}, {"$b", b}, {"$a", a}});
  }
  std::unique_ptr<WriteConnection> db_;
};

TEST_F(ConnectionTest, BindsByNameWhateverTheOrder) {
  ASSERT_OK(Insert("x", 5));
  ASSERT_OK_AND_ASSIGN(const Rows rows,
                       db_->Query("SELECT a, b, c FROM pair", {}));
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].Text(0), "x");
  EXPECT_EQ(rows[0].Int(1), 5);
  EXPECT_EQ(rows[0].Blob(2), std::string_view("\0\1", 2));
  EXPECT_THAT(
      db_->QueryOne("SELECT $2 || $1", {{"$1", "one"}, {"$2", "two"}},
                    [](const Row& row) { return std::string(row.Text(0)); }),
      spotcheck::testing::IsOkAndHolds("twoone"));
}

TEST_F(ConnectionTest, EmptyTextAndEmptyBytesAreNotNull) {
  ASSERT_OK(db_->Execute(
      "INSERT INTO pair (a, b, c) VALUES ($a, 1, $c)",
      {{"$a", std::string_view()}, {"$c", Blob{std::string_view()}}}));
  ASSERT_OK_AND_ASSIGN(
      const Rows rows,
      db_->Query("SELECT a, c, NULL FROM pair WHERE a = ''", {}));
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_FALSE(rows[0].IsNull(0));
  EXPECT_FALSE(rows[0].IsNull(1));
  EXPECT_TRUE(rows[0].IsNull(2));
}

TEST_F(ConnectionTest, RefusesBindingsThatAreNotTheParameters) {
  EXPECT_THAT(db_->Query("SELECT $a", {}), StatusReasonIs("DATABASE_INTERNAL"));
  EXPECT_THAT(db_->Query("SELECT $a", {{"$b", 1}}),
              StatusReasonIs("DATABASE_INTERNAL"));
  EXPECT_THAT(db_->Query("SELECT 1", {{"$b", 1}}),
              StatusReasonIs("DATABASE_INTERNAL"));
}

TEST_F(ConnectionTest, AQueryCannotChangeAnything) {
  EXPECT_THAT(db_->Query("DELETE FROM pair", {}),
              StatusIs(absl::StatusCode::kInternal));
  EXPECT_THAT(
      db_->Query("INSERT INTO pair VALUES ('a', 1, '') RETURNING a", {}),
      StatusIs(absl::StatusCode::kInternal));
  EXPECT_THAT(db_->Query("COMMIT", {}), StatusIs(absl::StatusCode::kInternal));
}

TEST_F(ConnectionTest, OneTextMayRunInsideItself) {
  for (int i = 0; i < 4; ++i) ASSERT_OK(Insert(std::to_string(i), i));
  static constexpr char kSql[] = "SELECT b FROM pair ORDER BY b";
  std::int64_t sum = 0;
  EXPECT_OK(db_->ForEach(kSql, {}, [&](const Row& outer) {
    return db_->ForEach(kSql, {}, [&](const Row& inner) {
      sum += 10 * outer.Int(0) + inner.Int(0);
      return absl::OkStatus();
    });
  }));
  EXPECT_EQ(sum, 4 * 60 + 4 * 6);
}

TEST_F(ConnectionTest, TheCallbacksErrorEndsTheQuery) {
  for (int i = 0; i < 4; ++i) ASSERT_OK(Insert(std::to_string(i), i));
  int seen = 0;
  EXPECT_THAT(db_->ForEach("SELECT b FROM pair", {},
                           [&](const Row&) {
                             ++seen;
                             return absl::CancelledError("enough");
                           }),
              StatusIs(absl::StatusCode::kCancelled));
  EXPECT_EQ(seen, 1);
  ASSERT_OK(Insert("after", 50));
}

TEST_F(ConnectionTest, ErrorsFollowTheResultCode) {
  ASSERT_OK(Insert("x", 1));
  const absl::Status taken = Insert("x", 2);
  EXPECT_THAT(taken, StatusIs(absl::StatusCode::kAborted));
  EXPECT_THAT(taken, StatusReasonIs("DATABASE_CONFLICT"));
  EXPECT_THAT(Insert("y", 100), StatusReasonIs("DATABASE_CONSTRAINT"));
  EXPECT_THAT(db_->Query("SELEC 1", {}), StatusReasonIs("DATABASE_INTERNAL"));
  EXPECT_THAT(ReadConnection::Open("/nonexistent/file.db").status(),
              StatusReasonIs("DATABASE_UNOPENABLE"));
}

TEST_F(ConnectionTest, TheErrorOfAConstraintNamesNoTable) {
  ASSERT_OK(Insert("x", 1));
  EXPECT_EQ(Insert("x", 2).ToString().find("pair"), std::string::npos);
}

// A database as a checkpoint and a copy leave it: one file in WAL mode.
std::string MakeCopy(const std::filesystem::path& folder) {
  const std::string path = (folder / "a b?%41#.db").string();
  auto db = WriteConnection::Open(path);
  EXPECT_OK(db);
  if (!db.ok()) return path;
  EXPECT_OK((*db)->ExecuteScript(
      "CREATE TABLE t (a BIGINT); INSERT INTO t VALUES (7);"));
  return path;
}

// Runs in a process of its own, since the rights are given up for good: root
// writes everywhere.
int ReadAsNobody(const std::string& path) {
  const pid_t child = fork();
  if (child == 0) {
    constexpr uid_t kNobody = 65534;
    if (geteuid() == 0 && setuid(kNobody) != 0) _exit(2);
    const auto db = ReadConnection::Open(path);
    if (!db.ok()) _exit(3);
    const auto rows = (*db)->Query("SELECT a FROM t", {});
    _exit(rows.ok() && rows->size() == 1 && (*rows)[0].Int(0) == 7 ? 0 : 4);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(SealedCopyTest, ACopyOnAReadOnlyMediumIsReadAndOneWithALogIsNot) {
  namespace fs = std::filesystem;
  const fs::path folder =
      fs::temp_directory_path() / ("sealed" + std::to_string(getpid()));
  fs::create_directory(folder);
  const std::string path = MakeCopy(folder);
  EXPECT_FALSE(fs::exists(path + "-wal"));
  EXPECT_TRUE(IsWholeByItself(path));
  fs::permissions(path, fs::perms(0444));
  fs::permissions(folder, fs::perms(0555));
  EXPECT_EQ(ReadAsNobody(path), 0);
  fs::permissions(folder, fs::perms(0755));
  std::ofstream(path + "-wal") << "what was not brought into the file yet";
  EXPECT_FALSE(IsWholeByItself(path));
  fs::permissions(folder, fs::perms(0555));
  EXPECT_NE(ReadAsNobody(path), 0);
  fs::permissions(folder, fs::perms(0755));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace spotcheck::sql
