#ifndef SPOTCHECK_LIB_BASE_CLOCK_H_
#define SPOTCHECK_LIB_BASE_CLOCK_H_

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

// This clock stands still until a test moves it, which only one thread may do.
class FakeClock final : public Clock {
 public:
  explicit FakeClock(absl::Time now) : now_(now) {}
  absl::Time Now() const override { return now_; }
  void Advance(absl::Duration by) { now_ += by; }
  void Set(absl::Time now) { now_ = now; }

 private:
  absl::Time now_;
};

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_CLOCK_H_
