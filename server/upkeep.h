#ifndef SPOTCHECK_SERVER_UPKEEP_H_
#define SPOTCHECK_SERVER_UPKEEP_H_

// Takes the server's own step every ten seconds, and at the first moment of a
// legal day, on a thread of its own until it is destroyed: what is due happens
// though nobody asks.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "server/rpc/log.h"

namespace spotcheck::server {

// A deadline is named to the second; ten seconds late is soon enough.
inline constexpr absl::Duration kUpkeepPeriod = absl::Seconds(10);

class UpkeepThread {
 public:
  using Step = std::function<absl::Status()>;
  // The clock, the log and everything that the step uses outlive the thread.
  UpkeepThread(Step step, const Clock& clock, Log& log);
  ~UpkeepThread();
  UpkeepThread(const UpkeepThread&) = delete;
  UpkeepThread& operator=(const UpkeepThread&) = delete;

 private:
  void Run();
  // Waits for the next period; answers false once the thread is to stop.
  bool Wait();
  // An error that lasts is one line of the log, and so is its end.
  void Report(const absl::Status& status);

  const Step step_;
  const Clock& clock_;
  Log& log_;
  std::string reported_;  // reason of the error reported last, "" for none
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool stop_ = false;
  std::thread thread_;  // comes last because it uses the members above
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_UPKEEP_H_
