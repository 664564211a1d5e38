#ifndef SPOTCHECK_SERVER_RPC_CALL_H_
#define SPOTCHECK_SERVER_RPC_CALL_H_

// One call as the handlers see it: who calls, and whether anyone still waits.
// Nothing of gRPC.

#include <functional>
#include <string_view>

#include "absl/status/status.h"
#include "server/identity/pki.h"

namespace spotcheck::server {

struct Call {
  std::string_view rpc;  // spotcheck.v1.DrawService.GetTask
  Identity caller;
  // CALL_DEADLINE_PASSED or CALL_CANCELLED once nobody waits for the answer.
  std::function<absl::Status()> still_wanted;
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_CALL_H_
