#include "lib/rules/register/day.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <string>

#include "absl/status/statusor.h"
#include "lib/base/text.h"

namespace spotcheck::rules {
namespace {

// Days before 1950 and after 2099 are written out, so that no other number of
// five digits becomes one.
constexpr int kFirstSerial = 18'264;
constexpr int kLastSerial = 73'050;

constexpr std::string_view kDashes[] = {"-", "‐", "‑", "‒", "–",
                                        "—", "―", "−", "_"};
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Reads a text from its beginning.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  bool AtEnd() const { return rest_.empty(); }
  void SkipBlanks() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
  }
  // The digits that come next, at most `most` of them.
  std::string_view Digits(std::size_t most) {
    std::size_t size = 0;
    while (size < rest_.size() && size < most && IsDigit(rest_[size])) ++size;
    const std::string_view digits = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return digits;
  }
  bool Take(std::string_view word) {
    if (rest_.substr(0, word.size()) != word) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

 private:
  std::string_view rest_;
};

int Number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<CivilDate> DayOf(int year, int month, int day) {
  const CivilDate date(year, month, day);  // moves 02-30 into March
  const absl::CivilDay civil = date.civil();
  const bool exists = civil.year() == year && civil.month() == month &&
                      civil.day() == day && year >= 1900;
  return exists ? std::optional(date) : std::nullopt;
}

bool TakeDash(Cursor& at) {
  return std::any_of(std::begin(kDashes), std::end(kDashes),
                     [&at](std::string_view dash) { return at.Take(dash); });
}

// The mark between year and month, and between month and day.
enum class Mark { kNone, kDash, kSlash, kDot, kWord };
Mark TakeMark(Cursor& at, std::string_view word) {
  at.SkipBlanks();
  Mark mark = Mark::kNone;
  if (at.Take(word)) {
    mark = Mark::kWord;
  } else if (at.Take("/")) {
    mark = Mark::kSlash;
  } else if (at.Take(".")) {
    mark = Mark::kDot;
  } else if (TakeDash(at)) {
    mark = Mark::kDash;
  }
  at.SkipBlanks();
  return mark;
}

// Two digits below `limit`.
bool TakePart(Cursor& at, int limit) {
  const std::string_view digits = at.Digits(2);
  return !digits.empty() && Number(digits) < limit;
}

// True if nothing follows, or a time of the day: 0:00, T00:00:00.000.
bool EndsWithTime(Cursor at) {
  const bool letter = at.Take("t");
  at.SkipBlanks();
  if (at.AtEnd()) return !letter;
  if (!TakePart(at, 24) || !at.Take(":") || !TakePart(at, 60)) return false;
  if (at.Take(":") && !TakePart(at, 60)) return false;
  if (at.Take(".") && at.Digits(9).empty()) return false;
  at.SkipBlanks();
  return at.AtEnd();
}

std::optional<CivilDate> ReadWritten(std::string_view year, Cursor at) {
  const Mark first = TakeMark(at, "年");
  const std::string_view month = at.Digits(2);
  const Mark second = TakeMark(at, "月");
  const std::string_view day = at.Digits(2);
  const bool marked = first != Mark::kNone && first == second;
  if (!marked || month.empty() || day.empty()) return std::nullopt;
  at.SkipBlanks();
  if (first == Mark::kWord && !at.Take("日") && !at.Take("号")) {
    return std::nullopt;
  }
  if (!EndsWithTime(at)) return std::nullopt;
  return DayOf(Number(year), Number(month), Number(day));
}

std::optional<CivilDate> ReadSerial(std::string_view digits, Cursor at) {
  const int serial = Number(digits);
  const bool fraction = at.Take(".");
  if (fraction && at.Digits(17).empty()) return std::nullopt;
  if (!at.AtEnd() || serial < kFirstSerial || serial > kLastSerial) {
    return std::nullopt;
  }
  return CivilDate(1899, 12, 30).AddDays(serial);
}

std::string Folded(std::string_view text) {
  const absl::StatusOr<std::string> folded = ToNfkcFolded(text);
  return folded.ok() ? std::string(TrimWhiteSpace(*folded)) : std::string(text);
}

}  // namespace

std::optional<CivilDate> ReadDay(std::string_view text) {
  const std::string folded = Folded(text);
  Cursor at(folded);
  const std::string_view digits = at.Digits(9);
  if (digits.size() == 4) return ReadWritten(digits, at);
  if (digits.size() == 5) return ReadSerial(digits, at);
  if (digits.size() == 8 && EndsWithTime(at)) {
    return DayOf(Number(digits.substr(0, 4)), Number(digits.substr(4, 2)),
                 Number(digits.substr(6, 2)));
  }
  return std::nullopt;
}

}  // namespace spotcheck::rules
