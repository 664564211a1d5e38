#ifndef SPOTCHECK_LIB_BASE_TEXT_H_
#define SPOTCHECK_LIB_BASE_TEXT_H_

// Unicode text as registers hold it: validity, normal forms, folding.

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace spotcheck {

bool IsValidUtf8(std::string_view text);
// The number of code points; the text must be valid UTF-8.
int CodePointCount(std::string_view text);
// Whether a C0, DEL or C1 control character occurs.
bool HasControlCharacter(std::string_view text);
// The first character that is not seen where the text is shown, or changes how
// what stands beside it is: control characters, line and paragraph separators,
// marks and overrides of text direction (Bidi_Control), zero-width spaces and
// joiners. In a name it serves only to pass for another.
std::optional<char32_t> FirstHiddenCharacter(std::string_view text);
// U+202E
std::string CodePointName(char32_t code_point);
bool IsNfc(std::string_view text);

// NFC; NFKC followed by case folding and NFKC again. INVALID_ARGUMENT for text
// that is not UTF-8.
absl::StatusOr<std::string> ToNfc(std::string_view text);
absl::StatusOr<std::string> ToNfkcFolded(std::string_view text);

// Deletes every character of Unicode's White_Space property.
std::string DeleteWhiteSpace(std::string_view text);
// Drops white space at both ends, U+3000 and U+FEFF included.
std::string_view TrimWhiteSpace(std::string_view text);

// Whether the code point is a letter (L*) or a decimal digit (Nd).
bool IsLetterOrDigit(char32_t code_point);
// A byte that belongs to no character becomes U+FFFD.
std::u32string ToUtf32(std::string_view text);
std::string ToUtf8(std::u32string_view text);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_TEXT_H_
