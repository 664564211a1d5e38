#include "lib/store/sql/write_connection.h"

#include <utility>

#include "lib/store/sql/engine.h"

namespace spotcheck::sql {
namespace {

template <typename Opened>
absl::StatusOr<std::unique_ptr<Opened>> OpenAs(Role role,
                                               const std::string& path) {
  ASSIGN_OR_RETURN(std::unique_ptr<Engine> engine, OpenDatabase(path, role));
  return std::make_unique<Opened>(std::move(engine));
}

}  // namespace

WriteConnection::WriteConnection(std::unique_ptr<Engine> engine)
    : Connection(std::move(engine)) {}

absl::StatusOr<std::unique_ptr<WriteConnection>> WriteConnection::Open(
    const std::string& path) {
  return OpenAs<WriteConnection>(Role::kWriter, path);
}

absl::Status WriteConnection::Execute(std::string_view sql, Bindings bindings) {
  return Execute(sql, std::span<const Binding>(bindings));
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

absl::Status WriteConnection::WriteAPage() { return engine().WriteAPage(); }
std::int64_t WriteConnection::log_pages() const { return engine().log_pages(); }

ReadConnection::ReadConnection(std::unique_ptr<Engine> engine)
    : Connection(std::move(engine)) {}

absl::StatusOr<std::unique_ptr<ReadConnection>> ReadConnection::Open(
    const std::string& path) {
  return OpenAs<ReadConnection>(Role::kReader, path);
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
  return OpenAs<CheckpointConnection>(Role::kLogCopier, path);
}

absl::Status CheckpointConnection::Copy() {
  return engine_->CopyLog(Engine::LogPart::kUnneeded);
}

absl::Status CheckpointConnection::CopyAll() {
  return engine_->CopyLog(Engine::LogPart::kAll);
}

}  // namespace spotcheck::sql
