#include "lib/base/civil_date.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "absl/strings/string_view.h"
#include "lib/base/errors.h"

namespace spotcheck {
namespace {

constexpr int kEarliestYear = 1900;  // the latest, 9999, is what 4 digits hold
constexpr int kShanghaiOffsetSeconds = 8 * 60 * 60;
constexpr char kDateShape[] = "0000-00-00";
constexpr char kSecondsShape[] = "0000-00-00T00:00:00Z";
constexpr char kMicrosShape[] = "0000-00-00T00:00:00.000000Z";

// True if `text` is `shape` with any digit where the shape has a 0.
bool HasShape(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool fits = shape[i] == '0' ? text[i] >= '0' && text[i] <= '9'
                                      : text[i] == shape[i];
    if (!fits) return false;
  }
  return true;
}

// Reads a number of at most 6 characters, all of them digits.
int Number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

absl::StatusOr<CivilDate> CivilDate::Parse(std::string_view text) {
  if (!HasShape(text, kDateShape)) return InvalidDateError(text);
  const int year = Number(text.substr(0, 4));
  const int month = Number(text.substr(5, 2));
  const int day = Number(text.substr(8, 2));
  const absl::CivilDay civil(year, month, day);  // normalises, e.g. 02-30
  if (year < kEarliestYear || civil.year() != year || civil.month() != month ||
      civil.day() != day) {
    return InvalidDateError(text);
  }
  return CivilDate(civil);
}

CivilDate CivilDate::Of(absl::Time time) {
  return CivilDate(
      absl::ToCivilDay(time, absl::FixedTimeZone(kShanghaiOffsetSeconds)));
}

std::string CivilDate::ToString() const { return absl::FormatCivilTime(day_); }

CivilDate AddMonths(CivilDate date, int months) {
  const absl::CivilMonth month = absl::CivilMonth(date.civil()) + months;
  const absl::CivilDay last = absl::CivilDay(month + 1) - 1;
  const int day = std::min(date.civil().day(), last.day());
  return CivilDate(absl::CivilDay(month.year(), month.month(), day));
}

std::string FormatUtcSeconds(absl::Time time) {
  return absl::FormatTime("%E4Y-%m-%dT%H:%M:%SZ", time, absl::UTCTimeZone());
}

std::string FormatUtcMicros(absl::Time time) {
  return absl::FormatTime("%E4Y-%m-%dT%H:%M:%E6SZ", time, absl::UTCTimeZone());
}

absl::StatusOr<absl::Time> ParseUtc(std::string_view text) {
  const bool has_micros = HasShape(text, kMicrosShape);
  if (!has_micros && !HasShape(text, kSecondsShape)) {
    return InvalidTimeError(text);
  }
  const absl::CivilSecond second(
      Number(text.substr(0, 4)), Number(text.substr(5, 2)),
      Number(text.substr(8, 2)), Number(text.substr(11, 2)),
      Number(text.substr(14, 2)), Number(text.substr(17, 2)));
  if (second.year() < kEarliestYear) return InvalidTimeError(text);
  absl::Time time = absl::FromCivil(second, absl::UTCTimeZone());
  // absl::FromCivil carries a field that is out of range, a leap second too,
  // into the next one; the time then reads differently.
  if (FormatUtcSeconds(time).substr(0, 19) != text.substr(0, 19)) {
    return InvalidTimeError(text);
  }
  if (has_micros) time += absl::Microseconds(Number(text.substr(20, 6)));
  return time;
}

}  // namespace spotcheck
