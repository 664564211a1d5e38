#ifndef SPOTCHECK_LIB_RULES_DRAW_BITS_H_
#define SPOTCHECK_LIB_RULES_DRAW_BITS_H_

// A BitSet keeps a set of small numbers as words of 64 bits: the matching joins
// and subtracts sets of hundreds of bins.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace spotcheck::rules {

// The members lie in 0…size-1; a caller must not name others.
class BitSet {
 public:
  explicit BitSet(std::size_t size) : words_((size + 63) / 64) {}

  bool Has(std::size_t member) const {
    return (words_[member / 64] >> (member % 64) & 1) != 0;
  }
  void Add(std::size_t member) {
    words_[member / 64] |= std::uint64_t{1} << (member % 64);
  }
  void Remove(std::size_t member) {
    words_[member / 64] &= ~(std::uint64_t{1} << (member % 64));
  }
  void Clear() { words_.assign(words_.size(), 0); }
  void Join(const BitSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      words_[i] |= other.words_[i];
    }
  }
  std::size_t Count() const {
    std::size_t count = 0;
    for (const std::uint64_t word : words_) {
      count += static_cast<std::size_t>(std::popcount(word));
    }
    return count;
  }
  std::size_t CountWithout(const BitSet& other) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      count +=
          static_cast<std::size_t>(std::popcount(words_[i] & ~other.words_[i]));
    }
    return count;
  }
  // Calls visit(member) in ascending order for the members that are not in
  // `other`; stops where it returns false.
  template <typename Visit>
  void EachWithout(const BitSet& other, Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      std::uint64_t word = words_[i] & ~other.words_[i];
      for (; word != 0; word &= word - 1) {
        const auto bit = static_cast<std::size_t>(std::countr_zero(word));
        if (!visit(i * 64 + bit)) return;
      }
    }
  }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_BITS_H_
