#ifndef SPOTCHECK_LIB_BASE_ENTROPY_H_
#define SPOTCHECK_LIB_BASE_ENTROPY_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>

namespace spotcheck {

// Where secrets, salts and ids come from; handed down from main.
// Implementations are thread-safe.
class Entropy {
 public:
  virtual ~Entropy() = default;
  // `size` unpredictable bytes. The process stops if the system has none.
  virtual std::string Bytes(std::size_t size) = 0;
};

class SystemEntropy final : public Entropy {
 public:
  std::string Bytes(std::size_t size) override;
};

// SHA-256 in counter mode over a seed: the same bytes in every test run.
class FakeEntropy final : public Entropy {
 public:
  explicit FakeEntropy(std::uint64_t seed) : seed_(seed) {}
  std::string Bytes(std::size_t size) override;

 private:
  std::uint64_t seed_;
  std::atomic<std::uint64_t> counter_ = 0;  // blocks given out
};

// A random UUID (RFC 4122, version 4), lower-case.
std::string NewUuid(Entropy& entropy);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_ENTROPY_H_
