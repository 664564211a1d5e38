#include "client/xlsx/cell.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"

namespace spotcheck::client {
namespace {

constexpr std::size_t kExactDigits = 15;   // of a number in a spreadsheet
constexpr double kLastSerial = 2'958'465;  // 9999-12-31 in the 1900 system
constexpr double kSecondsOfDay = 86'400;
constexpr int kMostZeros = 20;           // no code has more digits
constexpr std::size_t kMostLetters = 3;  // of a column: XFD is the last one

bool AreDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c >= '0' && c <= '9';
  });
}

std::optional<double> Number(std::string_view text) {
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
  return number;
}

// The code without what it only shows: "年", \-, _), *x and [Red], [$-804].
std::string Bare(std::string_view code) {
  std::string bare;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"' || c == '[') {
      const std::size_t end = code.find(c == '"' ? '"' : ']', i + 1);
      if (end == code.npos) break;
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else {
      bare += c;
    }
  }
  return bare;
}

absl::CivilDay DayOf(std::int64_t serial, DateSystem system) {
  if (system == DateSystem::k1904) return absl::CivilDay(1904, 1, 1) + serial;
  // Day 60 is the 29 February that 1900 did not have.
  return absl::CivilDay(1899, 12, serial > 60 ? 30 : 31) + serial;
}

std::string DayText(std::int64_t serial, DateSystem system) {
  if (system == DateSystem::k1900 && serial == 60) return "1900-02-29";
  return absl::FormatCivilTime(DayOf(serial, system));
}

std::string ShownNumber(double number) {
  return absl::StrFormat("%.15G", number);
}

// Four hexadecimal digits.
std::optional<unsigned> HexUnit(std::string_view digits) {
  unsigned value = 0;
  const char* const end = digits.data() + digits.size();
  const auto parsed = std::from_chars(digits.data(), end, value, 16);
  if (digits.size() != 4 || parsed.ec != std::errc() || parsed.ptr != end) {
    return std::nullopt;
  }
  return value;
}

}  // namespace

NumberForm FormOfCode(std::string_view code) {
  // A code has up to four sections; the first is for what is above zero.
  std::string bare = Bare(code);
  bare = bare.substr(0, bare.find(';'));
  if (bare.find_first_of("yYdD") != std::string::npos &&
      bare.find_first_of("0#?") == std::string::npos) {
    return {true, 0};
  }
  const bool zeros = bare.find_first_not_of('0') == std::string::npos;
  if (zeros && bare.size() <= kMostZeros) {
    return {false, static_cast<int>(bare.size())};
  }
  return {};
}

NumberForm FormOfBuiltIn(int format) {
  struct Range {
    int first;
    int last;
  };
  // 18 to 21, 32 to 35 and 45 to 47 are times of the day.
  static constexpr Range kDates[] = {{14, 17}, {22, 22}, {27, 31},
                                     {36, 36}, {50, 54}, {57, 58}};
  for (const Range& range : kDates) {
    if (format >= range.first && format <= range.last) return {true, 0};
  }
  return {};
}

std::string NumberText(std::string_view value, const NumberForm& form) {
  std::string text(value);
  if (!AreDigits(value) || value.size() > kExactDigits) {
    const std::optional<double> number = Number(value);
    if (!number.has_value()) return text;
    text = ShownNumber(*number);
  }
  const auto least = static_cast<std::size_t>(form.least_digits);
  if (AreDigits(text) && text.size() < least) {
    text.insert(0, least - text.size(), '0');
  }
  return text;
}

std::string DateText(std::string_view value, DateSystem system) {
  const std::optional<double> number = Number(value);
  if (!number.has_value() || *number < 1 || *number > kLastSerial) {
    return NumberText(value, {});
  }
  const double whole = std::floor(*number);
  auto serial = static_cast<std::int64_t>(whole);
  auto seconds =
      static_cast<std::int64_t>(std::lround((*number - whole) * kSecondsOfDay));
  if (seconds == static_cast<std::int64_t>(kSecondsOfDay)) {
    seconds = 0;
    ++serial;
  }
  const std::string day = DayText(serial, system);
  if (seconds == 0) return day;
  return absl::StrFormat("%s %02d:%02d:%02d", day, seconds / 3600,
                         seconds / 60 % 60, seconds % 60);
}

std::optional<std::size_t> ColumnOf(std::string_view reference) {
  std::size_t column = 0;
  std::size_t letters = 0;
  while (letters < reference.size() && reference[letters] >= 'A' &&
         reference[letters] <= 'Z') {
    column =
        column * 26 + static_cast<std::size_t>(reference[letters] - 'A' + 1);
    if (++letters > kMostLetters) return std::nullopt;
  }
  if (letters == 0) return std::nullopt;
  return column - 1;
}

std::optional<std::int64_t> RowOf(std::string_view reference) {
  const std::size_t digits = reference.find_first_of("0123456789");
  if (digits == reference.npos) return std::nullopt;
  std::int64_t row = 0;
  const char* const end = reference.data() + reference.size();
  const auto parsed = std::from_chars(reference.data() + digits, end, row);
  if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
  return row;
}

std::string Unescaped(std::string_view text) {
  constexpr std::size_t kEscape = 7;  // _xHHHH_
  std::string plain;
  while (!text.empty()) {
    const std::size_t at = text.find("_x");
    plain += text.substr(0, at);
    if (at == text.npos) break;
    text.remove_prefix(at);
    const bool whole = text.size() >= kEscape && text[kEscape - 1] == '_';
    const auto unit = whole ? HexUnit(text.substr(2, 4)) : std::nullopt;
    // Spreadsheets escape control characters and the mark itself, all ASCII.
    if (unit.has_value() && *unit < 0x80) {
      plain += static_cast<char>(*unit);
      text.remove_prefix(kEscape);
    } else {
      plain += text.front();
      text.remove_prefix(1);
    }
  }
  return plain;
}

}  // namespace spotcheck::client
