#ifndef SPOTCHECK_SERVER_IDENTITY_PROFILES_H_
#define SPOTCHECK_SERVER_IDENTITY_PROFILES_H_

// A person's client profile: NAME.json holds the endpoint and the names of
// ca.crt, NAME.crt and NAME.key beside it. The folder can be copied to another
// machine as it is. The functions may be called while the server serves.

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

// Errors: INVALID_PERSON_NAME, RESERVED_PERSON_NAME, PERSON_EXISTS,
// INVALID_VALIDITY, INVALID_ADDRESS, and those of files.
absl::Status IssueProfile(const DataDir& dir, const NewProfile& profile,
                          absl::Time now);

// Accepts HOST:PORT with a port of 0–65535.
absl::Status ValidateAddress(const std::string& address);

// The journal names the system itself as actor by this name; no person may bear
// it.
inline constexpr char kSystemActor[] = "spotcheckd";

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_IDENTITY_PROFILES_H_
