#ifndef SPOTCHECK_LIB_BASE_ERRORS_H_
#define SPOTCHECK_LIB_BASE_ERRORS_H_

// Every error this room makes. All are INVALID_ARGUMENT but SealBrokenError
// (DATA_LOSS). What may be a secret is never quoted: only its size is.

#include <cstddef>
#include <string_view>

#include "absl/status/status.h"

namespace spotcheck {

absl::Status InvalidHexError(std::size_t size);         // INVALID_HEX
absl::Status InvalidBase64Error(std::size_t size);      // INVALID_BASE64
absl::Status InvalidUtf8Error(std::size_t size);        // INVALID_UTF8
absl::Status InvalidDateError(std::string_view value);  // INVALID_DATE
absl::Status InvalidTimeError(std::string_view value);  // INVALID_TIME
absl::Status InvalidDigestError(std::size_t size);      // INVALID_DIGEST
absl::Status UnknownHashSuiteError(std::string_view name);
absl::Status InvalidRegionError(std::string_view value);  // INVALID_REGION

enum class UsciFault { kCharacter, kLength, kPrefixLength };
// Both INVALID_USCI. Where the check character alone is wrong the metadata
// tells the right one as expected_check_character.
absl::Status InvalidUsciError(std::string_view value, UsciFault fault);
absl::Status WrongUsciCheckError(std::string_view value, char expected);

enum class VerifyKeyFault { kSize, kNotAPoint, kSmallOrder };
// INVALID_VERIFY_KEY
absl::Status InvalidVerifyKeyError(VerifyKeyFault fault);
absl::Status InvalidSeedError(std::size_t size);  // INVALID_SIGNING_SEED
absl::Status SealBrokenError();                   // SEAL_BROKEN

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_ERRORS_H_
