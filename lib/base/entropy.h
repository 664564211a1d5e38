#ifndef SPOTCHECK_LIB_BASE_ENTROPY_H_
#define SPOTCHECK_LIB_BASE_ENTROPY_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>

namespace spotcheck {

// Gives the random bytes of secrets, salts and ids. main() makes the object and
// hands it down. Implementations are thread-safe.
class Entropy {
 public:
  virtual ~Entropy() = default;
  // Gives `size` unpredictable bytes. Stops the process if the system has none.
  virtual std::string Bytes(std::size_t size) = 0;
};

class SystemEntropy final : public Entropy {
 public:
  std::string Bytes(std::size_t size) override;
};

// Hashes a seed and a counter: every test run gets the same bytes.
class FakeEntropy final : public Entropy {
 public:
  explicit FakeEntropy(std::uint64_t seed) : seed_(seed) {}
  std::string Bytes(std::size_t size) override;

 private:
  std::uint64_t seed_;
  std::atomic<std::uint64_t> counter_ = 0;  // blocks given out
};

// Makes a random UUID (RFC 4122, version 4) in lower case.
std::string NewUuid(Entropy& entropy);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_ENTROPY_H_
