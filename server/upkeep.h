#ifndef SPOTCHECK_SERVER_UPKEEP_H_
#define SPOTCHECK_SERVER_UPKEEP_H_

// Runs app::Upkeep every ten seconds, on a thread of its own, until it is
// destroyed. So a draw whose deadline has passed goes on although nobody calls.

#include <condition_variable>
#include <mutex>
#include <thread>

#include "absl/time/time.h"
#include "server/rpc/log.h"
#include "server/rpc/rpc_table.h"

namespace spotcheck::server {

// A deadline is named to the second; ten seconds late is soon enough.
inline constexpr absl::Duration kUpkeepPeriod = absl::Seconds(10);

class UpkeepThread {
 public:
  // Office and log outlive the thread.
  UpkeepThread(const Office& office, Log& log);
  ~UpkeepThread();
  UpkeepThread(const UpkeepThread&) = delete;
  UpkeepThread& operator=(const UpkeepThread&) = delete;

 private:
  void Run();
  // Waits for the next period; answers false once the thread is to stop.
  bool Wait();

  Office office_;
  Log& log_;
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool stop_ = false;
  std::thread thread_;  // comes last because it uses the members above
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_UPKEEP_H_
