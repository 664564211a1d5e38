#ifndef SPOTCHECK_SERVER_RPC_LOG_H_
#define SPOTCHECK_SERVER_RPC_LOG_H_

// Writes one JSON object a line: the rpc, the caller, the code and the time it
// took. It never writes a value of a request or an answer, because people who
// must not know what was drawn may read a log. Thread-safe.

#include <mutex>
#include <ostream>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"

namespace spotcheck::server {

struct CallRecord {
  std::string_view rpc;
  std::string caller;  // "" where nobody was known
  std::string role;
  std::string code;    // OK, INVALID_ARGUMENT, …
  std::string reason;  // of the error, "" for OK
  absl::Duration took;
};

class Log {
 public:
  // Stream and clock outlive the log.
  Log(std::ostream& out, const Clock& clock) : out_(out), clock_(clock) {}
  void Call(const CallRecord& record);
  // Logs a step of the server itself, with the reason and message of its error.
  void Step(std::string_view what, const absl::Status& status);

 private:
  void Line(const std::string& text);
  std::mutex mutex_;
  std::ostream& out_;
  const Clock& clock_;
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_LOG_H_
