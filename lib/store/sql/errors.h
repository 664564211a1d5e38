#ifndef SPOTCHECK_LIB_STORE_SQL_ERRORS_H_
#define SPOTCHECK_LIB_STORE_SQL_ERRORS_H_

// These functions make the errors of the store; the table in errors.cc holds
// their sentences. They never quote the engine's text, because a constraint's
// text could tell that a product line is held.

#include <cstdint>
#include <span>
#include <string_view>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "lib/base/error_row.h"

namespace spotcheck::store {

// Returns the table of errors, for the test of this room.
std::span<const ErrorRow> ErrorRows();

// Returns the error of SQLite's result code, primary or extended.
// DATABASE_CONFLICT (ABORTED) means a unique key, DATABASE_CONSTRAINT any other
// constraint; a code that the table does not know is DATABASE_INTERNAL.
absl::Status EngineError(int code);
// Returns DATABASE_INTERNAL; a statement of the program is wrong.
struct WrongStatement {
  std::string_view sql;
  std::string_view why;
};
absl::Status StatementError(const WrongStatement& wrong);

// These errors are of the database as a whole.
absl::Status BodyThrewError();        // INTERNAL, BODY_THREW
absl::Status DatabaseStoppedError();  // DATA_LOSS, DATABASE_STOPPED
// COMMIT_UNKNOWN (UNKNOWN): the change may be on the disk or not. The same
// request_id, asked again, answers what was done, or does it.
absl::Status CommitUnknownError(std::string_view request_id);
// FAILED_PRECONDITION, CLOCK_BEHIND_JOURNAL and CLOCK_AHEAD_OF_JOURNAL: no
// change is taken until the clock is right or a person accepts it.
absl::Status ClockBehindJournalError(absl::Time clock, absl::Time last_leaf);
absl::Status ClockAheadOfJournalError(absl::Time clock, absl::Time last_leaf);
// RESOURCE_EXHAUSTED, DISK_FULL: the engine found no room and took everything
// back.
absl::Status DiskFullError();
bool IsDiskFull(const absl::Status& status);
// UNAVAILABLE, DATABASE_IO: a read, a write or a flush failed.
bool SaysDiskFailed(const absl::Status& status);
// True if the error says that no change is taken for the time being, although
// reads go on: a clock that is refused, or a disk that is full.
bool SaysChangesWait(const absl::Status& status);
absl::Status SchemaNewerError(std::int64_t found, std::int64_t known);
absl::Status SchemaAlteredError(std::int64_t version);
absl::Status SchemaMissingError();

// These errors are of the journal and of stored columns. All are DATA_LOSS
// except the two NOT_FOUND ones.
absl::Status LeafMalformedError(std::string_view what);     // LEAF_MALFORMED
absl::Status PayloadMalformedError(std::string_view what);  // PAYLOAD_MALFORMED
absl::Status ColumnMalformedError(std::string_view column);
absl::Status LeafNotFoundError(std::int64_t index);
absl::Status NodeMissingError(int level, std::uint64_t index);
absl::Status PayloadNotFoundError(std::string_view name);  // NOT_FOUND
absl::Status PayloadAlteredError(std::string_view name);   // PAYLOAD_ALTERED

// These errors are of a mutation.
absl::Status RequestIdReusedError(std::string_view request_id);
absl::Status EventNotUtf8Error(std::string_view type);  // INVALID_ARGUMENT
absl::Status PayloadNameTakenError(std::string_view name);
// EVENT_OUT_OF_PLACE (ABORTED): the tables have changed since the event was
// decided, and it does not fit them any more.
absl::Status EventOutOfPlaceError(std::string_view type);
// REPORT_NUMBER_TAKEN (ABORTED): another enterprise has a report of this
// laboratory under this number.
absl::Status ReportNumberTakenError(std::string_view check_id);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_SQL_ERRORS_H_
