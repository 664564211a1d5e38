#ifndef SPOTCHECK_LIB_APP_COMMON_FIELDS_H_
#define SPOTCHECK_LIB_APP_COMMON_FIELDS_H_

// The fields of imported rows: raw text in, checked text out. Text is kept as
// it was imported; codes are folded. Pure. Errors: common/errors.h, those of
// ids and rules.

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

// The draw protocol's limit for the texts it repeats, longer than any name that
// was ever registered.
inline constexpr int kMaxNameLength = rules::kMaxDrawText;
// Codes in one cell: no laboratory is barred from a whole province.
inline constexpr int kMaxListedCodes = 10'000;
inline constexpr int kMaxListLength = kMaxListedCodes * (Usci::kSize + 1);
// The draw protocol's range of numbers.
inline constexpr std::int64_t kMaxCapacity = rules::kMaxDrawNumber;

enum class Presence : std::uint8_t { kRequired, kOptional };
// Tabs and line breaks inside a cell: refused as any control character, or
// turned into spaces where a text runs over several lines.
enum class LineBreaks : std::uint8_t { kRefused, kToSpaces };

struct TextRule {
  rules::FieldName field;
  int limit = rules::kMaxShortLength;  // code points
  Presence presence = Presence::kOptional;
  LineBreaks breaks = LineBreaks::kRefused;
};
absl::StatusOr<std::string> ReadText(std::string_view raw,
                                     const TextRule& rule);

// White space at the ends dropped, full-width and lower-case letters and digits
// folded to upper-case ASCII.
std::string FoldCode(std::string_view raw);

// 2017-05-17, 2017/5/17, 2017.5.17, 2017年5月17日. INVALID_DATE.
absl::StatusOr<CivilDate> ParseTypedDate(const std::string& text);
// A date as typed, kept as typed: nothing where nothing is meant (N/A, ——),
// else a day that exists and is not after `today`.
absl::StatusOr<std::string> ReadRegisteredOn(const std::string& raw,
                                             CivilDate today);

// 1…kMaxCapacity, in digits of either width.
absl::StatusOr<std::int64_t> ReadCapacity(const std::string& raw);
// Separated by ; ； or 、, empty parts dropped, each once, as first named.
absl::StatusOr<std::vector<std::string>> ReadCategories(std::string_view raw);
absl::StatusOr<std::vector<Usci>> ReadListedCodes(std::string_view raw,
                                                  rules::FieldName field);

// Whether the state's words 登记状态 say that the enterprise is gone (注销,
// 吊销 …), respectively that a laboratory or a person does not serve (停用,
// 暂停 …). An empty or unknown state says neither.
bool SaysDeregistered(std::string_view state);
bool SaysInactive(std::string_view state);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_COMMON_FIELDS_H_
