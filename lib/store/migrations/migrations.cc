#include "lib/store/migrations/migrations.h"

#include <optional>
#include <string>

#include "lib/base/hash.h"
#include "lib/base/status_macros.h"
#include "lib/store/sql/catalogue.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {
namespace {

// Returns how many of the migrations the database has; an error where one of
// them is not the program's.
absl::StatusOr<std::size_t> CountApplied(
    sql::Connection& db, std::span<const Migration> migrations) {
  static constexpr char kApplied[] =
      "SELECT version, digest FROM schema_migration ORDER BY version";
  ASSIGN_OR_RETURN(const bool any, db.catalogue().HasTable("schema_migration"));
  if (!any) return 0;
  ASSIGN_OR_RETURN(const sql::Rows applied, db.Query(kApplied, {}));
  for (std::size_t i = 0; i < applied.size(); ++i) {
    const std::int64_t version = applied[i].Int(0);
    if (i >= migrations.size()) {
      return SchemaNewerError(version,
                              static_cast<std::int64_t>(migrations.size()));
    }
    if (version != migrations[i].version ||
        applied[i].Text(1) != Sha256(migrations[i].sql).ToHex()) {
      return SchemaAlteredError(version);
    }
  }
  return applied.size();
}

absl::Status RunMigration(sql::WriteConnection& db,
                          const Migration& migration) {
  static constexpr char kRecord[] =
      "INSERT INTO schema_migration (version, name, digest) "
      "VALUES ($version, $name, $digest)";
  RETURN_IF_ERROR(db.ExecuteScript(std::string(migration.sql)));
  return db.Execute(kRecord, {{"$version", migration.version},
                              {"$name", migration.name},
                              {"$digest", Sha256(migration.sql).ToHex()}});
}

}  // namespace

absl::Status Migrate(sql::WriteConnection& db,
                     std::span<const Migration> migrations) {
  ASSIGN_OR_RETURN(const std::size_t applied, CountApplied(db, migrations));
  for (const Migration& migration : migrations.subspan(applied)) {
    RETURN_IF_ERROR(db.Begin());
    if (const absl::Status status = RunMigration(db, migration); !status.ok()) {
      if (db.InTransaction()) db.Rollback().IgnoreError();
      return status;
    }
    RETURN_IF_ERROR(db.Commit());
  }
  return absl::OkStatus();
}

absl::Status CheckSchema(sql::Connection& db,
                         std::span<const Migration> migrations) {
  ASSIGN_OR_RETURN(const std::size_t applied, CountApplied(db, migrations));
  if (applied != migrations.size()) return SchemaMissingError();
  return absl::OkStatus();
}

}  // namespace spotcheck::store
