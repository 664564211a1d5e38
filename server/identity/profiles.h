#ifndef SPOTCHECK_SERVER_IDENTITY_PROFILES_H_
#define SPOTCHECK_SERVER_IDENTITY_PROFILES_H_

// A person's client profile: NAME.json with the endpoint and the names of
// ca.crt, NAME.crt and NAME.key beside it. The folder can be copied as it is.
// Works while the server serves.

#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "server/identity/pki.h"
#include "server/setup/data_dir.h"

namespace spotcheck::server {

struct NewProfile {
  Identity identity;
  std::string endpoint;  // HOST:PORT
  int days = kPersonDays;
};

// INVALID_PERSON_NAME, RESERVED_PERSON_NAME, PERSON_EXISTS, INVALID_VALIDITY,
// INVALID_ADDRESS; those of files.
absl::Status IssueProfile(const DataDir& dir, const NewProfile& profile,
                          absl::Time now);

// HOST:PORT, the port 0–65535.
absl::Status ValidateAddress(const std::string& address);

// Who the system itself is in the journal; no person bears this name.
inline constexpr char kSystemActor[] = "spotcheckd";

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_IDENTITY_PROFILES_H_
