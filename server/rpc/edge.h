#ifndef SPOTCHECK_SERVER_RPC_EDGE_H_
#define SPOTCHECK_SERVER_RPC_EDGE_H_

// The one wrapper around every rpc. In this order it asks whether the caller
// still waits, authorises the call (certificate not revoked, role allowed),
// runs the handler (parse, call, convert), writes one log line and counts the
// call. It knows nothing of gRPC. Thread-safe.

#include <functional>
#include <string>
#include <string_view>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "server/identity/certificates.h"
#include "server/rpc/call.h"
#include "server/rpc/log.h"
#include "server/rpc/metrics.h"
#include "server/rpc/rpc_table.h"

namespace spotcheck::server {

// A call as gRPC (grpc_service.cc) hands it over.
struct Incoming {
  std::string certificate;  // PEM, verified by TLS
  std::function<absl::Status()> still_wanted;
};

class Edge {
 public:
  // Log, metrics and revocations outlive the edge.
  Edge(Log& log, Metrics& metrics, RevocationList& revocations)
      : log_(log), metrics_(metrics), revocations_(revocations) {}

  absl::StatusOr<std::string> Serve(const Rpc& rpc, const Incoming& incoming,
                                    std::string_view request);
  absl::Status ServeStream(const Rpc& rpc, const Incoming& incoming,
                           std::string_view request, Send send);

 private:
  absl::Status Around(const Rpc& rpc, const Incoming& incoming,
                      absl::FunctionRef<absl::Status(const Call&)> body);

  Log& log_;
  Metrics& metrics_;
  RevocationList& revocations_;
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_EDGE_H_
