#ifndef SPOTCHECK_CLIENT_ENVIRONMENT_H_
#define SPOTCHECK_CLIENT_ENVIRONMENT_H_

// What a command is run with, and what it is: a function from the environment
// to an exit code or an error.

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
  // The clock and the entropy outlive the environment.
  Environment(const Clock& clock, Entropy& entropy)
      : clock_(clock), entropy_(entropy) {}

  GlobalOptions options;

  // A connection as the options say; offline commands never ask for one.
  absl::StatusOr<Session> Connect() const;
  // What a mutation carries: --request-id or a fresh one, and --dry-run.
  absl::StatusOr<v1::MutationOptions> NewMutation() const;
  // Where the answer goes, in the form the options ask for.
  Output output() const {
    return Output(options.format, options.language, options.part);
  }
  // A sentence for the person, on standard error.
  void Say(const Phrase& phrase) const;
  void Say(const Localized& sentence) const;

  const Clock& clock() const { return clock_; }
  Entropy& entropy() const { return entropy_; }

 private:
  const Clock& clock_;
  Entropy& entropy_;
};

using Command = std::function<absl::StatusOr<ExitCode>(const Environment&)>;

// 8-4-4-4-12 lower-case or upper-case hex digits.
bool IsUuid(std::string_view text);
// The id of one of many requests that belong to one: always the same for the
// same base and number, different for different ones.
std::string DerivedRequestId(const std::string& base, std::int64_t number);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_ENVIRONMENT_H_
