#ifndef SPOTCHECK_LIB_STORE_SQL_ERRORS_H_
#define SPOTCHECK_LIB_STORE_SQL_ERRORS_H_

// Every error this room makes. What a constraint says is never quoted: it could
// tell that a line is held.

#include <cstdint>
#include <string_view>

#include "absl/status/status.h"

namespace spotcheck::store {

// By SQLite's result code: DATABASE_BUSY (UNAVAILABLE), DATABASE_CONFLICT
// (ABORTED, a unique key), DATABASE_CONSTRAINT (INTERNAL, any other
// constraint), DATABASE_CORRUPT (DATA_LOSS), DATABASE_FULL
// (RESOURCE_EXHAUSTED), DATABASE_IO (UNAVAILABLE), DATABASE_UNOPENABLE
// (FAILED_PRECONDITION), DATABASE_INTERNAL (INTERNAL).
absl::Status EngineError(int code);
// DATABASE_INTERNAL: a statement of ours is wrong.
struct WrongStatement {
  std::string_view sql;
  std::string_view why;
};
absl::Status StatementError(const WrongStatement& wrong);

// Of the database as a whole.
absl::Status BodyThrewError();        // INTERNAL, BODY_THREW
absl::Status DatabaseStoppedError();  // DATA_LOSS, DATABASE_STOPPED
// UNKNOWN, COMMIT_UNKNOWN: the change may be on the disk or not. The same
// request_id, asked again, answers what was done, or does it.
absl::Status CommitUnknownError(std::string_view request_id);
absl::Status SchemaNewerError(std::int64_t found, std::int64_t known);
absl::Status SchemaAlteredError(std::int64_t version);
absl::Status SchemaMissingError();

// Of the journal: DATA_LOSS but LeafNotFoundError (NOT_FOUND).
absl::Status LeafMalformedError(std::string_view what);     // LEAF_MALFORMED
absl::Status PayloadMalformedError(std::string_view what);  // PAYLOAD_MALFORMED
absl::Status ColumnMalformedError(std::string_view column);
absl::Status LeafNotFoundError(std::int64_t index);
absl::Status NodeMissingError(int level, std::uint64_t index);
absl::Status PayloadNotFoundError(std::string_view name);  // NOT_FOUND
absl::Status PayloadAlteredError(std::string_view name);   // PAYLOAD_ALTERED

// Of a mutation.
absl::Status RequestIdReusedError(std::string_view request_id);
absl::Status EventNotUtf8Error(std::string_view type);  // INVALID_ARGUMENT
absl::Status PayloadNameTakenError(std::string_view name);
// The event does not fit what the tables hold: ABORTED, EVENT_OUT_OF_PLACE.
absl::Status EventOutOfPlaceError(std::string_view type);
// ABORTED, REPORT_NUMBER_TAKEN
absl::Status ReportNumberTakenError(std::string_view check_id);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_SQL_ERRORS_H_
