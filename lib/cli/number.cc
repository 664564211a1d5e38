#include "lib/cli/number.h"

#include <charconv>
#include <utility>

namespace spotcheck {
namespace {

// usage_error.cc reads these two messages.
std::string NoNumber(const std::string& typed) {
  return typed + " is no decimal number";
}
std::string OutOfRange(const std::string& low, const std::string& high) {
  return "Value not in range " + low + " to " + high;
}

}  // namespace

std::optional<std::uint64_t> ParseDecimal(std::string_view text) {
  if (text.empty() || text.find_first_not_of("0123456789") != text.npos) {
    return std::nullopt;
  }
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number, 10);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

std::optional<absl::Duration> ParseSeconds(std::string_view text) {
  constexpr std::size_t kMaxFraction = 3;
  constexpr std::uint64_t kMaxSeconds = 3'155'760'000;  // a century
  const std::size_t point = text.find('.');
  const auto whole = ParseDecimal(text.substr(0, point));
  if (!whole.has_value() || *whole > kMaxSeconds) return std::nullopt;
  absl::Duration value = absl::Seconds(static_cast<std::int64_t>(*whole));
  if (point == text.npos) return value;
  std::string fraction(text.substr(point + 1));
  if (fraction.empty() || fraction.size() > kMaxFraction) return std::nullopt;
  fraction.resize(kMaxFraction, '0');
  const auto milliseconds = ParseDecimal(fraction);
  if (!milliseconds.has_value()) return std::nullopt;
  return value + absl::Milliseconds(static_cast<std::int64_t>(*milliseconds));
}

CLI::Option* AddNumberOption(CLI::App& command, const char* name,
                             std::function<void(std::uint64_t)> take,
                             NumberRange range, const std::string& text) {
  const auto check = [range](const std::string& typed) -> std::string {
    const auto number = ParseDecimal(typed);
    if (!number.has_value()) return NoNumber(typed);
    if (*number >= range.low && *number <= range.high) return "";
    return OutOfRange(std::to_string(range.low), std::to_string(range.high));
  };
  // CLI11 checks the text before it calls the function, so it is a number.
  return command
      .add_option_function<std::string>(
          name,
          [take = std::move(take)](const std::string& typed) {
            take(*ParseDecimal(typed));
          },
          text)
      ->check(check)
      ->type_name(kNumberType);
}

CLI::Option* AddSeconds(CLI::App& command, const char* name,
                        absl::Duration& value, absl::Duration most,
                        const std::string& text) {
  const auto check = [most](const std::string& typed) -> std::string {
    const auto seconds = ParseSeconds(typed);
    if (!seconds.has_value()) return NoNumber(typed);
    if (*seconds > absl::ZeroDuration() && *seconds <= most) return "";
    return OutOfRange("0.001", std::to_string(absl::ToInt64Seconds(most)));
  };
  return command
      .add_option_function<std::string>(
          name,
          [&value](const std::string& typed) { value = *ParseSeconds(typed); },
          text)
      ->check(check)
      ->type_name(kSecondsType);
}

}  // namespace spotcheck
