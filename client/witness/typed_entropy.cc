#include "client/witness/typed_entropy.h"

#include <cmath>
#include <cstddef>

#include "client/io/errors.h"
#include "lib/base/bytes.h"
#include "lib/base/hash.h"
#include "lib/base/text.h"

namespace spotcheck::client {
namespace {

struct Source {
  const char* name;
  char first;
  char last;
  Localized allowed;
};

Source Describe(TypedSource source) {
  switch (source) {
    case TypedSource::kDice:
      return {"dice", '1', '6', {"骰子点数 1–6", "dice 1-6"}};
    case TypedSource::kDigits:
      return {"digits", '0', '9', {"数字 0–9", "digits 0-9"}};
  }
  return {};
}

bool IsSeparator(char c) { return c == ' ' || c == '-'; }

// Answers the character that begins at `at`, all its bytes where the text is
// UTF-8.
std::string CharacterAt(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() &&
         (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
    ++end;
  }
  return std::string(text.substr(at, end - at));
}

}  // namespace

absl::StatusOr<TypedContribution> ContributionFromTyped(
    TypedSource source, std::string_view typed) {
  const Source rule = Describe(source);
  std::string digits;
  bool after_digit = false;  // a separator may follow
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const char c = typed[i];
    const bool digit = c >= rule.first && c <= rule.last;
    const bool more = i + 1 < typed.size();
    if (!digit && !(IsSeparator(c) && after_digit && more)) {
      return TypedDigitError(CharacterAt(typed, i), rule.allowed);
    }
    if (digit) digits += c;
    after_digit = digit;
  }
  const double bits = static_cast<double>(digits.size()) *
                      std::log2(rule.last - rule.first + 1);
  if (bits < kMinEntropyBits) {
    return TooLittleEntropyError(bits, kMinEntropyBits);
  }
  const Digest digest =
      Sha256(Lp({"spotcheck-typed-entropy/1", rule.name, digits}));
  return TypedContribution{std::string(digest.view()),
                           static_cast<int>(digits.size()), bits};
}

}  // namespace spotcheck::client
