#ifndef SPOTCHECK_LIB_RULES_DRAW_SMALLEST_H_
#define SPOTCHECK_LIB_RULES_DRAW_SMALLEST_H_

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace spotcheck::rules {

// Keeps the `limit` smallest of the values it is given, in O(limit) memory.
template <typename Value>
class Smallest {
 public:
  explicit Smallest(std::size_t limit) : limit_(limit) {}
  void Add(Value value) {
    if (heap_.size() < limit_) {
      heap_.push_back(std::move(value));
      std::push_heap(heap_.begin(), heap_.end());
    } else if (limit_ > 0 && value < heap_.front()) {
      std::pop_heap(heap_.begin(), heap_.end());
      heap_.back() = std::move(value);
      std::push_heap(heap_.begin(), heap_.end());
    }
  }
  std::vector<Value> Sorted() && {
    std::sort_heap(heap_.begin(), heap_.end());
    return std::move(heap_);
  }

 private:
  std::size_t limit_;
  std::vector<Value> heap_;  // the largest in front
};

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_SMALLEST_H_
