#include "server/setup/run_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "lib/base/errors.h"
#include "lib/base/files.h"
#include "lib/base/status_macros.h"
#include "server/setup/errors.h"

namespace spotcheck::server {

absl::StatusOr<RunLock> RunLock::Take(const DataDir& dir) {
  RETURN_IF_ERROR(MakeFolder(dir.run()));
  const int fd = ::open(dir.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return FileNotWritableError({dir.lock(), errno});
  RunLock lock(fd);
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0) return AlreadyServing(dir.path());
  return lock;
}

RunLock::~RunLock() {
  if (fd_ >= 0) ::close(fd_);
}

RunLock::RunLock(RunLock&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)) {}

RunLock& RunLock::operator=(RunLock&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

}  // namespace spotcheck::server
