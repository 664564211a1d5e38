#include "lib/store/sql/connection.h"

#include <cstring>
#include <utility>

#include "lib/store/sql/errors.h"
#include "lib/store/sql/sqlite_engine.h"

namespace spotcheck::sql {
namespace {

// How long a statement waits for another process's lock: a backup, or
// `verify` beside a running server.
constexpr int kBusyMillis = 10'000;
// Idle statements of one text; more are in use only by nested queries.
constexpr std::size_t kMaxIdle = 2;

absl::Status CheckCode(int code) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) {
    return absl::OkStatus();
  }
  return store::EngineError(code);
}

// Never a null pointer, which SQLite would bind as NULL.
const char* DataOf(std::string_view bytes) {
  return bytes.data() == nullptr ? "" : bytes.data();
}

struct BindAt {
  sqlite3_stmt* statement;
  int index;
  int operator()(std::string_view text) const {
    return sqlite3_bind_text64(statement, index, DataOf(text), text.size(),
                               SQLITE_STATIC, SQLITE_UTF8);
  }
  int operator()(std::int64_t number) const {
    return sqlite3_bind_int64(statement, index, number);
  }
  int operator()(const Blob& blob) const {
    return sqlite3_bind_blob64(statement, index, DataOf(blob.bytes),
                               blob.bytes.size(), SQLITE_STATIC);
  }
};

absl::Status BindAll(sqlite3_stmt* statement,
                     std::span<const Binding> bindings) {
  const auto wanted =
      static_cast<std::size_t>(sqlite3_bind_parameter_count(statement));
  if (wanted != bindings.size()) {
    return store::StatementError(
        {sqlite3_sql(statement), "the bindings are not its parameters"});
  }
  for (const Binding& binding : bindings) {
    const int index = sqlite3_bind_parameter_index(statement, binding.name);
    if (index == 0) {
      return store::StatementError({sqlite3_sql(statement), binding.name});
    }
    RETURN_IF_ERROR(
        CheckCode(std::visit(BindAt{statement, index}, binding.value.held())));
  }
  return absl::OkStatus();
}

std::string_view BytesAt(sqlite3_stmt* statement, int column) {
  const void* bytes = sqlite3_column_blob(statement, column);
  const auto size =
      static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
  return size == 0 ? std::string_view("")
                   : std::string_view(static_cast<const char*>(bytes), size);
}

Cell CellAt(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
      return {};
    case SQLITE_TEXT:
      return {Cell::Kind::kText, 0, BytesAt(statement, column)};
    case SQLITE_BLOB:
      return {Cell::Kind::kBlob, 0, BytesAt(statement, column)};
    default:
      return {Cell::Kind::kInt, sqlite3_column_int64(statement, column), ""};
  }
}

// Steps to the end, or until `visit` says false.
absl::Status StepAll(
    sqlite3_stmt* statement,
    absl::FunctionRef<absl::StatusOr<bool>(const Row&)> visit) {
  const int width = sqlite3_column_count(statement);
  std::vector<Cell> cells(static_cast<std::size_t>(width));
  while (true) {
    const int code = sqlite3_step(statement);
    if (code != SQLITE_ROW) return CheckCode(code);
    for (int i = 0; i < width; ++i) {
      cells[static_cast<std::size_t>(i)] = CellAt(statement, i);
    }
    ASSIGN_OR_RETURN(const bool more, visit(Row(cells)));
    if (!more) return absl::OkStatus();
  }
}

}  // namespace

void Rows::Add(const Row& row) {
  width_ = row.cells().size();
  for (const Cell& cell : row.cells()) {
    Cell copy = cell;
    if (!cell.bytes.empty()) {
      auto& held = bytes_.emplace_back(new char[cell.bytes.size()]);
      std::memcpy(held.get(), cell.bytes.data(), cell.bytes.size());
      copy.bytes = {held.get(), cell.bytes.size()};
    } else {
      copy.bytes = "";
    }
    cells_.push_back(copy);
  }
}

Connection::Connection(std::unique_ptr<Engine> engine)
    : engine_(std::move(engine)) {}
Connection::~Connection() = default;

absl::StatusOr<StatementHandle> Connection::Engine::Take(std::string_view sql) {
  const auto found = idle.find(sql);
  if (found != idle.end() && !found->second.empty()) {
    StatementHandle statement = std::move(found->second.back());
    found->second.pop_back();
    return statement;
  }
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v3(db.get(), sql.data(), static_cast<int>(sql.size()),
                         SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  StatementHandle handle(statement);
  if (code == SQLITE_ERROR) {
    return store::StatementError({sql, sqlite3_errmsg(db.get())});
  }
  RETURN_IF_ERROR(CheckCode(code));
  return handle;
}

void Connection::Engine::Keep(std::string_view sql, StatementHandle statement) {
  sqlite3_reset(statement.get());
  sqlite3_clear_bindings(statement.get());
  auto found = idle.find(sql);
  if (found == idle.end()) found = idle.try_emplace(std::string(sql)).first;
  if (found->second.size() < kMaxIdle) {
    found->second.push_back(std::move(statement));
  }
}

absl::Status Connection::Run(
    std::string_view sql, std::span<const Binding> bindings, Access access,
    absl::FunctionRef<absl::StatusOr<bool>(const Row&)> visit) {
  ASSIGN_OR_RETURN(StatementHandle statement, engine_->Take(sql));
  const bool reads = sqlite3_stmt_readonly(statement.get()) != 0 &&
                     sqlite3_column_count(statement.get()) > 0;
  if (access == Access::kReadOnly && !reads) {
    return store::StatementError({sql, "a query may only read"});
  }
  absl::Status status = BindAll(statement.get(), bindings);
  if (status.ok()) status = StepAll(statement.get(), visit);
  engine_->Keep(sql, std::move(statement));
  return status;
}

absl::Status Connection::ForEach(
    std::string_view sql, Bindings bindings,
    absl::FunctionRef<absl::Status(const Row&)> visit) {
  return ForEach(sql, std::span<const Binding>(bindings), visit);
}

absl::Status Connection::ForEach(
    std::string_view sql, std::span<const Binding> bindings,
    absl::FunctionRef<absl::Status(const Row&)> visit) {
  return Run(sql, bindings, Access::kReadOnly,
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

absl::Status Connection::FirstRow(
    std::string_view sql, Bindings bindings,
    absl::FunctionRef<absl::Status(const Row&)> visit) {
  return Run(sql, bindings, Access::kReadOnly,
             [&](const Row& row) -> absl::StatusOr<bool> {
               RETURN_IF_ERROR(visit(row));
               return false;
             });
}

absl::StatusOr<EngineHandle> OpenEngine(const std::string& path, int flags) {
  // The engine's statistics of its memory, which nobody reads, would have the
  // threads of all connections wait for one lock. Once, before the first use;
  // an engine that is in use already keeps them.
  [[maybe_unused]] static const int kNoStatistics =
      sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3* db = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &db, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  EngineHandle handle(db);
  RETURN_IF_ERROR(CheckCode(code));
  sqlite3_extended_result_codes(db, 1);
  sqlite3_busy_timeout(db, kBusyMillis);
  for (const int option : {SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL}) {
    RETURN_IF_ERROR(CheckCode(sqlite3_db_config(db, option, 0, nullptr)));
  }
  RETURN_IF_ERROR(CheckCode(
      sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr)));
  return handle;
}

absl::Status RunScript(sqlite3* db, const std::string& script) {
  const int code = sqlite3_exec(db, script.c_str(), nullptr, nullptr, nullptr);
  if (code == SQLITE_ERROR) {
    return store::StatementError({script.substr(0, 80), sqlite3_errmsg(db)});
  }
  return CheckCode(code);
}

}  // namespace spotcheck::sql
