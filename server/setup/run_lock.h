#ifndef SPOTCHECK_SERVER_SETUP_RUN_LOCK_H_
#define SPOTCHECK_SERVER_SETUP_RUN_LOCK_H_

#include "absl/status/statusor.h"
#include "server/setup/data_dir.h"

namespace spotcheck::server {

// A lock on the data folder that the serving process holds. The operating
// system releases it when the process ends, however it ends.
class RunLock {
 public:
  // Error: ALREADY_SERVING.
  static absl::StatusOr<RunLock> Take(const DataDir& dir);
  ~RunLock();
  RunLock(RunLock&& other) noexcept;
  RunLock& operator=(RunLock&& other) noexcept;

 private:
  explicit RunLock(int fd) : fd_(fd) {}
  int fd_;
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_SETUP_RUN_LOCK_H_
