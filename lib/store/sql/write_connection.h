#ifndef SPOTCHECK_LIB_STORE_SQL_WRITE_CONNECTION_H_
#define SPOTCHECK_LIB_STORE_SQL_WRITE_CONNECTION_H_

// The connections that this room opens. Only the code that applies events,
// keeps the journal and migrates holds a WriteConnection; everybody else sees
// an sql::Connection, which cannot change anything.

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
  // Opens or creates a database file in WAL mode with synchronous=FULL; nothing
  // is checkpointed by itself. ":memory:" is private to this connection, "" a
  // scratch file that goes with it.
  static absl::StatusOr<std::unique_ptr<WriteConnection>> Open(
      const std::string& path);

  // A change. ABORTED where it hits a unique key.
  absl::Status Execute(std::string_view sql, Bindings bindings = {});
  // The same for a list of bindings that is made at run time.
  absl::Status Execute(std::string_view sql, std::span<const Binding> bindings);
  // Rows the last Execute changed.
  std::int64_t changes() const;
  absl::Status ExecuteScript(const std::string& script);
  // A transaction for writing: no other connection's runs beside it. After a
  // Commit that fails nobody knows whether the disk has it.
  absl::Status Begin();
  absl::Status Commit();
  absl::Status Rollback();
  // Whether a transaction is open; the engine ends it by itself after a full
  // disk or an I/O error.
  bool InTransaction() const;
  // Pages in the write-ahead log after the last commit.
  std::int64_t log_pages() const;

 private:
  explicit WriteConnection(std::unique_ptr<Engine> engine);
};

// A connection that can only read.
class ReadConnection final : public Connection {
 public:
  static absl::StatusOr<std::unique_ptr<ReadConnection>> Open(
      const std::string& path);
  // What is read between the two is one state of the database.
  absl::Status BeginSnapshot();
  absl::Status EndSnapshot();

 private:
  explicit ReadConnection(std::unique_ptr<Engine> engine);
};

// Copies the write-ahead log into the database file, from a connection of its
// own so that the writer need not.
class CheckpointConnection {
 public:
  static absl::StatusOr<std::unique_ptr<CheckpointConnection>> Open(
      const std::string& path);
  ~CheckpointConnection();
  // Copies what no reader needs any more; waits for nobody.
  absl::Status Copy();
  // Copies everything and empties the log; waits for readers and the writer.
  absl::Status CopyAll();

 private:
  explicit CheckpointConnection(std::unique_ptr<Engine> engine);
  std::unique_ptr<Engine> engine_;
};

}  // namespace spotcheck::sql

#endif  // SPOTCHECK_LIB_STORE_SQL_WRITE_CONNECTION_H_
