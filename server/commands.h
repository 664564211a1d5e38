#ifndef SPOTCHECK_SERVER_COMMANDS_H_
#define SPOTCHECK_SERVER_COMMANDS_H_

// The commands of spotcheckd, after the command line is read. Each prints what
// it did and answers how the process ends.

#include <ostream>
#include <string>
#include <vector>

#include "lib/base/exit_code.h"
#include "server/identity/pki.h"
#include "server/init.h"
#include "server/server.h"
#include "server/setup/language.h"

namespace spotcheck::server {

struct CertOptions {
  std::string data;
  std::string name;
  std::string role;
  std::string endpoint;  // empty: the administrator's
  int days = kPersonDays;
};

struct RevokeOptions {
  std::string data;
  std::string whom;
  std::string reason;
  std::string by;  // empty: the account that runs the command
};

// Where a command writes, and in which language.
struct Terminal {
  std::ostream& out;
  std::ostream& err;
  Language language = Language::kEn;
};

ExitCode RunInit(const InitOptions& options, const Terminal& terminal);
ExitCode RunCertIssue(const CertOptions& options, const Terminal& terminal);
ExitCode RunCertRevoke(const RevokeOptions& options, const Terminal& terminal);
ExitCode RunCertList(const std::string& data, const Terminal& terminal);
// Until SIGTERM or SIGINT.
ExitCode RunServe(const ServeOptions& options, const Terminal& terminal);
// kDone where it is sound, kNegative with what differs, one line each.
ExitCode RunVerify(const std::string& data, const Terminal& terminal);

// Prints the error in the terminal's language; its exit code.
ExitCode Fail(const absl::Status& status, const Terminal& terminal);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_COMMANDS_H_
