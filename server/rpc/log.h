#ifndef SPOTCHECK_SERVER_RPC_LOG_H_
#define SPOTCHECK_SERVER_RPC_LOG_H_

// One JSON object a line: what was called, by whom, how it ended and how long
// it took. Never a value of a request or of an answer: a log may be read by
// those who must not know what was drawn. Thread-safe.

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
  // Both outlive the log.
  Log(std::ostream& out, const Clock& clock) : out_(out), clock_(clock) {}
  void Call(const CallRecord& record);
  // A step of the server itself, with the reason and message of its error.
  void Step(std::string_view what, const absl::Status& status);

 private:
  void Line(const std::string& text);
  std::mutex mutex_;
  std::ostream& out_;
  const Clock& clock_;
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_LOG_H_
