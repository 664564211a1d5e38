#ifndef SPOTCHECK_LIB_BASE_ERRORS_H_
#define SPOTCHECK_LIB_BASE_ERRORS_H_

// The errors of this room; the table in errors.cc holds their sentences. All
// are INVALID_ARGUMENT except SealBrokenError, which is DATA_LOSS. An error
// about bytes gives their size only, since they may be a key or a secret.

#include <cstddef>
#include <span>
#include <string_view>

#include "absl/status/status.h"
#include "lib/base/error_row.h"

namespace spotcheck {

// The room's table, for its test.
std::span<const ErrorRow> ErrorRows();

absl::Status InvalidHexError(std::size_t size);         // INVALID_HEX
absl::Status InvalidBase64Error(std::size_t size);      // INVALID_BASE64
absl::Status InvalidUtf8Error(std::size_t size);        // INVALID_UTF8
absl::Status InvalidDateError(std::string_view value);  // INVALID_DATE
absl::Status InvalidTimeError(std::string_view value);  // INVALID_TIME
absl::Status InvalidDigestError(std::size_t size);      // INVALID_DIGEST
absl::Status UnknownHashSuiteError(std::string_view name);
absl::Status InvalidRegionError(std::string_view value);  // INVALID_REGION

enum class UsciFault { kCharacter, kLength, kPrefixLength };
// Both have the reason INVALID_USCI. Where only the check character is wrong,
// the metadata gives the right one as expected_check_character.
absl::Status InvalidUsciError(std::string_view value, UsciFault fault);
absl::Status WrongUsciCheckError(std::string_view value, char expected);

enum class VerifyKeyFault { kSize, kNotAPoint, kSmallOrder };
// INVALID_VERIFY_KEY
absl::Status InvalidVerifyKeyError(VerifyKeyFault fault);
absl::Status InvalidSeedError(std::size_t size);  // INVALID_SIGNING_SEED
absl::Status SealBrokenError();                   // SEAL_BROKEN

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_ERRORS_H_
