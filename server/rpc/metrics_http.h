#ifndef SPOTCHECK_SERVER_RPC_METRICS_HTTP_H_
#define SPOTCHECK_SERVER_RPC_METRICS_HTTP_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "server/rpc/metrics.h"

namespace spotcheck::server {

// Serves GET /metrics over plain HTTP on a loopback address until it is
// destroyed. `metrics` outlives it.
class MetricsHttp {
 public:
  virtual ~MetricsHttp() = default;
  // Errors: INVALID_ADDRESS, METRICS_NOT_LOOPBACK, ADDRESS_TAKEN.
  static absl::StatusOr<std::unique_ptr<MetricsHttp>> Start(
      const std::string& address, const Metrics& metrics);
  virtual int port() const = 0;
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_METRICS_HTTP_H_
