#ifndef SPOTCHECK_LIB_BASE_BYTES_H_
#define SPOTCHECK_LIB_BASE_BYTES_H_

// Encodings of byte strings, which std::string holds: hexadecimal, base64 and
// the length-prefixed lp(…) of the draw protocol.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace spotcheck {

// Writes lower-case digits.
std::string HexEncode(std::string_view bytes);

// Accepts lower-case digits only and an even length: a value has one spelling.
absl::StatusOr<std::string> HexDecode(std::string_view hex);

// Both use standard base64 with padding (RFC 4648 section 4). The decoder is
// strict: it refuses white space, missing padding and stray trailing bits.
std::string Base64Encode(std::string_view bytes);
absl::StatusOr<std::string> Base64Decode(std::string_view text);

// lp(x1, x2, …) writes for each x its length as 4 bytes big-endian, then its
// bytes. An element must be shorter than 2^32 bytes. AppendLp writes
// lp(element) at the end of `out`.
std::string Lp(std::initializer_list<std::string_view> elements);
std::string Lp(const std::vector<std::string>& elements);
void AppendLp(std::string_view element, std::string& out);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_BYTES_H_
