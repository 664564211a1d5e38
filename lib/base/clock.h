#ifndef SPOTCHECK_LIB_BASE_CLOCK_H_
#define SPOTCHECK_LIB_BASE_CLOCK_H_

#include <atomic>
#include <cstdint>

#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace spotcheck {

// Gives the time. main() makes the clock and hands it down, so that no rule
// reads a clock by itself. Implementations are thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual absl::Time Now() const = 0;
};

class SystemClock final : public Clock {
 public:
  absl::Time Now() const override { return absl::Now(); }
};

// This clock stands still until a test moves it, which only one thread may do
// while others read it.
class FakeClock final : public Clock {
 public:
  explicit FakeClock(absl::Time now) : nanos_(absl::ToUnixNanos(now)) {}
  absl::Time Now() const override { return absl::FromUnixNanos(nanos_); }
  void Advance(absl::Duration by) { nanos_ += absl::ToInt64Nanoseconds(by); }
  void Set(absl::Time now) { nanos_ = absl::ToUnixNanos(now); }

 private:
  std::atomic<std::int64_t> nanos_;
};

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_CLOCK_H_
