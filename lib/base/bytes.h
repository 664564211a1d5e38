#ifndef SPOTCHECK_LIB_BASE_BYTES_H_
#define SPOTCHECK_LIB_BASE_BYTES_H_

// Byte strings: hexadecimal, base64, and the length-prefixed encoding lp(…) of
// the draw protocol. Bytes are held in std::string.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace spotcheck {

// Lower-case hexadecimal.
std::string HexEncode(std::string_view bytes);

// Accepts lower-case digits only and an even length: a value has one spelling.
absl::StatusOr<std::string> HexDecode(std::string_view hex);

// Standard base64 with padding (RFC 4648 section 4); decoding is strict: no
// white space, no missing padding, no stray trailing bits.
std::string Base64Encode(std::string_view bytes);
absl::StatusOr<std::string> Base64Decode(std::string_view text);

// lp(x1, x2, …): for each x its length as 4 bytes big-endian, then its bytes.
// An element must be shorter than 2^32 bytes.
std::string Lp(std::initializer_list<std::string_view> elements);
std::string Lp(const std::vector<std::string>& elements);
void AppendLp(std::string_view element, std::string& out);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_BYTES_H_
