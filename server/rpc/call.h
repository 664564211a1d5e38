#ifndef SPOTCHECK_SERVER_RPC_CALL_H_
#define SPOTCHECK_SERVER_RPC_CALL_H_

// One call as a handler sees it: who calls, and whether anybody still waits for
// the answer. It holds nothing of gRPC.

#include <functional>
#include <string_view>

#include "absl/status/status.h"
#include "server/identity/pki.h"

namespace spotcheck::server {

struct Call {
  std::string_view rpc;  // e.g. spotcheck.v1.DrawService.GetTask
  Identity caller;
  // Answers OK while the caller waits, else CALL_DEADLINE_PASSED or
  // CALL_CANCELLED.
  std::function<absl::Status()> still_wanted;
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_CALL_H_
