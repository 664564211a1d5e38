#ifndef SPOTCHECK_SERVER_SETUP_RUN_LOCK_H_
#define SPOTCHECK_SERVER_SETUP_RUN_LOCK_H_

#include "absl/status/statusor.h"
#include "server/setup/data_dir.h"

namespace spotcheck::server {

// Held while a process serves a data folder; the system lets go of it when the
// process ends, however it ends.
class RunLock {
 public:
  // ALREADY_SERVING.
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
