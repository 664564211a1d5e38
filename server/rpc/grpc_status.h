#ifndef SPOTCHECK_SERVER_RPC_GRPC_STATUS_H_
#define SPOTCHECK_SERVER_RPC_GRPC_STATUS_H_

#include <grpcpp/support/status.h>

#include "absl/status/status.h"

namespace spotcheck::server {

inline constexpr char kErrorDomain[] = "spotcheck.v1";

// The same code and the English message, with a google.rpc.Status that carries
// ErrorInfo (reason, domain, metadata) and two LocalizedMessage, zh-CN and
// en-US. Trailers must stay below gRPC's 8 KB: metadata that does not fit are
// left out, largest first, then the messages are cut.
grpc::Status ToGrpcStatus(const absl::Status& status);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_GRPC_STATUS_H_
