#ifndef SPOTCHECK_LIB_APP_REGISTER_GRANTS_H_
#define SPOTCHECK_LIB_APP_REGISTER_GRANTS_H_

// A grant binds a certificate to an authority: from then on a caller with a
// certificate of this name may speak for the authority. The journal names
// actors by that name too, so a renewed certificate keeps its grants. An
// administrator adds and withdraws grants; each step is an event.

#include <string>

#include "absl/status/statusor.h"
#include "lib/app/common/page.h"
#include "lib/base/ids.h"
#include "lib/rules/law/authority.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/grants.h"

namespace spotcheck::app {

// Answers the authority as it is granted. Its region must have the number of
// digits of its level: a region with more digits is refused, because the grant
// would cover the level's whole region without saying so. Errors:
// LEVEL_NEEDS_REGION, REGION_FINER_THAN_LEVEL, and those of a text.
absl::StatusOr<rules::Authority> CheckGrantable(const rules::Authority& given);

struct NewGrant {
  std::string certificate;  // a name of [A-Za-z0-9._-]{1,64}
  rules::Authority authority;
};
// Adds a grant. Its id is made from the certificate and the authority, whose
// name counts in its normal form, so that GRANT_EXISTS finds the same grant in
// another spelling. Further errors: those of CheckGrantable.
absl::StatusOr<store::StoredGrant> AddGrant(store::Transaction& tx,
                                            const NewGrant& grant);

struct GrantWithdrawal {
  std::string grant_id;
  std::string reason;
};
// Answers the grant as it was before, with the leaf of the withdrawal.
// GRANT_NOT_FOUND if it does not exist or was withdrawn already.
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
