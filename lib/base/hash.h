#ifndef SPOTCHECK_LIB_BASE_HASH_H_
#define SPOTCHECK_LIB_BASE_HASH_H_

// Offers SHA-256 (FIPS 180-4) and SM3 (GB/T 32905, 国密杂凑算法) behind one
// suite name, and HMAC (RFC 2104). HmacKey hashes the key's two blocks once,
// since a draw asks for millions of short messages under one key.

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace spotcheck {

// 32 raw bytes, compared as bytes.
struct Digest {
  std::array<std::uint8_t, 32> bytes{};
  friend auto operator<=>(const Digest&, const Digest&) = default;
  std::string_view view() const {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }
  std::string ToHex() const;
};

// They refuse anything but 32 bytes or 64 lower-case hex digits.
absl::StatusOr<Digest> DigestFromBytes(std::string_view bytes);
absl::StatusOr<Digest> DigestFromHex(std::string_view hex);

// Gives the first 70 bits in Crockford's base32: 14 characters, few enough to
// read out, enough that no two records of one office get the same.
std::string ShortId(const Digest& digest);

enum class HashSuite { kSha256, kSm3 };

// "SHA256" and "SM3", as the protocol and the command line spell them.
std::string_view HashSuiteName(HashSuite suite);
absl::StatusOr<HashSuite> ParseHashSuite(std::string_view name);

// Hashes a message that is given in pieces. Final() ends it and may be called
// once. Not thread-safe; make one for each use.
class Hasher {
 public:
  explicit Hasher(HashSuite suite);
  ~Hasher();
  Hasher(Hasher&&) noexcept;
  Hasher& operator=(Hasher&&) noexcept;

  Hasher& Update(std::string_view bytes);
  Digest Final();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

Digest Hash(HashSuite suite, std::string_view bytes);
inline Digest Sha256(std::string_view bytes) {
  return Hash(HashSuite::kSha256, bytes);
}

// Makes HMACs under one key. Sign() is const but uses a scratch state: share an
// instance between threads only under a lock.
class HmacKey {
 public:
  HmacKey(HashSuite suite, std::string_view key);
  ~HmacKey();
  HmacKey(HmacKey&&) noexcept;
  HmacKey& operator=(HmacKey&&) noexcept;

  Digest Sign(std::string_view message) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_HASH_H_
