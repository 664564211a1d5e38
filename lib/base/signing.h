#ifndef SPOTCHECK_LIB_BASE_SIGNING_H_
#define SPOTCHECK_LIB_BASE_SIGNING_H_

// Ed25519 (RFC 8032) over raw 32-byte keys.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "lib/base/entropy.h"

namespace spotcheck {

// A public key: 32 bytes, a point of the curve and not of small order.
class VerifyKey {
 public:
  static absl::StatusOr<VerifyKey> FromBytes(std::string_view raw);
  static absl::StatusOr<VerifyKey> FromHex(std::string_view hex);
  std::string_view bytes() const { return bytes_; }
  std::string ToHex() const;
  // True if `signature` (64 bytes) is this key's over `message`.
  bool Verify(std::string_view message, std::string_view signature) const;
  friend bool operator==(const VerifyKey&, const VerifyKey&) = default;

 private:
  friend class SigningKey;
  std::string bytes_;
};

class SigningKey {
 public:
  static SigningKey Generate(Entropy& entropy);
  // Takes the 32-byte seed of RFC 8032.
  static absl::StatusOr<SigningKey> FromSeed(std::string_view seed);
  const std::string& seed() const { return seed_; }
  VerifyKey verify_key() const;
  std::string Sign(std::string_view message) const;  // 64 bytes

 private:
  std::string seed_;
};

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_SIGNING_H_
