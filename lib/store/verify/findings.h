#ifndef SPOTCHECK_LIB_STORE_VERIFY_FINDINGS_H_
#define SPOTCHECK_LIB_STORE_VERIFY_FINDINGS_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace spotcheck::store {

// Findings lists the faults that a verification found, one line each, in the
// order found. One fault can show in a million rows, so the list ends at kMost.
class Findings {
 public:
  static constexpr std::size_t kMost = 100;
  void Add(std::string line) {
    if (lines_.size() < kMost) lines_.push_back(std::move(line));
    if (++count_ == kMost + 1)
      lines_.push_back("further differences: not listed");
  }
  std::vector<std::string> Take() { return std::move(lines_); }

 private:
  std::size_t count_ = 0;
  std::vector<std::string> lines_;
};

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_VERIFY_FINDINGS_H_
