#ifndef SPOTCHECK_LIB_STORE_SQL_SQLITE_ENGINE_H_
#define SPOTCHECK_LIB_STORE_SQL_SQLITE_ENGINE_H_

// SqliteEngine is SQLite, the engine of every connection today. Only
// OpenDatabase (engine.h) makes one.

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/store/sql/engine.h"

namespace spotcheck::sql {

struct CloseEngine {
  void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  void operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
  }
};
using EngineHandle = std::unique_ptr<sqlite3, CloseEngine>;
using StatementHandle = std::unique_ptr<sqlite3_stmt, CloseEngine>;

class SqliteEngine final : public Engine {
 public:
  explicit SqliteEngine(EngineHandle handle);
  // SQLite's hook (sqlite3_wal_hook) holds this object's address.
  SqliteEngine(const SqliteEngine&) = delete;
  SqliteEngine& operator=(const SqliteEngine&) = delete;

  absl::Status Run(std::string_view sql, std::span<const Binding> bindings,
                   Access access, Visit visit) override;
  absl::Status RunScript(const std::string& script) override;
  std::int64_t changes() const override;
  absl::Status Begin(Purpose purpose) override;
  absl::Status Commit() override;
  absl::Status Rollback() override;
  absl::Status WriteAPage() override;
  bool InTransaction() const override;
  std::int64_t log_pages() const override { return log_pages_; }
  absl::Status CopyLog(LogPart part) override;

  absl::StatusOr<bool> HasTable(std::string_view name) override;
  absl::StatusOr<std::vector<TableShape>> Tables() override;
  absl::StatusOr<std::vector<SchemaPart>> Schema() override;
  absl::StatusOr<std::vector<std::string>> FindDamage() override;

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  // Take returns an idle statement of this text, or prepares one. The caller
  // owns it until Keep, so one text may be in use twice.
  absl::StatusOr<StatementHandle> Take(std::string_view sql);
  void Keep(std::string_view sql, StatementHandle statement);
  absl::Status Change(std::string_view sql);
  absl::Status ForEach(std::string_view sql, std::span<const Binding> bindings,
                       absl::FunctionRef<void(const Row&)> visit);
  absl::StatusOr<TableShape> ShapeOf(const std::string& name);

  EngineHandle db_;  // must outlive the statements in idle_
  std::unordered_map<std::string, std::vector<StatementHandle>, TextHash,
                     std::equal_to<>>
      idle_;
  std::int64_t log_pages_ = 0;
};

// Opens SQLite with the settings of every connection: extended result codes, a
// busy timeout, foreign keys, no double-quoted strings. `flags` are
// SQLITE_OPEN_….
absl::StatusOr<EngineHandle> OpenEngine(const std::string& path, int flags);

// Runs several statements in one text, without parameters and results.
absl::Status RunScript(sqlite3* db, const std::string& script);

}  // namespace spotcheck::sql

#endif  // SPOTCHECK_LIB_STORE_SQL_SQLITE_ENGINE_H_
