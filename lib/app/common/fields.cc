#include "lib/app/common/fields.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "absl/container/flat_hash_set.h"
#include "lib/app/common/errors.h"
#include "lib/base/errors.h"
#include "lib/base/identifier.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/rules/law/product_key.h"
#include "lib/rules/register/day.h"
#include "lib/rules/register/list.h"

namespace spotcheck::app {
namespace {

bool AreDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

char32_t FoldCharacter(char32_t c) {
  constexpr char32_t kFullWidthOffset = 0xFEE0;
  if (c >= U'!' + kFullWidthOffset && c <= U'~' + kFullWidthOffset) {
    c -= kFullWidthOffset;
  }
  return c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c;
}

// Splits a cell into its parts, which come trimmed; empty parts are dropped.
absl::StatusOr<std::vector<std::string>> SplitCell(std::string_view raw,
                                                   rules::FieldName field) {
  RETURN_IF_ERROR(ReadText(raw, {field, kMaxListLength, Presence::kOptional,
                                 LineBreaks::kToSpaces})
                      .status());
  std::vector<std::string> parts = rules::SplitList(raw);
  const auto count = static_cast<std::int64_t>(parts.size());
  if (count > kMaxListedCodes) {
    return register_errors::TooManyListed(field, count, kMaxListedCodes);
  }
  return parts;
}

}  // namespace

absl::StatusOr<std::string> ReadText(std::string_view raw,
                                     const TextRule& rule) {
  // The length is checked first, because that is cheap even for a huge field.
  const int length = CodePointCount(raw);
  if (length > rule.limit) {
    return register_errors::FieldTooLong(rule.field, length, rule.limit);
  }
  if (!IsValidUtf8(raw)) return register_errors::FieldNotUtf8(rule.field);
  std::string text(raw);
  if (rule.breaks == LineBreaks::kToSpaces) {
    std::replace_if(
        text.begin(), text.end(),
        [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  }
  if (const auto hidden = FirstHiddenCharacter(text); hidden.has_value()) {
    return register_errors::FieldControlCharacter(rule.field, *hidden);
  }
  if (rule.presence == Presence::kRequired && TrimWhiteSpace(text).empty()) {
    return register_errors::FieldMissing(rule.field);
  }
  return text;
}

absl::StatusOr<std::string> ReadIdentifier(std::string_view raw,
                                           const TextRule& rule) {
  const PlainIdentifier plain = Undress(raw, InnerBlanks::kKept);
  if (plain.lost_digits) {
    return register_errors::IdentifierIsNumber(rule.field, std::string(raw));
  }
  return ReadText(plain.text, rule);
}

absl::StatusOr<std::string> ReadCode(std::string_view raw,
                                     const TextRule& rule) {
  const PlainIdentifier plain = Undress(raw, InnerBlanks::kDropped);
  if (plain.lost_digits) {
    return register_errors::IdentifierIsNumber(rule.field, std::string(raw));
  }
  ASSIGN_OR_RETURN(const std::string text, ReadText(plain.text, rule));
  return FoldCode(text);
}

absl::StatusOr<std::string> ReadGtin(std::string_view raw,
                                     const TextRule& rule) {
  const PlainIdentifier plain = Undress(raw, InnerBlanks::kDropped);
  const bool is_restored = plain.restored && !plain.lost_digits;
  if (is_restored && !plain.text.empty() && AreDigits(plain.text)) {
    return plain.text;
  }
  return ReadIdentifier(raw, rule);
}

std::string FoldCode(std::string_view raw) {
  std::u32string wide = ToUtf32(TrimWhiteSpace(raw));
  std::transform(wide.begin(), wide.end(), wide.begin(), FoldCharacter);
  return ToUtf8(wide);
}

absl::StatusOr<CivilDate> ParseTypedDate(const std::string& text) {
  const std::optional<CivilDate> day = rules::ReadDay(text);
  if (!day.has_value()) return InvalidDateError(text);
  return *day;
}

absl::StatusOr<std::string> ReadRegisteredOn(const std::string& raw,
                                             CivilDate today) {
  const std::optional<CivilDate> day = rules::ReadDay(raw);
  if (!day.has_value()) return std::string();
  if (*day > today) return register_errors::RegisteredInFuture(*day, today);
  return day->ToString();
}

absl::StatusOr<std::int64_t> ReadCapacity(const std::string& raw) {
  // Spreadsheets write 80.0.
  const std::string digits = Undress(raw, InnerBlanks::kDropped).text;
  const char* const end = digits.data() + digits.size();
  std::int64_t number = 0;
  const auto parsed = std::from_chars(digits.data(), end, number);
  if (parsed.ec != std::errc() || parsed.ptr != end || number < 1 ||
      number > kMaxCapacity) {
    return register_errors::InvalidCapacity(raw, kMaxCapacity);
  }
  return number;
}

absl::StatusOr<std::vector<std::string>> ReadCategories(std::string_view raw) {
  ASSIGN_OR_RETURN(const auto parts, SplitCell(raw, {"categories"}));
  std::vector<std::string> categories;
  for (const std::string& part : parts) {
    ASSIGN_OR_RETURN(std::string category, rules::ParseCategory(part));
    if (std::find(categories.begin(), categories.end(), category) ==
        categories.end()) {
      categories.push_back(std::move(category));
    }
  }
  return categories;
}

absl::StatusOr<std::vector<Usci>> ReadListedCodes(std::string_view raw,
                                                  rules::FieldName field) {
  ASSIGN_OR_RETURN(const auto parts, SplitCell(DropHidden(raw), field));
  std::vector<Usci> codes;
  absl::flat_hash_set<Usci> seen;
  for (const std::string& part : parts) {
    const absl::StatusOr<Usci> code = Usci::ParseLenient(part);
    if (!code.ok()) {
      return register_errors::InvalidListedCode(field, code.status());
    }
    if (seen.insert(*code).second) codes.push_back(*code);
  }
  return codes;
}

}  // namespace spotcheck::app
