#include "lib/base/short_id.h"

#include <cstddef>
#include <string_view>

namespace spotcheck {
namespace {

constexpr std::size_t kCharacters = 14;  // 70 bits
constexpr int kBitsEach = 5;
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

}  // namespace

std::string ShortId(const Digest& digest) {
  std::string text;
  unsigned buffer = 0;
  int bits = 0;
  for (std::size_t i = 0; text.size() < kCharacters; ++i) {
    buffer = ((buffer << 8) | digest.bytes[i]) & 0xFFFU;
    bits += 8;
    for (; bits >= kBitsEach && text.size() < kCharacters; bits -= kBitsEach) {
      text += kAlphabet[(buffer >> (bits - kBitsEach)) & 31U];
    }
  }
  return text;
}

}  // namespace spotcheck
