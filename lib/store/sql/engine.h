#ifndef SPOTCHECK_LIB_STORE_SQL_ENGINE_H_
#define SPOTCHECK_LIB_STORE_SQL_ENGINE_H_

// Engine is the one seam between database engines. A data statement is one text
// for all of them; whatever they spell in different ways stands behind these
// functions. Only the .cc files of this room use it: everybody else holds a
// connection.

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

// An Engine is one connection. It is not thread-safe: one thread uses it at a
// time.
class Engine : public Catalogue {
 public:
  // Run calls it with each row; false, or an error, ends the statement.
  using Visit = absl::FunctionRef<absl::StatusOr<bool>(const Row&)>;
  enum class Access : std::uint8_t { kReadOnly, kReadWrite };
  // Prepares the text once and runs it; `visit` may run it again.
  // DATABASE_INTERNAL where a statement that changes something comes with
  // kReadOnly.
  virtual absl::Status Run(std::string_view sql,
                           std::span<const Binding> bindings, Access access,
                           Visit visit) = 0;
  // Runs several statements in one text, without parameters and results.
  virtual absl::Status RunScript(const std::string& script) = 0;
  // Returns how many rows the last change changed.
  virtual std::int64_t changes() const = 0;

  // A transaction for writing takes the lock of the one writer at once; one for
  // reading sees one state of the database until it ends.
  enum class Purpose : std::uint8_t { kWrite, kRead };
  virtual absl::Status Begin(Purpose purpose) = 0;
  virtual absl::Status Commit() = 0;
  virtual absl::Status Rollback() = 0;
  // Has the transaction write at least one page, so that its commit shows
  // whether the disk takes one.
  virtual absl::Status WriteAPage() = 0;
  // Returns whether a transaction is open; the engine may end one by itself
  // after a failure.
  virtual bool InTransaction() const = 0;

  // Returns the pages in the write-ahead log after the last commit, for an
  // engine that leaves the copying of its log to us; else 0.
  virtual std::int64_t log_pages() const = 0;
  // kUnneeded copies the pages that no reader needs any more and waits for
  // nobody; kAll waits for readers and the writer, copies all and empties the
  // log.
  enum class LogPart : std::uint8_t { kUnneeded, kAll };
  virtual absl::Status CopyLog(LogPart part) = 0;
};

// A connection is opened for one role. kWriter makes the file where there is
// none; the path ":memory:" is a database private to the connection, "" a
// scratch file that is deleted with it.
enum class Role : std::uint8_t { kWriter, kReader, kLogCopier };
absl::StatusOr<std::unique_ptr<Engine>> OpenDatabase(const std::string& path,
                                                     Role role);

}  // namespace spotcheck::sql

#endif  // SPOTCHECK_LIB_STORE_SQL_ENGINE_H_
