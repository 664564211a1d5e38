#ifndef SPOTCHECK_LIB_BASE_IDENTIFIER_H_
#define SPOTCHECK_LIB_BASE_IDENTIFIER_H_

// Identifiers as spreadsheets leave them: codes, report numbers, badge numbers
// and GTINs with an apostrophe before them, as a formula ="…", with characters
// that nobody sees, or turned into a number. Pure.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace spotcheck {

enum class InnerBlanks : std::uint8_t {
  kDropped,  // of a code: full-width forms and dashes become ASCII, too
  kKept,     // of a report number, whose spelling its laboratory chose
};

struct PlainIdentifier {
  std::string text;
  // True if the identifier was dressed, beyond white space at its ends. The
  // text is then certain, unless lost_digits says otherwise.
  bool restored = false;
  // True if a spreadsheet turned it into a number that no longer has all digits
  // (9.11E+17); nobody can restore it.
  bool lost_digits = false;
  std::optional<char32_t> hidden;  // the first character that nobody sees
};

// Text that is no UTF-8 stays as it is.
PlainIdentifier Undress(std::string_view raw, InnerBlanks blanks);

// The text without characters that nobody sees; white space and control
// characters stay.
std::string DropHidden(std::string_view text);

// True where a number of so many digits can have been cut by a spreadsheet: it
// has more than fifteen and ends in zeros behind those, or it is one of the
// long numbers that the binary form of spreadsheets holds.
bool MayBeRounded(std::string_view digits);

// True if the character is a dash of any length, or a minus: ‐ ‑ ‒ – — ― − －
// -.
bool IsDash(char32_t code_point);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_IDENTIFIER_H_
