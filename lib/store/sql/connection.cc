#include "lib/store/sql/connection.h"

#include <utility>

#include "lib/store/sql/engine.h"

namespace spotcheck::sql {

Connection::Connection(std::unique_ptr<Engine> engine)
    : engine_(std::move(engine)) {}
Connection::~Connection() = default;

Catalogue& Connection::catalogue() const { return *engine_; }

absl::Status Connection::ForEach(
    std::string_view sql, Bindings bindings,
    absl::FunctionRef<absl::Status(const Row&)> visit) {
  return ForEach(sql, std::span<const Binding>(bindings), visit);
}

absl::Status Connection::ForEach(
    std::string_view sql, std::span<const Binding> bindings,
    absl::FunctionRef<absl::Status(const Row&)> visit) {
  return engine_->Run(sql, bindings, Engine::Access::kReadOnly,
                      [&](const Row& row) -> absl::StatusOr<bool> {
                        RETURN_IF_ERROR(visit(row));
                        return true;
                      });
}

absl::StatusOr<Rows> Connection::Query(std::string_view sql,
                                       Bindings bindings) {
  Rows rows;
  RETURN_IF_ERROR(ForEach(sql, bindings, [&rows](const Row& row) {
    rows.Add(row);
    return absl::OkStatus();
  }));
  return rows;
}

absl::StatusOr<std::int64_t> Connection::QueryInt(std::string_view sql,
                                                  Bindings bindings) {
  ASSIGN_OR_RETURN(
      const std::optional<std::int64_t> found,
      QueryOne(sql, bindings, [](const Row& row) { return row.Int(0); }));
  return found.value_or(0);
}

absl::StatusOr<std::optional<std::string>> Connection::QueryText(
    std::string_view sql, Bindings bindings) {
  return QueryOne(sql, bindings,
                  [](const Row& row) { return std::string(row.Text(0)); });
}

absl::Status Connection::FirstRow(
    std::string_view sql, Bindings bindings,
    absl::FunctionRef<absl::Status(const Row&)> visit) {
  return engine_->Run(sql, bindings, Engine::Access::kReadOnly,
                      [&](const Row& row) -> absl::StatusOr<bool> {
                        RETURN_IF_ERROR(visit(row));
                        return false;
                      });
}

}  // namespace spotcheck::sql
