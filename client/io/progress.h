#ifndef SPOTCHECK_CLIENT_IO_PROGRESS_H_
#define SPOTCHECK_CLIENT_IO_PROGRESS_H_

#include <cstdint>

namespace spotcheck::client {

// A bar on standard error, drawn only where that is a terminal and at most once
// a percent. The destructor ends its line.
class ProgressBar {
 public:
  explicit ProgressBar(std::int64_t total);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void Show(std::int64_t done);

 private:
  std::int64_t total_;
  bool terminal_;
  int percent_ = -1;  // drawn last
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_PROGRESS_H_
