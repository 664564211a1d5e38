#ifndef SPOTCHECK_LIB_JOURNAL_STRICT_JSON_H_
#define SPOTCHECK_LIB_JOURNAL_STRICT_JSON_H_

// JSON (RFC 8259) of which every reader has the same understanding: one object
// in UTF-8, no byte order mark, no member twice, and members read with their
// type checked. Nothing here throws. `name` is the member's; errors carry it.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/hash.h"
#include "nlohmann/json.hpp"

namespace spotcheck::journal {

using Json = nlohmann::json;

// Evidence of a draw with two witnesses in a journal of a million leaves has
// some 30 kilobytes; beyond this a text is an attack on the reader's memory.
inline constexpr std::size_t kMaxJsonSize = std::size_t{16} << 20;
// Four levels are in use.
inline constexpr int kMaxJsonDepth = 16;
// Above 2^53 - 1 many readers of JSON round integers (RFC 7493).
inline constexpr std::uint64_t kMaxJsonInteger = (std::uint64_t{1} << 53) - 1;

absl::StatusOr<Json> ParseJsonObject(std::string_view text);

// Refuses anything but an object with exactly these members.
absl::Status RequireMembers(const Json& object,
                            std::initializer_list<std::string_view> names);

absl::StatusOr<std::string> TextMember(const Json& object,
                                       std::string_view name);
// Reads an integer 0…kMaxJsonInteger, written without fraction or exponent.
absl::StatusOr<std::uint64_t> IntegerMember(const Json& object,
                                            std::string_view name);
// Reads a text of lower-case hex and gives its bytes.
absl::StatusOr<std::string> HexMember(const Json& object,
                                      std::string_view name);
absl::StatusOr<Digest> DigestMember(const Json& object, std::string_view name);
absl::StatusOr<std::string> Base64Member(const Json& object,
                                         std::string_view name);
// Reads a time as ParseUtc does.
absl::StatusOr<absl::Time> TimeMember(const Json& object,
                                      std::string_view name);
// The pointer lives as long as `object`.
absl::StatusOr<const Json*> ArrayMember(const Json& object,
                                        std::string_view name);
absl::StatusOr<const Json*> ObjectMember(const Json& object,
                                         std::string_view name);

}  // namespace spotcheck::journal

#endif  // SPOTCHECK_LIB_JOURNAL_STRICT_JSON_H_
