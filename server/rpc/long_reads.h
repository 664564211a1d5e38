#ifndef SPOTCHECK_SERVER_RPC_LONG_READS_H_
#define SPOTCHECK_SERVER_RPC_LONG_READS_H_

// A gate for calls that read for seconds, such as computing a whole draw anew
// or freezing a frame. There is one gate for the reads that anybody may ask for
// and one for commitments, so that reports cannot hold up a draw. Both together
// leave two of the six readers free, so that a status is answered while exports
// run.

#include <condition_variable>
#include <mutex>
#include <utility>

#include "absl/status/statusor.h"
#include "server/rpc/call.h"

namespace spotcheck::server {

// Thread-safe. The gate outlives the passes it gave.
class LongReads {
 public:
  // The number of calls that may read at the same time. The database has six
  // readers (store::DatabaseOptions): two gates of two leave two free.
  static constexpr int kAtOnce = 2;
  // The number of calls that may wait. Each of them keeps one of the
  // transport's threads.
  static constexpr int kMaxWaiting = 16;

  // The right to read long. Its destructor gives the turn to the next call.
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

  // Waits for a turn as long as the caller waits. Errors: CALL_DEADLINE_PASSED,
  // CALL_CANCELLED; TOO_MANY_LONG_READS where kMaxWaiting calls wait already.
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
