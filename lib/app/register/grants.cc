#include "lib/app/register/grants.h"

#include <cstdint>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "lib/app/common/errors.h"
#include "lib/base/bytes.h"
#include "lib/base/civil_date.h"
#include "lib/base/hash.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/words.h"
#include "lib/rules/law/product_key.h"
#include "lib/rules/law/task_rules.h"
#include "lib/store/events/events.h"

namespace spotcheck::app {
namespace {

absl::StatusOr<std::string> GrantId(const NewGrant& grant) {
  ASSIGN_OR_RETURN(const std::string name,
                   rules::NormaliseName(grant.authority.name));
  return "G" + ShortId(Sha256(Lp({"grant", grant.certificate, name,
                                  CodeOf(grant.authority.level),
                                  grant.authority.region.Label()})));
}

}  // namespace

absl::StatusOr<rules::Authority> CheckGrantable(const rules::Authority& given) {
  RETURN_IF_ERROR(rules::ValidateText(given.name, {"authority"}));
  ASSIGN_OR_RETURN(
      rules::Authority authority,
      rules::AuthorityOfTask(given.name, given.level, given.region));
  if (authority.region != given.region) {
    return register_errors::RegionFinerThanLevel(given);
  }
  return authority;
}

absl::StatusOr<store::StoredGrant> AddGrant(store::Transaction& tx,
                                            const NewGrant& grant) {
  ASSIGN_OR_RETURN(rules::Authority authority, CheckGrantable(grant.authority));
  ASSIGN_OR_RETURN(std::string id, GrantId(grant));
  ASSIGN_OR_RETURN(const auto standing, store::FindGrant(tx, id));
  if (standing.has_value()) {
    return register_errors::GrantExists(id);
  }
  ASSIGN_OR_RETURN(
      const std::int64_t leaf,
      tx.Append(store::GrantAdded{id, grant.certificate, authority}));
  return store::StoredGrant{
      std::move(id), grant.certificate,         std::move(authority),
      tx.actor(),    FormatUtcMicros(tx.now()), leaf};
}

absl::StatusOr<store::StoredGrant> WithdrawGrant(
    store::Transaction& tx, const GrantWithdrawal& withdrawal) {
  RETURN_IF_ERROR(rules::ValidateText(withdrawal.reason, {"reason"}));
  ASSIGN_OR_RETURN(auto grant, store::FindGrant(tx, withdrawal.grant_id));
  if (!grant.has_value()) {
    return register_errors::GrantNotFound(withdrawal.grant_id);
  }
  ASSIGN_OR_RETURN(
      grant->leaf_index,
      tx.Append(store::GrantWithdrawn{withdrawal.grant_id, withdrawal.reason}));
  return *std::move(grant);
}

absl::StatusOr<Page<store::StoredGrant>> ListGrants(const store::View& view,
                                                    const GrantsQuery& query) {
  using Rows = std::vector<store::StoredGrant>;
  return ReadPage<store::StoredGrant>(
      {{Lp({"grants", query.certificate})}, query.page_size, query.page_token},
      [&](const std::string& after, int limit) -> absl::StatusOr<Rows> {
        store::GrantRange range{query.certificate, -1, limit};
        if (!after.empty() && !absl::SimpleAtoi(after, &range.after)) {
          return register_errors::InvalidPageToken();
        }
        return store::GrantPage(view, range);
      },
      [](const store::StoredGrant& row) {
        return absl::StrCat(row.leaf_index);
      });
}

}  // namespace spotcheck::app
