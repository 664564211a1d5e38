#ifndef SPOTCHECK_CLIENT_ENVIRONMENT_H_
#define SPOTCHECK_CLIENT_ENVIRONMENT_H_

// The environment a command runs in, and the type of a command: a function from
// the environment to an exit code or an error.

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "client/io/options.h"
#include "client/io/output.h"
#include "client/session.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "lib/base/error.h"
#include "lib/base/exit_code.h"
#include "spotcheck/v1/common.pb.h"

namespace spotcheck::client {

class Environment {
 public:
  // Clock and entropy outlive the environment.
  Environment(const Clock& clock, Entropy& entropy)
      : clock_(clock), entropy_(entropy) {}

  GlobalOptions options;

  // Opens a connection as the options say. Offline commands never call it.
  absl::StatusOr<Session> Connect() const;
  // Makes the options of a mutation: the id of --request-id or a fresh one, and
  // --dry-run.
  absl::StatusOr<v1::MutationOptions> NewMutation() const;
  // Answers are printed here, in the form the options ask for.
  Output output() const {
    return Output(options.format, options.language, options.part, options.csv);
  }
  // Prints a sentence for the person on standard error.
  void Say(const Phrase& phrase) const;
  void Say(const Localized& sentence) const;

  const Clock& clock() const { return clock_; }
  Entropy& entropy() const { return entropy_; }

 private:
  const Clock& clock_;
  Entropy& entropy_;
};

using Command = std::function<absl::StatusOr<ExitCode>(const Environment&)>;

// A UUID has 8-4-4-4-12 hex digits, lower or upper case.
bool IsUuid(std::string_view text);
// Derives the id of one of several requests that make up one command. The same
// base and number always give the same id, different ones a different id.
std::string DerivedRequestId(const std::string& base, std::int64_t number);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_ENVIRONMENT_H_
