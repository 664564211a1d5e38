#include "lib/cli/option_value.h"

#include <cstddef>

namespace spotcheck {

std::optional<std::string_view> LastValueOf(
    const std::vector<std::string>& arguments, const OptionNames& names) {
  std::optional<std::string_view> value;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--") break;
    const std::size_t size = names.longer.size();
    const bool is_short =
        !names.shorter.empty() &&
        argument.substr(0, names.shorter.size()) == names.shorter;
    if (argument == names.longer || (is_short && argument == names.shorter)) {
      if (i + 1 < arguments.size()) value = arguments[i + 1];
    } else if (argument.substr(0, size) == names.longer &&
               argument[size] == '=') {
      value = argument.substr(size + 1);
    } else if (is_short) {
      value = argument.substr(names.shorter.size());
    }
  }
  return value;
}

}  // namespace spotcheck
