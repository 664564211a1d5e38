#include "lib/store/sql/sqlite_engine.h"

#include <utility>

#include "lib/base/status_macros.h"
#include "lib/store/sql/errors.h"
#include "lib/store/sql/sealed_copy.h"

namespace spotcheck::sql {
namespace {

// A statement waits this long for another process's lock: that of a backup, or
// of `verify` beside a running server.
constexpr int kBusyMillis = 10'000;
// At most this many idle statements of one text are kept; only nested queries
// use more.
constexpr std::size_t kMaxIdle = 2;

absl::Status CheckCode(int code) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) {
    return absl::OkStatus();
  }
  return store::EngineError(code);
}

// Returns a pointer that is never null, because SQLite would bind a null
// pointer as NULL.
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

// Steps through the rows to the end, or until `visit` returns false.
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

// A negative cache_size is in KiB: the index pages of a province's register
// stay in memory for the writer; a reader needs only the paths it walks.
// Nothing is memory-mapped, because a mapping of each reader would count a
// whole register as memory. LogCopier copies the log on a connection of its
// own, so no commit copies it (wal_autocheckpoint).
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
constexpr char kLogCopierPragmas[] = "PRAGMA synchronous = FULL;";

struct Opening {
  int flags;
  const char* pragmas;
};

Opening OpeningOf(Role role) {
  switch (role) {
    case Role::kWriter:
      return {SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, kWriterPragmas};
    case Role::kReader:
      return {SQLITE_OPEN_READONLY, kReaderPragmas};
    case Role::kLogCopier:
      break;
  }
  return {SQLITE_OPEN_READWRITE, kLogCopierPragmas};
}

}  // namespace

SqliteEngine::SqliteEngine(EngineHandle handle) : db_(std::move(handle)) {
  sqlite3_wal_hook(
      db_.get(),
      [](void* self, sqlite3* /*db*/, const char* /*name*/, int pages) {
        static_cast<SqliteEngine*>(self)->log_pages_ = pages;
        return SQLITE_OK;
      },
      this);
}

absl::StatusOr<StatementHandle> SqliteEngine::Take(std::string_view sql) {
  const auto found = idle_.find(sql);
  if (found != idle_.end() && !found->second.empty()) {
    StatementHandle statement = std::move(found->second.back());
    found->second.pop_back();
    return statement;
  }
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v3(db_.get(), sql.data(), static_cast<int>(sql.size()),
                         SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  StatementHandle handle(statement);
  if (code == SQLITE_ERROR) {
    return store::StatementError({sql, sqlite3_errmsg(db_.get())});
  }
  RETURN_IF_ERROR(CheckCode(code));
  return handle;
}

void SqliteEngine::Keep(std::string_view sql, StatementHandle statement) {
  sqlite3_reset(statement.get());
  sqlite3_clear_bindings(statement.get());
  auto found = idle_.find(sql);
  if (found == idle_.end()) found = idle_.try_emplace(std::string(sql)).first;
  if (found->second.size() < kMaxIdle) {
    found->second.push_back(std::move(statement));
  }
}

absl::Status SqliteEngine::Run(std::string_view sql,
                               std::span<const Binding> bindings, Access access,
                               Visit visit) {
  ASSIGN_OR_RETURN(StatementHandle statement, Take(sql));
  const bool reads = sqlite3_stmt_readonly(statement.get()) != 0 &&
                     sqlite3_column_count(statement.get()) > 0;
  if (access == Access::kReadOnly && !reads) {
    return store::StatementError({sql, "a query may only read"});
  }
  absl::Status status = BindAll(statement.get(), bindings);
  if (status.ok()) status = StepAll(statement.get(), visit);
  Keep(sql, std::move(statement));
  return status;
}

absl::Status SqliteEngine::RunScript(const std::string& script) {
  return sql::RunScript(db_.get(), script);
}

std::int64_t SqliteEngine::changes() const {
  return sqlite3_changes64(db_.get());
}

absl::Status SqliteEngine::Change(std::string_view sql) {
  return Run(sql, {}, Access::kReadWrite,
             [](const Row&) -> absl::StatusOr<bool> { return true; });
}

absl::Status SqliteEngine::Begin(Purpose purpose) {
  switch (purpose) {
    case Purpose::kWrite:
      return Change("BEGIN IMMEDIATE");
    case Purpose::kRead:
      break;
  }
  return Change("BEGIN");
}

absl::Status SqliteEngine::Commit() { return Change("COMMIT"); }
absl::Status SqliteEngine::Rollback() { return Change("ROLLBACK"); }

// Setting a number of the file's header to what it is makes its page one that
// has changed.
absl::Status SqliteEngine::WriteAPage() {
  return Change("PRAGMA user_version = 0");
}

bool SqliteEngine::InTransaction() const {
  return sqlite3_get_autocommit(db_.get()) == 0;
}

absl::Status SqliteEngine::CopyLog(LogPart part) {
  const int mode = part == LogPart::kAll ? SQLITE_CHECKPOINT_TRUNCATE
                                         : SQLITE_CHECKPOINT_PASSIVE;
  return CheckCode(
      sqlite3_wal_checkpoint_v2(db_.get(), nullptr, mode, nullptr, nullptr));
}

absl::Status SqliteEngine::ForEach(std::string_view sql,
                                   std::span<const Binding> bindings,
                                   absl::FunctionRef<void(const Row&)> visit) {
  return Run(sql, bindings, Access::kReadOnly,
             [&visit](const Row& row) -> absl::StatusOr<bool> {
               visit(row);
               return true;
             });
}

absl::StatusOr<bool> SqliteEngine::HasTable(std::string_view name) {
  static constexpr char kSql[] =
      "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $name";
  const Binding binding{"$name", name};
  bool found = false;
  RETURN_IF_ERROR(
      ForEach(kSql, {&binding, 1}, [&found](const Row&) { found = true; }));
  return found;
}

absl::StatusOr<TableShape> SqliteEngine::ShapeOf(const std::string& name) {
  static constexpr char kSql[] =
      "SELECT name, pk FROM pragma_table_info($table) ORDER BY pk = 0, pk, cid";
  const Binding binding{"$table", name};
  TableShape table{.name = name, .keys = {}, .columns = {}};
  RETURN_IF_ERROR(ForEach(kSql, {&binding, 1}, [&table](const Row& row) {
    table.columns.emplace_back(row.Text(0));
    if (row.Int(1) > 0) table.keys.emplace_back(row.Text(0));
  }));
  return table;
}

absl::StatusOr<std::vector<TableShape>> SqliteEngine::Tables() {
  static constexpr char kSql[] =
      "SELECT name FROM pragma_table_list WHERE schema = 'main' "
      "AND type = 'table' AND name <> 'sqlite_schema' ORDER BY name";
  std::vector<std::string> names;
  RETURN_IF_ERROR(ForEach(
      kSql, {}, [&names](const Row& row) { names.emplace_back(row.Text(0)); }));
  std::vector<TableShape> tables;
  for (const std::string& name : names) {
    ASSIGN_OR_RETURN(TableShape table, ShapeOf(name));
    tables.push_back(std::move(table));
  }
  return tables;
}

absl::StatusOr<std::vector<SchemaPart>> SqliteEngine::Schema() {
  static constexpr char kSql[] =
      "SELECT type || ' ' || name, COALESCE(sql, '') FROM sqlite_master "
      "ORDER BY type, name";
  std::vector<SchemaPart> parts;
  RETURN_IF_ERROR(ForEach(kSql, {}, [&parts](const Row& row) {
    parts.push_back({std::string(row.Text(0)), std::string(row.Text(1))});
  }));
  return parts;
}

absl::StatusOr<std::vector<std::string>> SqliteEngine::FindDamage() {
  std::vector<std::string> damage;
  const auto add = [&damage](const Row& row) {
    if (row.Text(0) != "ok") damage.emplace_back(row.Text(0));
  };
  RETURN_IF_ERROR(ForEach("PRAGMA integrity_check", {}, add));
  RETURN_IF_ERROR(ForEach("PRAGMA foreign_key_check", {}, add));
  return damage;
}

namespace {

// Reads nothing but the file's first page. A medium that cannot be written
// refuses even that where the database has a log (sealed_copy.h).
bool IsRefused(sqlite3* db) {
  const int code =
      sqlite3_exec(db, "PRAGMA schema_version", nullptr, nullptr, nullptr);
  constexpr int kPrimary = 0xFF;
  return (code & kPrimary) == SQLITE_CANTOPEN ||
         (code & kPrimary) == SQLITE_READONLY;
}

}  // namespace

absl::StatusOr<std::unique_ptr<Engine>> OpenDatabase(const std::string& path,
                                                     Role role) {
  const Opening opening = OpeningOf(role);
  ASSIGN_OR_RETURN(EngineHandle handle, OpenEngine(path, opening.flags));
  if (role == Role::kReader && IsRefused(handle.get()) &&
      IsWholeByItself(path)) {
    ASSIGN_OR_RETURN(handle, OpenEngine(ImmutableUri(path),
                                        opening.flags | SQLITE_OPEN_URI));
  }
  RETURN_IF_ERROR(RunScript(handle.get(), opening.pragmas));
  return std::make_unique<SqliteEngine>(std::move(handle));
}

absl::StatusOr<EngineHandle> OpenEngine(const std::string& path, int flags) {
  // SQLite's statistics of its memory, which nobody reads, would have the
  // threads of all connections wait for one lock. They are switched off once,
  // before SQLite's first use; where SQLite is in use already, it keeps them.
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
