#ifndef SPOTCHECK_SERVER_GRANT_H_
#define SPOTCHECK_SERVER_GRANT_H_

// The grants that spotcheckd journals itself, for `init` and `cert issue`. The
// commands work beside a running server: both write to the same journal.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "lib/rules/law/authority.h"
#include "lib/store/journal/database.h"
#include "server/setup/data_dir.h"

namespace spotcheck::server {

// An authority as the options --authority, --level and --region name it; all
// empty where they are not given.
struct AuthorityWords {
  std::string name;
  std::string level;
  std::string region;
};
// Errors: UNKNOWN_LEVEL, INVALID_REGION, and those of app::CheckGrantable.
absl::StatusOr<std::optional<rules::Authority>> ParseAuthority(
    const AuthorityWords& words);

// The certificate that `init` issues. Its grants are the office's own
// authorities.
inline constexpr char kAdminCertificate[] = "admin";

struct Granting {
  std::string certificate;
  std::vector<rules::Authority> authorities;
};
// Journals the grants that do not stand yet, all or none of them. The actor is
// "spotcheckd:" and OwnAccount.
absl::Status JournalGrants(store::Database& database, const Granting& granting);
absl::StatusOr<std::vector<rules::Authority>> AuthoritiesOf(
    store::Database& database, const std::string& certificate);

// Opens the data folder's database beside a server that may be running. Clock
// and entropy outlive it.
absl::StatusOr<std::unique_ptr<store::Database>> OpenBeside(const DataDir& dir,
                                                            Clock& clock,
                                                            Entropy& entropy);

// The name of the operating system's account that runs the command.
std::string OwnAccount();

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_GRANT_H_
