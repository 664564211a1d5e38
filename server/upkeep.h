#ifndef SPOTCHECK_SERVER_UPKEEP_H_
#define SPOTCHECK_SERVER_UPKEEP_H_

// Runs app::Upkeep every ten seconds on a thread of its own until it is
// destroyed: what is due happens though nobody asks.

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
  // Both outlive it.
  UpkeepThread(const Office& office, Log& log);
  ~UpkeepThread();
  UpkeepThread(const UpkeepThread&) = delete;
  UpkeepThread& operator=(const UpkeepThread&) = delete;

 private:
  void Run();
  // False once it is to stop.
  bool Wait();

  Office office_;
  Log& log_;
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool stop_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_UPKEEP_H_
