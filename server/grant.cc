#include "server/grant.h"

#include <unistd.h>

#include <cstdlib>

#include "lib/app/register/grants.h"
#include "lib/base/status_macros.h"
#include "server/identity/profiles.h"

namespace spotcheck::server {

absl::StatusOr<std::optional<rules::Authority>> ParseAuthority(
    const AuthorityWords& words) {
  const bool none =
      words.name.empty() && words.level.empty() && words.region.empty();
  if (none) return std::nullopt;
  ASSIGN_OR_RETURN(const rules::Level level, rules::ParseLevel(words.level));
  ASSIGN_OR_RETURN(const Region region, Region::Parse(words.region));
  ASSIGN_OR_RETURN(rules::Authority authority,
                   app::CheckGrantable({words.name, level, region}));
  return authority;
}

absl::Status JournalGrants(store::Database& database,
                           const Granting& granting) {
  store::Mutation mutation;
  mutation.actor = std::string(kSystemActor) + ":" + OwnAccount();
  return database
      .Write(
          mutation,
          [&](store::Transaction& tx) -> absl::StatusOr<std::string> {
            for (const rules::Authority& authority : granting.authorities) {
              const absl::Status added =
                  app::AddGrant(tx, {granting.certificate, authority}).status();
              if (!absl::IsAlreadyExists(added)) RETURN_IF_ERROR(added);
            }
            return std::string();
          })
      .status();
}

absl::StatusOr<std::unique_ptr<store::Database>> OpenBeside(const DataDir& dir,
                                                            Clock& clock,
                                                            Entropy& entropy) {
  ASSIGN_OR_RETURN(const store::DatabaseKeys keys, LoadKeys(dir));
  ASSIGN_OR_RETURN(store::DatabaseOptions options, DatabaseOptionsOf(dir));
  options.readers = 1;
  return store::Database::Open(options, keys, clock, entropy);
}

absl::StatusOr<std::vector<rules::Authority>> AuthoritiesOf(
    store::Database& database, const std::string& certificate) {
  std::vector<rules::Authority> authorities;
  RETURN_IF_ERROR(database.Read([&](const store::View& view) -> absl::Status {
    app::GrantsQuery query{certificate, kMaxPageSize, ""};
    ASSIGN_OR_RETURN(const auto page, app::ListGrants(view, query));
    for (const store::StoredGrant& grant : page.rows) {
      authorities.push_back(grant.authority);
    }
    return absl::OkStatus();
  }));
  return authorities;
}

std::string OwnAccount() {
  for (const char* name : {"SUDO_USER", "USER", "LOGNAME"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return "uid " + std::to_string(::getuid());
}

}  // namespace spotcheck::server
