#ifndef SPOTCHECK_SERVER_RPC_METRICS_HTTP_H_
#define SPOTCHECK_SERVER_RPC_METRICS_HTTP_H_

#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "server/rpc/metrics.h"

namespace spotcheck::server {

// The pages tell these two things. Both are asked by several threads and
// outlive the pages.
struct HttpPages {
  const Metrics& metrics;
  // OK while changes are taken; else why not.
  std::function<absl::Status()> ready;
};

// Serves three pages over plain HTTP on a loopback address until it is
// destroyed: GET /metrics; /healthz, 200 while the process lives; /readyz, 200
// while changes are taken, else 503 with the reason and both sentences.
class MetricsHttp {
 public:
  virtual ~MetricsHttp() = default;
  // Errors: INVALID_ADDRESS, METRICS_NOT_LOOPBACK, ADDRESS_TAKEN.
  static absl::StatusOr<std::unique_ptr<MetricsHttp>> Start(
      const std::string& address, const HttpPages& pages);
  virtual int port() const = 0;
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_METRICS_HTTP_H_
