#include "lib/base/civil_date.h"
#include "lib/store/tables/apply.h"
#include "lib/store/tables/table.h"

namespace spotcheck::store {

absl::Status Apply(const Applying& a, const GrantAdded& event) {
  static constexpr char kSql[] =
      "INSERT INTO authority_grant (grant_id, certificate, authority, level, "
      "authority_region, granted_by, granted_at, leaf_index) "
      "VALUES ($id, $certificate, $authority, $level, $region, $by, $at, "
      "$leaf)";
  const rules::Authority& authority = event.authority;
  return a.db.Execute(kSql, {{"$id", event.grant_id},
                             {"$certificate", event.certificate},
                             {"$authority", authority.name},
                             {"$level", table::LevelNumber(authority.level)},
                             {"$region", authority.region.str()},
                             {"$by", a.header.actor},
                             {"$at", FormatUtcMicros(a.header.time)},
                             {"$leaf", a.leaf}});
}

absl::Status Apply(const Applying& a, const GrantWithdrawn& event) {
  static constexpr char kSql[] =
      "DELETE FROM authority_grant WHERE grant_id = $id";
  return ChangeOne(a, kSql, {{"$id", event.grant_id}});
}

}  // namespace spotcheck::store
