#ifndef SPOTCHECK_SERVER_RPC_GRPC_STATUS_H_
#define SPOTCHECK_SERVER_RPC_GRPC_STATUS_H_

#include <grpcpp/support/status.h>

#include "absl/status/status.h"

namespace spotcheck::server {

inline constexpr char kErrorDomain[] = "spotcheck.v1";

// Answers a status of the same code with the English message, and with a
// google.rpc.Status that carries ErrorInfo (reason, domain, metadata) and two
// LocalizedMessage, zh-CN and en-US. gRPC's trailers must stay below 8 KB:
// metadata that do not fit are left out, the largest first, and then the
// messages are cut.
grpc::Status ToGrpcStatus(const absl::Status& status);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_GRPC_STATUS_H_
