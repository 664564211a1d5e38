#include "lib/base/entropy.h"

#include <openssl/rand.h>

#include <string_view>

#include "lib/base/bytes.h"
#include "lib/base/hash.h"
#include "lib/base/openssl.h"

namespace spotcheck {

std::string SystemEntropy::Bytes(std::size_t size) {
  std::string bytes(size, '\0');
  CheckOpenssl(
      RAND_priv_bytes_ex(nullptr, AsUint8(bytes.data()), size, /*strength=*/0));
  return bytes;
}

std::string FakeEntropy::Bytes(std::size_t size) {
  constexpr std::size_t kBlock = 32;
  const std::uint64_t blocks = (size + kBlock - 1) / kBlock;
  const std::uint64_t first = counter_.fetch_add(blocks);
  std::string bytes;
  for (std::uint64_t i = 0; i < blocks; ++i) {
    bytes +=
        Sha256(Lp({std::to_string(seed_), std::to_string(first + i)})).view();
  }
  bytes.resize(size);
  return bytes;
}

std::string NewUuid(Entropy& entropy) {
  std::string bytes = entropy.Bytes(16);
  bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x40);  // version 4
  bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);  // RFC 4122 variant
  const std::string hex = HexEncode(bytes);
  std::string uuid;
  for (std::size_t i = 0; i < hex.size(); ++i) {
    if (i == 8 || i == 12 || i == 16 || i == 20) uuid.push_back('-');
    uuid.push_back(hex[i]);
  }
  return uuid;
}

}  // namespace spotcheck
