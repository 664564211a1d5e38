#include "lib/base/ids.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/time/civil_time.h"
#include "lib/base/errors.h"
#include "lib/base/identifier.h"
#include "lib/base/status_macros.h"

namespace spotcheck {
namespace {

constexpr std::size_t kMaxIdSize = 64;      // the draw protocol's grammar
constexpr std::size_t kMaxStratumSize = 8;  // of the same grammar

// A character's value is its place here (GB 32100-2015, table 2).
constexpr std::string_view kUsciAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr int kUsciModulus = 31;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }

bool AreDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), IsDigit);
}

// Reads a number of at most 9 characters, all of them digits.
int Number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// Computes the check character of GB 32100-2015, in which the i-th character
// has the weight 3^(i-1) mod 31. All characters must be of the alphabet.
char ComputeUsciCheck(std::string_view first17) {
  int weight = 1;
  int sum = 0;
  for (const char c : first17) {
    sum += static_cast<int>(kUsciAlphabet.find(c)) * weight;
    weight = weight * 3 % kUsciModulus;
  }
  const int check = (kUsciModulus - sum % kUsciModulus) % kUsciModulus;
  return kUsciAlphabet[static_cast<std::size_t>(check)];
}

bool IsOfUsciAlphabet(std::string_view text) {
  return text.find_first_not_of(kUsciAlphabet) == std::string_view::npos;
}

std::string ToUpperCase(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return IsLower(c) ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return text;
}

// Says more about a code that Parse refused where its form tells why.
absl::Status ExplainUsci(std::string_view typed, const PlainIdentifier& plain,
                         absl::Status refusal) {
  constexpr std::size_t kRegistrationSize = 15;
  const std::string_view text = plain.text;
  if (AreDigits(text) && text.size() == kRegistrationSize) {
    return InvalidUsciError(typed, UsciFault::kRegistrationNumber);
  }
  if (AreDigits(text) && text.size() == Usci::kSize && MayBeRounded(text)) {
    return InvalidUsciError(typed, UsciFault::kNumber);
  }
  if (plain.hidden.has_value()) {
    return HiddenInUsciError(text, *plain.hidden, refusal);
  }
  return refusal;
}

bool IsExistingDay(std::string_view yyyymmdd) {
  const int year = Number(yyyymmdd.substr(0, 4));
  const int month = Number(yyyymmdd.substr(4, 2));
  const int day = Number(yyyymmdd.substr(6, 2));
  const absl::CivilDay civil(year, month, day);
  return civil.year() == year && civil.month() == month && civil.day() == day;
}

}  // namespace

bool IsIdText(std::string_view text) {
  return !text.empty() && text.size() <= kMaxIdSize &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return IsDigit(c) || IsUpper(c) || IsLower(c) || c == '.' ||
                  c == '_' || c == '-';
         });
}

bool IsStratumText(std::string_view text) {
  return !text.empty() && text.size() <= kMaxStratumSize &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return IsDigit(c) || IsUpper(c); });
}

absl::StatusOr<Usci> Usci::Parse(std::string_view text) {
  if (!IsOfUsciAlphabet(text)) {
    return InvalidUsciError(text, UsciFault::kCharacter);
  }
  if (text.size() != kSize) return InvalidUsciError(text, UsciFault::kLength);
  const char expected = ComputeUsciCheck(text.substr(0, kSize - 1));
  if (text.back() != expected) return WrongUsciCheckError(text, expected);
  Usci usci;
  std::copy(text.begin(), text.end(), usci.text_.begin());
  return usci;
}

absl::StatusOr<Usci> Usci::ParseLenient(std::string_view text) {
  PlainIdentifier plain = Undress(text, InnerBlanks::kDropped);
  if (plain.lost_digits) return InvalidUsciError(text, UsciFault::kNumber);
  plain.text = ToUpperCase(std::move(plain.text));
  absl::StatusOr<Usci> usci = Parse(plain.text);
  if (usci.ok()) return usci;
  return ExplainUsci(text, plain, usci.status());
}

bool HasValidOrganisationCode(const Usci& usci) {
  return IsValidOrganisationCode(usci.view().substr(8, 9));
}

absl::StatusOr<char> UsciCheckCharacter(std::string_view first17) {
  if (!IsOfUsciAlphabet(first17)) {
    return InvalidUsciError(first17, UsciFault::kCharacter);
  }
  if (first17.size() != Usci::kSize - 1) {
    return InvalidUsciError(first17, UsciFault::kPrefixLength);
  }
  return ComputeUsciCheck(first17);
}

bool IsValidOrganisationCode(std::string_view nine) {
  constexpr std::array<int, 8> kWeights = {3, 7, 9, 10, 5, 8, 4, 2};
  if (nine.size() != kWeights.size() + 1) return false;
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) {
    const char c = nine[i];
    if (!IsDigit(c) && !IsUpper(c)) return false;
    sum += (IsDigit(c) ? c - '0' : c - 'A' + 10) * kWeights[i];
  }
  constexpr std::string_view kCheck = "0X987654321";  // index: sum % 11
  return nine.back() == kCheck[static_cast<std::size_t>(sum % 11)];
}

absl::StatusOr<Region> Region::Parse(std::string_view text) {
  if (text == "0") return Region();
  const bool fits = text.size() == 2 || text.size() == 4 || text.size() == 6;
  if (!fits || !AreDigits(text) || text.substr(0, 2) == "00") {
    return InvalidRegionError(text);
  }
  while (text.substr(text.size() - 2) == "00") text.remove_suffix(2);
  Region region;
  region.digits_ = text;
  return region;
}

absl::StatusOr<Region> Region::ParseExact(std::string_view text) {
  const bool fits = text.size() == 0 || text.size() == 2 || text.size() == 4 ||
                    text.size() == 6;
  if (!fits || !AreDigits(text)) return InvalidRegionError(std::string(text));
  Region region;
  region.digits_ = text;
  return region;
}

Region Region::Prefix(std::string_view code, int digits) {
  Region region;
  region.digits_ = code.substr(0, static_cast<std::size_t>(digits));
  return region;
}

bool IsValidGtin(std::string_view digits) {
  const std::size_t size = digits.size();
  if (size != 8 && size != 12 && size != 13 && size != 14) return false;
  if (!AreDigits(digits)) return false;
  int sum = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const int weight = (size - i) % 2 == 0 ? 3 : 1;
    sum += (digits[i] - '0') * weight;
  }
  return sum % 10 == 0;
}

bool IsValidResidentId(std::string_view text) {
  constexpr std::size_t kSize = 18;
  if (text.size() != kSize || !AreDigits(text.substr(0, kSize - 1))) {
    return false;
  }
  if (!IsExistingDay(text.substr(6, 8))) return false;
  int sum = 0;
  int weight = 1;  // 2^(18-i) mod 11, from the right
  for (std::size_t i = kSize - 1; i > 0; --i) {
    weight = weight * 2 % 11;
    sum += (text[i - 1] - '0') * weight;
  }
  constexpr std::string_view kCheck = "10X98765432";  // index: sum % 11
  return text.back() == kCheck[static_cast<std::size_t>(sum % 11)];
}

bool IsValidRegistrationNumber(std::string_view digits) {
  constexpr std::size_t kSize = 15;
  if (digits.size() != kSize || !AreDigits(digits)) return false;
  int product = 10;
  for (const char c : digits.substr(0, kSize - 1)) {
    const int sum = (product + (c - '0')) % 10;
    product = (sum == 0 ? 10 : sum) * 2 % 11;
  }
  return (product + (digits.back() - '0')) % 10 == 1;
}

}  // namespace spotcheck
