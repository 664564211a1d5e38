#include "lib/store/sql/errors.h"

#include <sqlite3.h>

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/error_table.h"
#include "tests/error_rows.h"

namespace spotcheck::store {
namespace {

using ::testing::IsEmpty;

const std::string kText = "文本 text";

std::vector<absl::Status> EveryError() {
  return {
      EngineError(SQLITE_CONSTRAINT_UNIQUE),
      EngineError(SQLITE_CONSTRAINT_PRIMARYKEY),
      EngineError(SQLITE_CONSTRAINT_CHECK),
      EngineError(SQLITE_BUSY),
      EngineError(SQLITE_LOCKED),
      EngineError(SQLITE_CORRUPT),
      EngineError(SQLITE_NOTADB),
      EngineError(SQLITE_FULL),
      EngineError(SQLITE_NOMEM),
      EngineError(SQLITE_TOOBIG),
      EngineError(SQLITE_IOERR_READ),
      EngineError(SQLITE_CANTOPEN),
      EngineError(SQLITE_PERM),
      EngineError(SQLITE_READONLY),
      EngineError(SQLITE_MISUSE),
      StatementError({.sql = kText, .why = kText}),
      BodyThrewError(),
      DatabaseStoppedError(),
      DiskFullError(),
      CommitUnknownError(kText),
      ClockBehindJournalError(absl::UnixEpoch(), absl::UnixEpoch()),
      ClockAheadOfJournalError(absl::UnixEpoch(), absl::UnixEpoch()),
      SchemaNewerError(7, 5),
      SchemaAlteredError(5),
      SchemaMissingError(),
      LeafMalformedError(kText),
      PayloadMalformedError(kText),
      ColumnMalformedError(kText),
      LeafNotFoundError(7),
      NodeMissingError(2, 7),
      PayloadNotFoundError(kText),
      PayloadAlteredError(kText),
      RequestIdReusedError(kText),
      EventNotUtf8Error(kText),
      PayloadNameTakenError(kText),
      EventOutOfPlaceError(kText),
      ReportNumberTakenError(kText),
  };
}

TEST(StoreErrors, EveryRowComesAndEveryPlaceIsGiven) {
  EXPECT_THAT(RowsThatNeverCome(ErrorRows(), EveryError()), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(ErrorRows(), EveryError()), IsEmpty());
}

TEST(StoreErrors, OnlyARefusedClockAndAFullDiskSayThatChangesWait) {
  for (const absl::Status& error : EveryError()) {
    EXPECT_EQ(SaysChangesWait(error),
              ErrorReason(error).starts_with("CLOCK_") ||
                  ErrorReason(error) == "DISK_FULL")
        << error;
  }
  EXPECT_FALSE(SaysChangesWait(absl::OkStatus()));
}

TEST(StoreErrors, AFailedReadOrWriteSaysThatTheDiskFailed) {
  for (const int code : {SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC}) {
    EXPECT_TRUE(SaysDiskFailed(EngineError(code))) << code;
  }
  for (const int code : {SQLITE_FULL, SQLITE_BUSY}) {
    EXPECT_FALSE(SaysDiskFailed(EngineError(code))) << code;
  }
  EXPECT_FALSE(SaysDiskFailed(absl::OkStatus()));
}

}  // namespace
}  // namespace spotcheck::store
