#include "server/rpc/metrics.h"

#include <cstddef>
#include <sstream>

namespace spotcheck::server {

void Metrics::Count(const CallRecord& record) {
  const std::string rpc(record.rpc);
  const double seconds = absl::ToDoubleSeconds(record.took);
  std::size_t bucket = 0;
  while (bucket < kBounds.size() && seconds > kBounds[bucket]) ++bucket;
  const std::lock_guard lock(mutex_);
  ++calls_[{rpc, record.code}];
  Times& times = times_[rpc];
  ++times.buckets[bucket];
  times.sum += seconds;
  ++times.count;
}

std::string Metrics::BucketText(const std::string& rpc, const Times& times) {
  constexpr char kName[] = "spotcheck_rpc_seconds";
  std::ostringstream out;
  std::int64_t below = 0;  // buckets are cumulative
  for (std::size_t i = 0; i < kBounds.size(); ++i) {
    below += times.buckets[i];
    out << kName << "_bucket{rpc=\"" << rpc << "\",le=\"" << kBounds[i]
        << "\"} " << below << '\n';
  }
  out << kName << "_bucket{rpc=\"" << rpc << "\",le=\"+Inf\"} " << times.count
      << '\n'
      << kName << "_sum{rpc=\"" << rpc << "\"} " << times.sum << '\n'
      << kName << "_count{rpc=\"" << rpc << "\"} " << times.count << '\n';
  return out.str();
}

std::string Metrics::Text() const {
  std::ostringstream out;
  const std::lock_guard lock(mutex_);
  out << "# HELP spotcheck_rpc_total Calls by rpc and code.\n"
         "# TYPE spotcheck_rpc_total counter\n";
  for (const auto& [key, count] : calls_) {
    out << "spotcheck_rpc_total{rpc=\"" << key.first << "\",code=\""
        << key.second << "\"} " << count << '\n';
  }
  out << "# HELP spotcheck_rpc_seconds Time of calls by rpc.\n"
         "# TYPE spotcheck_rpc_seconds histogram\n";
  for (const auto& [rpc, times] : times_) out << BucketText(rpc, times);
  return out.str();
}

}  // namespace spotcheck::server
