#include <sys/resource.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/error.h"
#include "lib/base/status_matchers.h"
#include "lib/store/journal/database.h"
#include "lib/store/journal/log_copier.h"
#include "lib/store/journal/writer.h"
#include "lib/store/migrations/migrations.h"
#include "tests/failing_writes.h"
#include "tests/store/samples.h"

namespace spotcheck::store {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusReasonIs;
using testing::SampleEnterprise;
using testing::TestDatabase;

// Lets no file of this process grow beyond a size, as a full or failing disk
// does; a write beyond it fails with EFBIG.
class FileLimit {
 public:
  explicit FileLimit(rlim_t bytes) {
    old_handler_ = std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &old_limit_);
    rlimit limit = old_limit_;
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileLimit() {
    setrlimit(RLIMIT_FSIZE, &old_limit_);
    std::signal(SIGXFSZ, old_handler_);
  }

 private:
  rlimit old_limit_{};
  void (*old_handler_)(int) = nullptr;
};

absl::Status Import(TestDatabase& db, int n) {
  return db.Append({{EnterprisesImported{{SampleEnterprise(n)}}, {}}});
}

TEST(FailingDisk, AfterAFailedCommitNothingIsWrittenAnyMore) {
  TestDatabase db(TestDatabase::Place::kFile);
  ASSERT_OK(Import(db, 1));
  {
    const FileLimit limit(
        std::filesystem::file_size(db.options().path + "-wal"));
    EXPECT_THAT(Import(db, 2), StatusReasonIs("COMMIT_UNKNOWN"));
  }
  EXPECT_THAT(Import(db, 3), StatusReasonIs("DATABASE_STOPPED"));
  EXPECT_EQ(db.JournalSize(), 1);
  EXPECT_EQ(db.Cell("SELECT COUNT(*) FROM enterprise"), "1");
}

absl::StatusOr<std::string> ImportAs(TestDatabase& db,
                                     const std::string& request_id) {
  return db->Write({.actor = "operator",
                    .request_id = request_id,
                    .request_digest = Sha256("import 2")},
                   [](Transaction& tx) -> absl::StatusOr<std::string> {
                     const auto leaf =
                         tx.Append(EnterprisesImported{{SampleEnterprise(2)}});
                     if (!leaf.ok()) return leaf.status();
                     return "leaf " + std::to_string(*leaf);
                   });
}

TEST(FailingDisk, AFailedCommitIsUnknownAndTheSameRequestFindsOut) {
  TestDatabase db(TestDatabase::Place::kFile);
  ASSERT_OK(Import(db, 1));
  {
    const FileLimit limit(
        std::filesystem::file_size(db.options().path + "-wal"));
    const absl::Status unknown = ImportAs(db, "r2").status();
    EXPECT_EQ(unknown.code(), absl::StatusCode::kUnknown);
    const ErrorInfo info = GetErrorInfo(unknown);
    EXPECT_EQ(info.reason, "COMMIT_UNKNOWN");
    EXPECT_EQ(info.metadata, (ErrorMetadata{{"request_id", "r2"}}));
  }
  EXPECT_THAT(ImportAs(db, "r2"), StatusReasonIs("DATABASE_STOPPED"));
  db.Reopen();
  EXPECT_THAT(ImportAs(db, "r2"), IsOkAndHolds("leaf 1"));  // does it
  EXPECT_THAT(ImportAs(db, "r2"), IsOkAndHolds("leaf 1"));  // answers it
  EXPECT_EQ(db.JournalSize(), 2);
}

TEST(FailingDisk, WhatWasCommittedIsThereAfterTheRestart) {
  TestDatabase db(TestDatabase::Place::kFile);
  ASSERT_OK(Import(db, 1));
  {
    const FileLimit limit(
        std::filesystem::file_size(db.options().path + "-wal"));
    EXPECT_FALSE(Import(db, 2).ok());
  }
  db.Reopen();
  ASSERT_OK(Import(db, 3));
  EXPECT_EQ(db.JournalSize(), 2);
  EXPECT_THAT(VerifyDatabase(db.options(), testing::SampleKeys()),
              IsOkAndHolds(std::vector<std::string>()));
}

// A full database file, met within a body, takes nothing with it.
TEST(FailingDisk, AFullDatabaseRefusesAndGoesOnOnceThereIsRoom) {
  ASSERT_OK_AND_ASSIGN(auto connection, sql::WriteConnection::Open(":memory:"));
  ASSERT_OK(Migrate(*connection, Migrations()));
  sql::WriteConnection& db = *connection;
  const Identity identity{"test", testing::SampleKeys().journal,
                          Sealer(testing::SampleKeys().seal_master)};
  FakeClock clock(testing::StartTime());
  FakeEntropy entropy(1);
  ASSERT_OK_AND_ASSIGN(const auto writer, Writer::Create(std::move(connection),
                                                         {.identity = identity,
                                                          .clock = clock,
                                                          .entropy = entropy,
                                                          .copier = nullptr}));
  const auto import = [&](int n) {
    return writer->Write(
        {.actor = "a"}, [n](Transaction& tx) -> absl::StatusOr<std::string> {
          const auto leaf = tx.Append(EnterprisesImported{
              std::vector<EnterpriseRecord>(300, SampleEnterprise(n))});
          if (!leaf.ok()) return leaf.status();
          return std::to_string(*leaf);
        });
  };
  ASSERT_OK(import(1));
  ASSERT_OK(db.ExecuteScript("PRAGMA max_page_count = 1"));
  EXPECT_THAT(import(2), StatusReasonIs("DISK_FULL"));
  ASSERT_OK(db.ExecuteScript("PRAGMA max_page_count = 1000000"));
  EXPECT_THAT(import(3), IsOkAndHolds("1"));
}

TEST(FailingDisk, AFullDiskTakesTheCommitBackAndGoesOnOnceThereIsRoom) {
  TestDatabase db(TestDatabase::Place::kFile);
  ASSERT_OK(Import(db, 1));
  {
    const FailingWrites full(ENOSPC);
    EXPECT_THAT(Import(db, 2), StatusReasonIs("DISK_FULL"));
    EXPECT_THAT(db->CanWrite(), StatusReasonIs("DISK_FULL"));
    EXPECT_EQ(db.JournalSize(), 1);  // reads go on
    EXPECT_THAT(Import(db, 2), StatusReasonIs("DISK_FULL"));
    // A change that changes nothing asks the disk too.
    EXPECT_THAT(db.Append({}), StatusReasonIs("DISK_FULL"));
  }
  EXPECT_THAT(db->CanWrite(), StatusReasonIs("DISK_FULL"));
  ASSERT_OK(db.Append({}));
  EXPECT_OK(db->CanWrite());
  ASSERT_OK(Import(db, 2));
  db.Reopen();
  EXPECT_EQ(db.JournalSize(), 2);
  EXPECT_THAT(VerifyDatabase(db.options(), testing::SampleKeys()),
              IsOkAndHolds(std::vector<std::string>()));
}

// The log is copied at once where it has grown beyond every measure.
TEST(FailingDisk, ACopyOfTheLogThatFailedIsKnown) {
  constexpr std::int64_t kTooLong = 70'000;
  TestDatabase db(TestDatabase::Place::kFile);
  ASSERT_OK(Import(db, 1));
  ASSERT_OK_AND_ASSIGN(const auto copier, LogCopier::Open(db.options().path));
  {
    const FailingWrites full(ENOSPC);
    copier->LogGrew(kTooLong);
    EXPECT_FALSE(copier->failed());
  }
  {
    const FailingWrites broken(EIO);
    copier->LogGrew(kTooLong);
    EXPECT_TRUE(copier->failed());
  }
}

TEST(FailingDisk, ABrokenDiskStopsTheDatabase) {
  TestDatabase db(TestDatabase::Place::kFile);
  ASSERT_OK(Import(db, 1));
  {
    const FailingWrites broken(EIO);
    EXPECT_THAT(Import(db, 2), StatusReasonIs("COMMIT_UNKNOWN"));
  }
  EXPECT_THAT(db->CanWrite(), StatusReasonIs("DATABASE_STOPPED"));
  EXPECT_THAT(Import(db, 2), StatusReasonIs("DATABASE_STOPPED"));
}

}  // namespace
}  // namespace spotcheck::store
