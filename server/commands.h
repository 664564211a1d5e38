#ifndef SPOTCHECK_SERVER_COMMANDS_H_
#define SPOTCHECK_SERVER_COMMANDS_H_

// The commands of spotcheckd. command_line.cc calls them with the options it
// has read; each prints what it did and answers how the process ends.

#include <ostream>
#include <string>
#include <vector>

#include "lib/base/exit_code.h"
#include "lib/cli/language.h"
#include "server/identity/pki.h"
#include "server/init.h"
#include "server/server.h"
#include "server/setup/clock.h"

namespace spotcheck::server {

struct CertOptions {
  std::string data;
  std::string name;
  std::string role;
  std::string endpoint;  // empty: the administrator's endpoint
  int days = kPersonDays;
  AuthorityWords authority = {};
};

struct RevokeOptions {
  std::string data;
  std::string whom;
  std::string reason;
  std::string by;  // empty: the account that runs the command
};

inline const std::string& In(Language language, const Localized& text) {
  return Spoken(language, text);
}

// The streams that a command writes to, and its language.
struct Terminal {
  std::ostream& out;
  std::ostream& err;
  Language language = Language::kEn;
};

ExitCode RunInit(const InitOptions& options, const Terminal& terminal);
ExitCode RunCertIssue(const CertOptions& options, const Terminal& terminal);
ExitCode RunCertRevoke(const RevokeOptions& options, const Terminal& terminal);
// Works beside a running server as well as on a stopped folder.
ExitCode RunClockAccept(const ClockOptions& options, const Terminal& terminal);
ExitCode RunCertList(const std::string& data, const Terminal& terminal);
// Serves until the process gets SIGTERM or SIGINT.
ExitCode RunServe(const ServeOptions& options, const Terminal& terminal);
// Answers kDone where the data folder is sound; else kNegative, after it has
// printed one line for each difference.
ExitCode RunVerify(const std::string& data, const Terminal& terminal);

// Prints the error in the terminal's language, nothing to whoever closed the
// output himself; its exit code.
ExitCode Fail(const absl::Status& status, const Terminal& terminal);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_COMMANDS_H_
