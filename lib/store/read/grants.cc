#include "lib/store/read/grants.h"

#include "lib/base/status_macros.h"
#include "lib/store/read/rows.h"
#include "lib/store/tables/table.h"

namespace spotcheck::store {
namespace {

absl::StatusOr<StoredGrant> ReadGrant(const sql::Row& row) {
  StoredGrant grant;
  grant.grant_id = std::string(row.Text(0));
  grant.certificate = std::string(row.Text(1));
  ASSIGN_OR_RETURN(grant.authority, ReadColumns<rules::Authority>(row, 2));
  grant.granted_by = std::string(row.Text(5));
  grant.granted_at = std::string(row.Text(6));
  grant.leaf_index = row.Int(7);
  return grant;
}

}  // namespace

absl::StatusOr<std::optional<StoredGrant>> FindGrant(
    const View& view, std::string_view grant_id) {
  static constexpr char kSql[] =
      "SELECT grant_id, certificate, authority, level, authority_region, "
      "granted_by, granted_at, leaf_index FROM authority_grant "
      "WHERE grant_id = $id";
  return FirstRow<StoredGrant>(view, kSql, {{"$id", grant_id}}, ReadGrant);
}

absl::StatusOr<std::vector<StoredGrant>> GrantPage(const View& view,
                                                   const GrantRange& range) {
  static constexpr char kAll[] =
      "SELECT grant_id, certificate, authority, level, authority_region, "
      "granted_by, granted_at, leaf_index FROM authority_grant "
      "WHERE leaf_index > $after ORDER BY leaf_index LIMIT $limit";
  static constexpr char kOfOne[] =
      "SELECT grant_id, certificate, authority, level, authority_region, "
      "granted_by, granted_at, leaf_index FROM authority_grant "
      "WHERE certificate = $certificate AND leaf_index > $after "
      "ORDER BY leaf_index LIMIT $limit";
  if (range.certificate.empty()) {
    return AllRows<StoredGrant>(
        view, kAll, {{"$after", range.after}, {"$limit", range.limit}},
        ReadGrant);
  }
  return AllRows<StoredGrant>(view, kOfOne,
                              {{"$certificate", range.certificate},
                               {"$after", range.after},
                               {"$limit", range.limit}},
                              ReadGrant);
}

}  // namespace spotcheck::store
