#include "lib/store/tags.h"

#include <cstdint>

#include "lib/base/bytes.h"
#include "lib/base/hash.h"

namespace spotcheck::store {
namespace {

// Crockford's base32: no I, L, O, U.
constexpr char kBase32[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int kIdCharacters = 14;
constexpr int kBitsPerCharacter = 5;

}  // namespace

std::string LineTag(const Sealer& sealer, const LineId& line) {
  return sealer.Tag("line", line.str()).ToHex();
}

std::string UnitTag(const Sealer& sealer, const TaskId& task,
                    const Usci& usci) {
  return sealer.Tag("unit", task.str() + "\n" + usci.str()).ToHex();
}

std::string BadgeTag(const Sealer& sealer, const InspectorId& badge) {
  return sealer.Tag("badge", badge.str()).ToHex();
}

std::string MakeHoldId(const TaskId& task, std::int64_t attempt,
                       const std::string& line_tag) {
  const Digest digest =
      Sha256(Lp({task.str(), std::to_string(attempt), line_tag}));
  std::string id = "H";
  std::uint32_t bits = 0;
  int held = 0;
  for (const std::uint8_t byte : digest.bytes) {
    bits = bits << 8 | byte;
    held += 8;
    for (; held >= kBitsPerCharacter; held -= kBitsPerCharacter) {
      id.push_back(kBase32[bits >> (held - kBitsPerCharacter) & 31]);
      if (id.size() > kIdCharacters) return id;
    }
  }
  return id;
}

}  // namespace spotcheck::store
