#ifndef SPOTCHECK_SERVER_RPC_LONG_READS_H_
#define SPOTCHECK_SERVER_RPC_LONG_READS_H_

// A gate for calls that read for seconds: a whole draw computed anew, a frame
// frozen. There is one for what anybody may ask and one for commitments, so
// that reports cannot hold up a draw; two readers are left by both, so that a
// status is answered whatever is exported.

#include <condition_variable>
#include <mutex>
#include <utility>

#include "absl/status/statusor.h"
#include "server/rpc/call.h"

namespace spotcheck::server {

// Thread-safe. Outlives the passes it gave.
class LongReads {
 public:
  // Of the database's six readers (store::DatabaseOptions), for each gate.
  static constexpr int kAtOnce = 2;
  // Each that waits keeps one of the transport's threads.
  static constexpr int kMaxWaiting = 16;

  // A right to read long; given back where it goes.
  class Pass {
   public:
    explicit Pass(LongReads& gate) : gate_(&gate) {}
    Pass(Pass&& other) noexcept : gate_(std::exchange(other.gate_, nullptr)) {}
    Pass& operator=(Pass&&) = delete;
    ~Pass() {
      if (gate_ != nullptr) gate_->Leave();
    }

   private:
    LongReads* gate_;
  };

  // Waits for a turn as long as the caller does: CALL_DEADLINE_PASSED,
  // CALL_CANCELLED. TOO_MANY_LONG_READS where too many wait already.
  absl::StatusOr<Pass> Enter(const Call& call);

 private:
  void Leave();

  std::mutex mutex_;
  std::condition_variable left_;
  int reading_ = 0;
  int waiting_ = 0;
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_LONG_READS_H_
