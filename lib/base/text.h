#ifndef SPOTCHECK_LIB_BASE_TEXT_H_
#define SPOTCHECK_LIB_BASE_TEXT_H_

// Treats Unicode text as registers hold it: validity, normal forms, folding.

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace spotcheck {

bool IsValidUtf8(std::string_view text);
// Counts the code points; the text must be valid UTF-8.
int CodePointCount(std::string_view text);
// True if a C0, DEL or C1 control character occurs.
bool HasControlCharacter(std::string_view text);
// Finds the first character that nobody sees where the text is shown, or that
// changes how its neighbours are shown: control characters, line and paragraph
// separators, marks and overrides of text direction (Bidi_Control), zero-width
// spaces and joiners. In a name it serves only to pass for another name.
std::optional<char32_t> FirstHiddenCharacter(std::string_view text);
// Writes a code point in the form U+202E.
std::string CodePointName(char32_t code_point);
bool IsNfc(std::string_view text);

// Gives NFKC, case folded, NFKC again. Text that is not UTF-8 is refused.
absl::StatusOr<std::string> ToNfkcFolded(std::string_view text);

// Deletes every character of Unicode's White_Space property.
std::string DeleteWhiteSpace(std::string_view text);
// Drops white space at both ends, U+3000 and U+FEFF included.
std::string_view TrimWhiteSpace(std::string_view text);

// True if the code point is a letter (L*) or a decimal digit (Nd).
bool IsLetterOrDigit(char32_t code_point);
// Turns a byte that belongs to no character into U+FFFD.
std::u32string ToUtf32(std::string_view text);
std::string ToUtf8(std::u32string_view text);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_TEXT_H_
