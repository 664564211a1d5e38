#include "tests/failing_writes.h"

#include <sqlite3.h>
#include <sys/types.h>

#include <atomic>
#include <cerrno>
#include <cstddef>

namespace spotcheck {
namespace {

std::atomic<int> failure{0};

ssize_t Fail(int /*fd*/, const void* /*bytes*/, std::size_t /*size*/,
             off_t /*at*/) {
  errno = failure;
  return -1;
}

// The names under which SQLite's Unix layer writes at a place of a file; which
// of them it uses depends on how it was built.
constexpr const char* kWriteCalls[] = {"pwrite", "pwrite64"};

void SetWriteCalls(sqlite3_syscall_ptr call) {
  sqlite3_vfs* const vfs = sqlite3_vfs_find("unix");
  for (const char* name : kWriteCalls) {
    if (vfs->xGetSystemCall(vfs, name) != nullptr) {
      vfs->xSetSystemCall(vfs, name, call);
    }
  }
}

}  // namespace

FailingWrites::FailingWrites(int error) {
  failure = error;
  SetWriteCalls(reinterpret_cast<sqlite3_syscall_ptr>(&Fail));
}

// A null pointer puts the system's own call back.
FailingWrites::~FailingWrites() { SetWriteCalls(nullptr); }

}  // namespace spotcheck
