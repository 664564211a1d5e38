#ifndef SPOTCHECK_TESTS_FAILING_WRITES_H_
#define SPOTCHECK_TESTS_FAILING_WRITES_H_

namespace spotcheck {

// While it lives, every write of this process's SQLite to a file fails with
// this errno: ENOSPC is a full disk, EIO a broken one. One at a time.
class FailingWrites {
 public:
  explicit FailingWrites(int error);
  ~FailingWrites();
  FailingWrites(const FailingWrites&) = delete;
  FailingWrites& operator=(const FailingWrites&) = delete;
};

}  // namespace spotcheck

#endif  // SPOTCHECK_TESTS_FAILING_WRITES_H_
