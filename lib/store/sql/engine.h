#ifndef SPOTCHECK_LIB_STORE_SQL_ENGINE_H_
#define SPOTCHECK_LIB_STORE_SQL_ENGINE_H_

// The one seam between database engines. A data statement is one text for all
// of them; what each spells in its own way stands behind these functions. For
// the .cc files of this room only: everybody else holds a connection.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/store/sql/catalogue.h"
#include "lib/store/sql/row.h"

namespace spotcheck::sql {

// One connection of an engine. Not thread-safe: one thread at a time.
class Engine : public Catalogue {
 public:
  // Gets each row; false ends the statement, and so does an error.
  using Visit = absl::FunctionRef<absl::StatusOr<bool>(const Row&)>;
  enum class Access : std::uint8_t { kReadOnly, kReadWrite };
  // Prepares the text once and runs it; it may be run again inside `visit`.
  // DATABASE_INTERNAL where read-only access is asked for a change.
  virtual absl::Status Run(std::string_view sql,
                           std::span<const Binding> bindings, Access access,
                           Visit visit) = 0;
  // Statements without parameters or results, several in one text.
  virtual absl::Status RunScript(const std::string& script) = 0;
  // Rows that the last change changed.
  virtual std::int64_t changes() const = 0;

  // A transaction for writing takes the lock of the one writer at once; one for
  // reading sees one state of the database until it ends.
  enum class Purpose : std::uint8_t { kWrite, kRead };
  virtual absl::Status Begin(Purpose purpose) = 0;
  virtual absl::Status Commit() = 0;
  virtual absl::Status Rollback() = 0;
  // The engine may end a transaction by itself after a failure.
  virtual bool InTransaction() const = 0;

  // Pages in the write-ahead log after the last commit, where the log is ours
  // to copy into the database file; else 0.
  virtual std::int64_t log_pages() const = 0;
  // kUnneeded copies what no reader needs any more and waits for nobody; kAll
  // waits for readers and the writer, and empties the log.
  enum class LogPart : std::uint8_t { kUnneeded, kAll };
  virtual absl::Status CopyLog(LogPart part) = 0;
};

// What a connection is opened for. kWriter makes the file where there is none;
// ":memory:" is private to the connection, "" a scratch file that goes with it.
enum class Role : std::uint8_t { kWriter, kReader, kLogCopier };
absl::StatusOr<std::unique_ptr<Engine>> OpenDatabase(const std::string& path,
                                                     Role role);

}  // namespace spotcheck::sql

#endif  // SPOTCHECK_LIB_STORE_SQL_ENGINE_H_
