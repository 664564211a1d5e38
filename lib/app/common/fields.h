#ifndef SPOTCHECK_LIB_APP_COMMON_FIELDS_H_
#define SPOTCHECK_LIB_APP_COMMON_FIELDS_H_

// Reads fields of imported rows: takes raw text, answers checked text. Texts
// are kept as they were imported; codes are folded to one spelling. Pure.
// Errors: common/errors.h, and those of ids and rules.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/law/errors.h"
#include "lib/rules/register/columns.h"

namespace spotcheck::app {

// The draw protocol's limit for texts that a bundle repeats. It is longer than
// any name that was ever registered.
inline constexpr int kMaxNameLength = rules::kMaxDrawText;
// The most codes that one cell may list. It is enough, because no laboratory is
// barred from all enterprises of a province.
inline constexpr int kMaxListedCodes = 10'000;
inline constexpr int kMaxListLength = kMaxListedCodes * (Usci::kSize + 1);
// The draw protocol's largest number.
inline constexpr std::int64_t kMaxCapacity = rules::kMaxDrawNumber;

enum class Presence : std::uint8_t { kRequired, kOptional };
// Says how tabs and line breaks inside a cell are treated: kRefused refuses
// them like any control character; kToSpaces turns them into spaces, for texts
// that run over several lines.
enum class LineBreaks : std::uint8_t { kRefused, kToSpaces };

struct TextRule {
  rules::FieldName field;
  int limit = rules::kMaxShortLength;  // in code points
  Presence presence = Presence::kOptional;
  LineBreaks breaks = LineBreaks::kRefused;
};
absl::StatusOr<std::string> ReadText(std::string_view raw,
                                     const TextRule& rule);

// Reads a report number or another identifier whose spelling its owner chose:
// Undress (lib/base/identifier.h) takes off what a spreadsheet added, then the
// rest is read as by ReadText. Error: IDENTIFIER_IS_NUMBER.
absl::StatusOr<std::string> ReadIdentifier(std::string_view raw,
                                           const TextRule& rule);
// Reads a code of letters and digits in the same way, also drops blanks inside
// it, and folds it by FoldCode.
absl::StatusOr<std::string> ReadCode(std::string_view raw,
                                     const TextRule& rule);
// Answers the digits of a GTIN if they can be restored; any other text is
// answered as it was typed.
absl::StatusOr<std::string> ReadGtin(std::string_view raw,
                                     const TextRule& rule);

// Drops white space at the ends and folds letters and digits, full-width and
// lower-case ones too, to upper-case ASCII.
std::string FoldCode(std::string_view raw);

// Reads a day as ReadDay of lib/rules/register does. Error: INVALID_DATE.
absl::StatusOr<CivilDate> ParseTypedDate(const std::string& text);
// Answers the day as YYYY-MM-DD, and "" for a cell without one: an optional
// field that cannot be read never refuses its row. Refuses a day after `today`.
absl::StatusOr<std::string> ReadRegisteredOn(const std::string& raw,
                                             CivilDate today);

// Reads a number from 1 to kMaxCapacity, in half-width or full-width digits.
absl::StatusOr<std::int64_t> ReadCapacity(const std::string& raw);
// Reads categories divided as SplitList of lib/rules/register does; each is
// answered once, in the order of its first mention.
absl::StatusOr<std::vector<std::string>> ReadCategories(std::string_view raw);
absl::StatusOr<std::vector<Usci>> ReadListedCodes(std::string_view raw,
                                                  rules::FieldName field);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_COMMON_FIELDS_H_
