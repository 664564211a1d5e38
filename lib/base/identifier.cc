#include "lib/base/identifier.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <utility>

#include "lib/base/text.h"

namespace spotcheck {
namespace {

// Spreadsheets keep this many digits of a number and write zeros behind them.
constexpr std::size_t kKeptDigits = 15;
// Longer numbers do not fit 64 bits; no identifier of digits is as long.
constexpr std::size_t kMostDigits = 19;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool AreDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit);
}

bool IsBlank(char32_t c) {
  if (c < 0x80) return c == U' ' || (c >= U'\t' && c <= U'\r');
  return DeleteWhiteSpace(ToUtf8({&c, 1})).empty();
}

// White space and control characters are seen, or refused by their own name.
bool IsUnseen(char32_t c) {
  if (c < 0xA0 || IsBlank(c)) return false;
  return FirstHiddenCharacter(ToUtf8({&c, 1})).has_value();
}

bool IsQuote(char32_t c) {
  return c == U'"' || c == U'“' || c == U'”' || c == U'＂';
}
bool IsApostrophe(char32_t c) {
  return c == U'\'' || c == U'‘' || c == U'’' || c == U'＇' || c == U'`';
}
bool IsMark(char32_t c) { return IsQuote(c) || IsApostrophe(c); }

std::u32string_view Trim(std::u32string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

// Drops the apostrophe, the quotes and the equals sign that make a cell a text.
std::u32string_view WithoutMarks(std::u32string_view text) {
  text = Trim(text);
  // No identifier begins so; a file holds values, not formulas.
  if (!text.empty() && text.front() == U'=') text = Trim(text.substr(1));
  const bool opened = !text.empty() && IsMark(text.front());
  while (!text.empty() && IsMark(text.front())) text.remove_prefix(1);
  // A mark at the end alone can be a sign of feet or inches.
  while (opened && !text.empty() && IsMark(text.back())) text.remove_suffix(1);
  return Trim(text);
}

char32_t ToAscii(char32_t c) {
  constexpr char32_t kFullWidthOffset = 0xFEE0;
  if (IsDash(c)) return U'-';
  const bool wide =
      c >= U'!' + kFullWidthOffset && c <= U'~' + kFullWidthOffset;
  return wide ? c - kFullWidthOffset : c;
}

std::u32string WithBlanks(std::u32string_view text, InnerBlanks blanks) {
  std::u32string kept;
  for (const char32_t c : text) {
    switch (blanks) {
      case InnerBlanks::kDropped:
        if (!IsBlank(c)) kept.push_back(ToAscii(c));
        break;
      case InnerBlanks::kKept:
        kept.push_back(IsBlank(c) && c != U'\u3000' ? U' ' : c);
        break;
    }
  }
  return kept;
}

std::string FoldWidth(std::string_view text) {
  std::u32string wide = ToUtf32(text);
  std::transform(wide.begin(), wide.end(), wide.begin(), ToAscii);
  return ToUtf8(wide);
}

// A number as a spreadsheet writes it: its digits where it still has them all.
struct WrittenNumber {
  std::string digits;
  bool is_whole = false;
};

// 123.0
std::optional<WrittenNumber> ReadDecimal(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return std::nullopt;
  const std::string_view digits = text.substr(0, point);
  const std::string_view zeros = text.substr(point + 1);
  if (!AreDigits(digits) || zeros.empty() ||
      zeros.find_first_not_of('0') != std::string_view::npos) {
    return std::nullopt;
  }
  return WrittenNumber{std::string(digits), true};
}

// 9.11E+17, 1E+17, 9.11e17; 1E5 can be an identifier of its own.
std::optional<WrittenNumber> ReadScientific(std::string_view text) {
  constexpr std::size_t kMostExponentDigits = 3;
  const std::size_t e = text.find_first_of("eE");
  if (e == std::string_view::npos || e == 0 || !IsDigit(text[0])) {
    return std::nullopt;
  }
  const std::string_view mantissa = text.substr(0, e);
  std::string_view exponent = text.substr(e + 1);
  const bool has_point = mantissa.size() > 2 && mantissa[1] == '.';
  const bool has_sign = !exponent.empty() && exponent.front() == '+';
  if (has_sign) exponent.remove_prefix(1);
  const std::string_view fraction = has_point ? mantissa.substr(2) : "";
  const bool fits = (has_point ? AreDigits(fraction) : mantissa.size() == 1) &&
                    (has_point || has_sign) && AreDigits(exponent) &&
                    exponent.size() <= kMostExponentDigits;
  if (!fits) return std::nullopt;
  std::size_t power = 0;
  std::from_chars(exponent.data(), exponent.data() + exponent.size(), power);
  return WrittenNumber{mantissa[0] + std::string(fraction),
                       fraction.size() == power};
}

PlainIdentifier WithDigits(PlainIdentifier plain) {
  const std::string text = FoldWidth(plain.text);
  std::optional<WrittenNumber> number = ReadDecimal(text);
  if (!number.has_value()) number = ReadScientific(text);
  if (!number.has_value()) return plain;
  plain.restored = true;
  plain.lost_digits = !number->is_whole || MayBeRounded(number->digits);
  if (!plain.lost_digits) plain.text = std::move(number->digits);
  return plain;
}

// Most identifiers are bare.
bool IsBare(std::string_view raw) {
  return std::all_of(raw.begin(), raw.end(), [](char c) {
    return (IsDigit(c) || (c >= 'A' && c <= 'Z' && c != 'E')) || c == '-';
  });
}

}  // namespace

bool MayBeRounded(std::string_view digits) {
  if (digits.size() <= kKeptDigits) return false;
  if (digits.size() > kMostDigits) return true;
  if (digits.substr(kKeptDigits).find_first_not_of('0') ==
      std::string_view::npos) {
    return true;
  }
  constexpr std::uint64_t kAllExact = std::uint64_t{1} << 53;
  std::uint64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (number < kAllExact) return false;
  const auto binary = static_cast<long double>(static_cast<double>(number));
  return binary == static_cast<long double>(number);
}

bool IsDash(char32_t c) {
  return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ||
         c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

std::string DropHidden(std::string_view text) {
  std::u32string wide = ToUtf32(text);
  wide.erase(std::remove_if(wide.begin(), wide.end(), IsUnseen), wide.end());
  return ToUtf8(wide);
}

PlainIdentifier Undress(std::string_view raw, InnerBlanks blanks) {
  if (IsBare(raw) || !IsValidUtf8(raw))
    return {std::string(raw), false, false, {}};
  PlainIdentifier plain;
  std::u32string wide = ToUtf32(raw);
  const std::string trimmed = ToUtf8(Trim(wide));
  const auto unseen = std::find_if(wide.begin(), wide.end(), IsUnseen);
  if (unseen != wide.end()) plain.hidden = *unseen;
  wide.erase(std::remove_if(unseen, wide.end(), IsUnseen), wide.end());
  plain.text = ToUtf8(WithBlanks(WithoutMarks(wide), blanks));
  plain.restored = plain.text != trimmed;
  return WithDigits(std::move(plain));
}

}  // namespace spotcheck
