#ifndef SPOTCHECK_LIB_STORE_MIGRATIONS_MIGRATIONS_H_
#define SPOTCHECK_LIB_STORE_MIGRATIONS_MIGRATIONS_H_

// The schema's history is compiled in from migrations/NNNN_name.sql. Migrations
// only go forward; they are numbered from 1 without a gap, each runs in one
// transaction, and each is checked by the digest of its text.

#include <cstdint>
#include <span>
#include <string_view>

#include "absl/status/status.h"
#include "lib/store/sql/write_connection.h"

namespace spotcheck::store {

struct Migration {
  std::int64_t version = 0;
  std::string_view name;
  std::string_view sql;
};

// The build generates this function from the .sql files.
std::span<const Migration> Migrations();

// Brings the schema to the last of `migrations`. Refuses a database that has
// more migrations than those (SCHEMA_NEWER) or others (SCHEMA_ALTERED).
absl::Status Migrate(sql::WriteConnection& db,
                     std::span<const Migration> migrations);
// Checks that the schema is exactly the one of `migrations`, and changes
// nothing. SCHEMA_MISSING where a migration has not run.
absl::Status CheckSchema(sql::Connection& db,
                         std::span<const Migration> migrations);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_MIGRATIONS_MIGRATIONS_H_
