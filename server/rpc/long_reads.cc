#include "server/rpc/long_reads.h"

#include <chrono>

#include "lib/base/status_macros.h"
#include "server/rpc/errors.h"

namespace spotcheck::server {
namespace {

// A waiting call asks at this interval whether its caller still waits: often
// enough for a deadline, rarely enough to cost nothing.
constexpr std::chrono::milliseconds kAskAgain(50);

}  // namespace

absl::StatusOr<LongReads::Pass> LongReads::Enter(const Call& call) {
  std::unique_lock lock(mutex_);
  if (reading_ >= kAtOnce && waiting_ >= kMaxWaiting) {
    return TooManyLongReads(call.rpc, kMaxWaiting);
  }
  ++waiting_;
  absl::Status wanted = call.still_wanted();
  while (wanted.ok() && reading_ >= kAtOnce) {
    left_.wait_for(lock, kAskAgain);
    wanted = call.still_wanted();
  }
  --waiting_;
  RETURN_IF_ERROR(wanted);
  ++reading_;
  return Pass(*this);
}

void LongReads::Leave() {
  {
    const std::scoped_lock lock(mutex_);
    --reading_;
  }
  left_.notify_one();
}

}  // namespace spotcheck::server
