#ifndef SPOTCHECK_LIB_BASE_CLOCK_H_
#define SPOTCHECK_LIB_BASE_CLOCK_H_

#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace spotcheck {

// Where the time comes from; handed down from main, so that no rule reads a
// clock by itself. Implementations are thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual absl::Time Now() const = 0;
};

class SystemClock final : public Clock {
 public:
  absl::Time Now() const override { return absl::Now(); }
};

// A clock that stands still until a test moves it. Move it from one thread.
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
