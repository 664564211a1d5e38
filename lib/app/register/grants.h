#ifndef SPOTCHECK_LIB_APP_REGISTER_GRANTS_H_
#define SPOTCHECK_LIB_APP_REGISTER_GRANTS_H_

// A grant binds a certificate to an authority: from then on whoever calls with
// a certificate of this name may speak for the authority. The name is what the
// journal calls its actors, so a renewed certificate keeps its grants. An
// administrator gives and withdraws them; each is an event.

#include <string>

#include "absl/status/statusor.h"
#include "lib/app/common/page.h"
#include "lib/base/ids.h"
#include "lib/rules/law/authority.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/grants.h"

namespace spotcheck::app {

// The authority as it can be granted: its region has the digits of its level.
// A finer region would silently grant the whole of the level's.
// LEVEL_NEEDS_REGION, REGION_FINER_THAN_LEVEL, those of a text.
absl::StatusOr<rules::Authority> CheckGrantable(const rules::Authority& given);

struct NewGrant {
  std::string certificate;  // a name of [A-Za-z0-9._-]{1,64}
  rules::Authority authority;
};
// The id follows from certificate and authority, whose name counts in its
// normal form: GRANT_EXISTS names the same grant in whatever spelling. Errors
// also those of CheckGrantable.
absl::StatusOr<store::StoredGrant> AddGrant(store::Transaction& tx,
                                            const NewGrant& grant);

struct GrantWithdrawal {
  std::string grant_id;
  std::string reason;
};
// Answers the grant as it was, with the leaf of the withdrawal.
// GRANT_NOT_FOUND, also where it was withdrawn before.
absl::StatusOr<store::StoredGrant> WithdrawGrant(
    store::Transaction& tx, const GrantWithdrawal& withdrawal);

struct GrantsQuery {
  std::string certificate;  // "" for all
  int page_size = 0;
  std::string page_token;
};
// Answers the grants that stand, in the order in which they were given.
absl::StatusOr<Page<store::StoredGrant>> ListGrants(const store::View& view,
                                                    const GrantsQuery& query);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REGISTER_GRANTS_H_
