#ifndef SPOTCHECK_LIB_CLI_OPTION_VALUE_H_
#define SPOTCHECK_LIB_CLI_OPTION_VALUE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spotcheck {

struct OptionNames {
  std::string_view longer;   // with its dashes
  std::string_view shorter;  // empty: none
};

// Finds the value of an option on a line that CLI11 has not read yet: --long
// VALUE, --long=VALUE, and, where it has a short name, -s VALUE and -sVALUE.
// The last one counts, as it does for CLI11.
std::optional<std::string_view> LastValueOf(
    const std::vector<std::string>& arguments, const OptionNames& names);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_CLI_OPTION_VALUE_H_
