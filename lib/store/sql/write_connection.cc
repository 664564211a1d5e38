#include "lib/store/sql/write_connection.h"

#include <utility>

#include "lib/store/sql/engine.h"

namespace spotcheck::sql {

WriteConnection::WriteConnection(std::unique_ptr<Engine> engine)
    : Connection(std::move(engine)) {}

absl::StatusOr<std::unique_ptr<WriteConnection>> WriteConnection::Open(
    const std::string& path) {
  ASSIGN_OR_RETURN(std::unique_ptr<Engine> engine,
                   OpenDatabase(path, Role::kWriter));
  return std::unique_ptr<WriteConnection>(
      new WriteConnection(std::move(engine)));
}

absl::Status WriteConnection::Execute(std::string_view sql, Bindings bindings) {
  return engine().Run(sql, bindings, Engine::Access::kReadWrite,
                      [](const Row&) -> absl::StatusOr<bool> { return true; });
}

absl::Status WriteConnection::Execute(std::string_view sql,
                                      std::span<const Binding> bindings) {
  return engine().Run(sql, bindings, Engine::Access::kReadWrite,
                      [](const Row&) -> absl::StatusOr<bool> { return true; });
}

std::int64_t WriteConnection::changes() const { return engine().changes(); }

absl::Status WriteConnection::ExecuteScript(const std::string& script) {
  return engine().RunScript(script);
}

absl::Status WriteConnection::Begin() {
  return engine().Begin(Engine::Purpose::kWrite);
}
absl::Status WriteConnection::Commit() { return engine().Commit(); }
absl::Status WriteConnection::Rollback() { return engine().Rollback(); }

bool WriteConnection::InTransaction() const { return engine().InTransaction(); }

std::int64_t WriteConnection::log_pages() const { return engine().log_pages(); }

ReadConnection::ReadConnection(std::unique_ptr<Engine> engine)
    : Connection(std::move(engine)) {}

absl::StatusOr<std::unique_ptr<ReadConnection>> ReadConnection::Open(
    const std::string& path) {
  ASSIGN_OR_RETURN(std::unique_ptr<Engine> engine,
                   OpenDatabase(path, Role::kReader));
  return std::unique_ptr<ReadConnection>(new ReadConnection(std::move(engine)));
}

absl::Status ReadConnection::BeginSnapshot() {
  return engine().Begin(Engine::Purpose::kRead);
}

absl::Status ReadConnection::EndSnapshot() { return engine().Rollback(); }

CheckpointConnection::CheckpointConnection(std::unique_ptr<Engine> engine)
    : engine_(std::move(engine)) {}
CheckpointConnection::~CheckpointConnection() = default;

absl::StatusOr<std::unique_ptr<CheckpointConnection>>
CheckpointConnection::Open(const std::string& path) {
  ASSIGN_OR_RETURN(std::unique_ptr<Engine> engine,
                   OpenDatabase(path, Role::kLogCopier));
  return std::unique_ptr<CheckpointConnection>(
      new CheckpointConnection(std::move(engine)));
}

absl::Status CheckpointConnection::Copy() {
  return engine_->CopyLog(Engine::LogPart::kUnneeded);
}

absl::Status CheckpointConnection::CopyAll() {
  return engine_->CopyLog(Engine::LogPart::kAll);
}

}  // namespace spotcheck::sql
