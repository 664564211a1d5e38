#ifndef SPOTCHECK_LIB_STORE_SQL_WRITE_CONNECTION_H_
#define SPOTCHECK_LIB_STORE_SQL_WRITE_CONNECTION_H_

// The store opens these connections. Only the code that applies events, keeps
// the journal and migrates holds a WriteConnection; everybody else sees an
// sql::Connection, which cannot change anything.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/store/sql/connection.h"

namespace spotcheck::sql {

class WriteConnection final : public Connection {
 public:
  // Opens or creates a database file in WAL mode with synchronous=FULL; its
  // commits do not copy the log. ":memory:" is private to this connection, "" a
  // scratch file that is deleted with it.
  static absl::StatusOr<std::unique_ptr<WriteConnection>> Open(
      const std::string& path);

  // Runs a statement that changes something. DATABASE_CONFLICT (ABORTED) where
  // it hits a unique key.
  absl::Status Execute(std::string_view sql, Bindings bindings = {});
  // This overload takes a list of bindings that is made at run time.
  absl::Status Execute(std::string_view sql, std::span<const Binding> bindings);
  // Returns how many rows the last Execute changed.
  std::int64_t changes() const;
  absl::Status ExecuteScript(const std::string& script);
  // Begins a transaction for writing; no other connection can write until it
  // ends. After a Commit that fails nobody knows whether the disk has it.
  absl::Status Begin();
  absl::Status Commit();
  absl::Status Rollback();
  // See Engine::WriteAPage.
  absl::Status WriteAPage();
  // Returns whether a transaction is open; the engine ends it by itself after a
  // full disk or an I/O error.
  bool InTransaction() const;
  // Returns the pages in the write-ahead log after the last commit.
  std::int64_t log_pages() const;

  explicit WriteConnection(std::unique_ptr<Engine> engine);
};

// A ReadConnection can change nothing and see one state over several queries.
class ReadConnection final : public Connection {
 public:
  static absl::StatusOr<std::unique_ptr<ReadConnection>> Open(
      const std::string& path);
  // Queries between BeginSnapshot and EndSnapshot see one state of the
  // database.
  absl::Status BeginSnapshot();
  absl::Status EndSnapshot();

  explicit ReadConnection(std::unique_ptr<Engine> engine);
};

// A CheckpointConnection copies the write-ahead log into the database file,
// beside the writer's own connection.
class CheckpointConnection {
 public:
  static absl::StatusOr<std::unique_ptr<CheckpointConnection>> Open(
      const std::string& path);
  ~CheckpointConnection();
  // Copies the pages that no reader needs any more, and waits for nobody.
  absl::Status Copy();
  // Waits for readers and the writer, copies everything and empties the log.
  absl::Status CopyAll();

  explicit CheckpointConnection(std::unique_ptr<Engine> engine);

 private:
  std::unique_ptr<Engine> engine_;
};

}  // namespace spotcheck::sql

#endif  // SPOTCHECK_LIB_STORE_SQL_WRITE_CONNECTION_H_
