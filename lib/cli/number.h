#ifndef SPOTCHECK_LIB_CLI_NUMBER_H_
#define SPOTCHECK_LIB_CLI_NUMBER_H_

// The numbers of both command lines. They are decimal digits and nothing else:
// 010 is ten; 0x10, 1e3, +5, -5, blanks and an empty word are refused
// (VALUE_INVALID, usage_error.h). The parser's own numbers would read 010 as
// eight, so no option of the trees is one of the parser's; a test walks them.

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "absl/time/time.h"

namespace spotcheck {

// The type that help shows for these options, and the test finds them by.
inline constexpr char kNumberType[] = "NUMBER";
inline constexpr char kSecondsType[] = "SECONDS";

// Reads one digit or more, without a sign. Returns nothing for any other text
// and for a number above 2^64 - 1.
std::optional<std::uint64_t> ParseDecimal(std::string_view text);
// Reads decimal digits, and at most three more behind a point. Returns nothing
// for any other text and for more than a century.
std::optional<absl::Duration> ParseSeconds(std::string_view text);

struct NumberRange {
  std::uint64_t low = 0;
  std::uint64_t high = std::numeric_limits<std::uint64_t>::max();
};

CLI::Option* AddNumberOption(CLI::App& command, const char* name,
                             std::function<void(std::uint64_t)> take,
                             NumberRange range, const std::string& text);

// Reads the number into a variable, whose type bounds the range, too.
template <typename T>
CLI::Option* AddNumber(CLI::App& command, const char* name, T& value,
                       NumberRange range, const std::string& text) {
  constexpr auto kMost =
      static_cast<std::uint64_t>(std::numeric_limits<T>::max());
  if (range.high > kMost) range.high = kMost;
  return AddNumberOption(
      command, name,
      [&value](std::uint64_t number) { value = static_cast<T>(number); }, range,
      text);
}

// Adds an option for a time from one millisecond to `most`.
CLI::Option* AddSeconds(CLI::App& command, const char* name,
                        absl::Duration& value, absl::Duration most,
                        const std::string& text);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_CLI_NUMBER_H_
