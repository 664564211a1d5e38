#ifndef SPOTCHECK_LIB_STORE_SQL_SQLITE_ENGINE_H_
#define SPOTCHECK_LIB_STORE_SQL_SQLITE_ENGINE_H_

// For the .cc files of this room only: SQLite behind sql::Connection.

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/store/sql/connection.h"

namespace spotcheck::sql {

struct CloseEngine {
  void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  void operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
  }
};
using EngineHandle = std::unique_ptr<sqlite3, CloseEngine>;
using StatementHandle = std::unique_ptr<sqlite3_stmt, CloseEngine>;

struct Connection::Engine {
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  explicit Engine(EngineHandle handle) : db(std::move(handle)) {}

  // An idle statement of this text, prepared where there is none. It is the
  // caller's until Keep; so a text may be in use twice.
  absl::StatusOr<StatementHandle> Take(std::string_view sql);
  void Keep(std::string_view sql, StatementHandle statement);

  EngineHandle db;  // outlives the statements below
  std::unordered_map<std::string, std::vector<StatementHandle>, TextHash,
                     std::equal_to<>>
      idle;
};

// Opens with what every connection has: extended result codes, a busy timeout,
// foreign keys, no double-quoted strings. `flags` are SQLITE_OPEN_….
absl::StatusOr<EngineHandle> OpenEngine(const std::string& path, int flags);

// Statements without parameters or results, several in one text.
absl::Status RunScript(sqlite3* db, const std::string& script);

}  // namespace spotcheck::sql

#endif  // SPOTCHECK_LIB_STORE_SQL_SQLITE_ENGINE_H_
