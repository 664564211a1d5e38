#ifndef SPOTCHECK_CLIENT_PROFILE_H_
#define SPOTCHECK_CLIENT_PROFILE_H_

// A profile says which server to call and with which certificate. `spotcheckd
// init` and `cert issue` write DIR/profiles/NAME.json; on another machine the
// folder of profiles is $XDG_CONFIG_HOME/spotcheck/profiles (XDG Base Directory
// Specification).

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/io/options.h"

namespace spotcheck::client {

struct Profile {
  std::string name;
  std::string endpoint;  // host:port
  std::string ca;        // a PEM text, like the next two
  std::string certificate;
  std::string key;
};

// The folder that holds the profile and its certificate files.
std::string ProfileFolder(const GlobalOptions& options);
// Takes --profile, else $SPOTCHECK_PROFILE, else "admin".
std::string ProfileName(const GlobalOptions& options);

// Reads the profile and its certificates. Where --data names the folder of a
// running server, its run/endpoint replaces the profile's endpoint. Errors:
// PROFILE_NOT_FOUND, FILE_NOT_READABLE, FILE_MALFORMED.
absl::StatusOr<Profile> LoadProfile(const GlobalOptions& options);

// Refuses a certificate that the server would refuse with nothing but a failed
// handshake. Errors: CERTIFICATE_EXPIRED, CERTIFICATE_NOT_YET_VALID.
absl::Status CheckValidity(const Profile& profile, absl::Time now);

// Reads the journal's verifier key, which was handed over with the profile: the
// data folder's journal.vkey, else the one in the folder of profiles. Error:
// JOURNAL_KEY_UNKNOWN.
absl::StatusOr<std::string> LoadJournalKey(const GlobalOptions& options);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_PROFILE_H_
