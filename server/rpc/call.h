#ifndef SPOTCHECK_SERVER_RPC_CALL_H_
#define SPOTCHECK_SERVER_RPC_CALL_H_

// One call as a handler sees it: who calls, and whether anybody still waits for
// the answer. It holds nothing of gRPC.

#include <functional>
#include <string_view>

#include "absl/status/status.h"
#include "lib/app/register/mandate.h"
#include "server/identity/permissions.h"
#include "server/identity/pki.h"

namespace spotcheck::server {

struct Call {
  std::string_view rpc;  // e.g. spotcheck.v1.DrawService.GetTask
  Identity caller;
  // Answers OK while the caller waits, else CALL_DEADLINE_PASSED or
  // CALL_CANCELLED.
  std::function<absl::Status()> still_wanted;
};

// The caller as the rules of grants see him.
inline app::Speaker SpeakerOf(const Call& call) {
  using Kind = app::Speaker::Kind;
  const bool bound = BoundRoles(call.rpc).Has(call.caller.role);
  return {call.caller.name, bound ? Kind::kBound : Kind::kFree};
}

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_CALL_H_
