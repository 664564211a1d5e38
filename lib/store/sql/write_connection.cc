#include "lib/store/sql/write_connection.h"

#include <utility>

#include "lib/store/sql/errors.h"
#include "lib/store/sql/sqlite_engine.h"

namespace spotcheck::sql {
namespace {

// cache_size in KiB (negative): the index pages of a province's register stay
// in memory for the writer; a reader needs only the paths it walks. Nothing is
// mapped: a mapping of each reader would count a whole register as memory.
constexpr char kWriterPragmas[] =
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA wal_autocheckpoint = 0;"
    "PRAGMA cache_size = -131072;"
    "PRAGMA temp_store = MEMORY;";
constexpr char kReaderPragmas[] =
    "PRAGMA query_only = ON;"
    "PRAGMA cache_size = -16384;"
    "PRAGMA temp_store = MEMORY;";

int OnCommit(void* context, sqlite3* /*db*/, const char* /*name*/, int pages) {
  static_cast<WriteConnection*>(context)->set_wal_pages(pages);
  return SQLITE_OK;
}

}  // namespace

WriteConnection::WriteConnection(std::unique_ptr<Engine> engine)
    : Connection(std::move(engine)) {}

absl::StatusOr<std::unique_ptr<WriteConnection>> WriteConnection::Open(
    const std::string& path) {
  ASSIGN_OR_RETURN(
      EngineHandle handle,
      OpenEngine(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
  RETURN_IF_ERROR(RunScript(handle.get(), kWriterPragmas));
  sqlite3* const db = handle.get();
  std::unique_ptr<WriteConnection> connection(
      new WriteConnection(std::make_unique<Engine>(std::move(handle))));
  sqlite3_wal_hook(db, OnCommit, connection.get());
  return connection;
}

absl::Status WriteConnection::Execute(std::string_view sql, Bindings bindings) {
  return Run(sql, bindings, Access::kReadWrite,
             [](const Row&) -> absl::StatusOr<bool> { return true; });
}

std::int64_t WriteConnection::changes() const {
  return sqlite3_changes64(engine().db.get());
}

absl::Status WriteConnection::ExecuteScript(const std::string& script) {
  return RunScript(engine().db.get(), script);
}

bool WriteConnection::InTransaction() const {
  return sqlite3_get_autocommit(engine().db.get()) == 0;
}

ReadConnection::ReadConnection(std::unique_ptr<Engine> engine)
    : Connection(std::move(engine)) {}

absl::StatusOr<std::unique_ptr<ReadConnection>> ReadConnection::Open(
    const std::string& path) {
  ASSIGN_OR_RETURN(EngineHandle handle, OpenEngine(path, SQLITE_OPEN_READONLY));
  RETURN_IF_ERROR(RunScript(handle.get(), kReaderPragmas));
  return std::unique_ptr<ReadConnection>(
      new ReadConnection(std::make_unique<Engine>(std::move(handle))));
}

absl::Status ReadConnection::BeginSnapshot() {
  return Run("BEGIN", {}, Access::kReadWrite,
             [](const Row&) -> absl::StatusOr<bool> { return true; });
}

absl::Status ReadConnection::EndSnapshot() {
  return Run("ROLLBACK", {}, Access::kReadWrite,
             [](const Row&) -> absl::StatusOr<bool> { return true; });
}

struct CheckpointConnection::Engine {
  explicit Engine(EngineHandle handle) : db(std::move(handle)) {}

  EngineHandle db;
};

CheckpointConnection::CheckpointConnection(std::unique_ptr<Engine> engine)
    : engine_(std::move(engine)) {}
CheckpointConnection::~CheckpointConnection() = default;

absl::StatusOr<std::unique_ptr<CheckpointConnection>>
CheckpointConnection::Open(const std::string& path) {
  ASSIGN_OR_RETURN(EngineHandle handle,
                   OpenEngine(path, SQLITE_OPEN_READWRITE));
  RETURN_IF_ERROR(RunScript(handle.get(), "PRAGMA synchronous = FULL;"));
  return std::unique_ptr<CheckpointConnection>(
      new CheckpointConnection(std::make_unique<Engine>(std::move(handle))));
}

absl::Status CheckpointConnection::Copy() {
  const int code = sqlite3_wal_checkpoint_v2(
      engine_->db.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  return code == SQLITE_OK ? absl::OkStatus() : store::EngineError(code);
}

absl::Status CheckpointConnection::CopyAll() {
  const int code = sqlite3_wal_checkpoint_v2(
      engine_->db.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  return code == SQLITE_OK ? absl::OkStatus() : store::EngineError(code);
}

}  // namespace spotcheck::sql
