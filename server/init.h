#ifndef SPOTCHECK_SERVER_INIT_H_
#define SPOTCHECK_SERVER_INIT_H_

// Makes an office's data folder: database, keys, certificates, rule book and
// the administrator's profile. Either all of it is made or nothing: it is built
// beside its place and moved there in one step.

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "server/grant.h"

namespace spotcheck::server {

struct InitOptions {
  std::string data;
  std::string endpoint;            // goes into the administrator's profile
  std::vector<std::string> hosts;  // further names of the server's certificate
  // The journal's name. It never changes and tells one office's journal from
  // another's.
  std::string origin = "spotcheck";
  // The office's own authority, granted to the administrator's certificate.
  AuthorityWords authority = {};
};

// Errors: INVALID_ORIGIN; those of ParseAuthority; DATA_FOLDER_IN_USE where the
// folder exists and is not empty.
absl::Status InitDataDir(const InitOptions& options, Clock& clock,
                         Entropy& entropy);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_INIT_H_
