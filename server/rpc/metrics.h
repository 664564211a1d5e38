#ifndef SPOTCHECK_SERVER_RPC_METRICS_H_
#define SPOTCHECK_SERVER_RPC_METRICS_H_

// Counts calls by rpc and code, keeps a histogram of their times by rpc, and
// writes both in the text format of Prometheus. Thread-safe.

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "absl/time/time.h"
#include "server/rpc/log.h"

namespace spotcheck::server {

class Metrics {
 public:
  void Count(const CallRecord& record);
  std::string Text() const;

 private:
  // The buckets' upper bounds in seconds; the last bucket has none.
  static constexpr std::array kBounds = {0.0005, 0.001, 0.005, 0.01, 0.05,
                                         0.1,    0.5,   1.0,   5.0,  10.0};
  struct Times {
    std::array<std::int64_t, kBounds.size() + 1> buckets{};
    double sum = 0;
    std::int64_t count = 0;
  };
  static std::string BucketText(const std::string& rpc, const Times& times);

  mutable std::mutex mutex_;
  std::map<std::pair<std::string, std::string>, std::int64_t> calls_;
  std::map<std::string, Times> times_;
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_METRICS_H_
