#ifndef SPOTCHECK_CLIENT_DEMO_RANDOM_H_
#define SPOTCHECK_CLIENT_DEMO_RANDOM_H_

// Random numbers for invented rows. This is no draw: nobody's rights depend on
// it, its seed is public, and it may be predicted. Never use it where something
// is selected. It is SplitMix64 (Steele, Lea, Flood 2014) with a stream for
// each row, so that a row can be made again without the rows before it.

#include <cstddef>
#include <cstdint>

namespace spotcheck::client {

// The file that a stream belongs to.
enum class DemoStream : std::uint64_t {
  kEnterprise = 1,
  kPortfolio,
  kLab,
  kInspector,
  kCheck,
};

class DemoRandom {
 public:
  // Starts the stream of one row.
  DemoRandom(std::uint64_t seed, DemoStream stream, std::uint64_t row)
      : state_(Mix(Mix(seed + static_cast<std::uint64_t>(stream)) ^ row)) {}

  // Answers a number below `bound`, which is not 0. The bias of the remainder
  // is below 2^-32 for the small bounds used here and does not matter for
  // invented rows.
  std::size_t Below(std::size_t bound) { return Next() % bound; }
  bool Chance(std::size_t percent) { return Below(100) < percent; }
  // Answers one entry of a table.
  template <typename Table>
  const auto& Pick(const Table& table) {
    return table[Below(table.size())];
  }

 private:
  static constexpr std::uint64_t kGamma = 0x9E3779B97F4A7C15;

  static std::uint64_t Mix(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  std::uint64_t Next() { return Mix(state_ += kGamma); }

  std::uint64_t state_;
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_DEMO_RANDOM_H_
