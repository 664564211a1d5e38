#ifndef SPOTCHECK_CLIENT_PROFILE_H_
#define SPOTCHECK_CLIENT_PROFILE_H_

// A profile: which server, as whom. `spotcheckd init` and `cert issue` write
// DIR/profiles/NAME.json; on another machine the folder of profiles is
// $XDG_CONFIG_HOME/spotcheck/profiles (XDG Base Directory Specification).

#include <string>

#include "absl/status/statusor.h"
#include "client/io/options.h"

namespace spotcheck::client {

struct Profile {
  std::string name;
  std::string endpoint;  // host:port
  std::string ca;        // PEM text, as are the next two
  std::string certificate;
  std::string key;
};

// The folder where the profile and what belongs to it are looked for.
std::string ProfileFolder(const GlobalOptions& options);
// --profile, else $SPOTCHECK_PROFILE, else admin.
std::string ProfileName(const GlobalOptions& options);

// The profile with its certificates read. Where the data folder of a running
// server is named, its run/endpoint takes the place of the profile's endpoint.
// PROFILE_NOT_FOUND, FILE_NOT_READABLE, FILE_MALFORMED.
absl::StatusOr<Profile> LoadProfile(const GlobalOptions& options);

// The journal's verifier key as it was handed over with the profile: the data
// folder's journal.vkey, else the one in the profiles' folder.
// JOURNAL_KEY_UNKNOWN.
absl::StatusOr<std::string> LoadJournalKey(const GlobalOptions& options);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_PROFILE_H_
