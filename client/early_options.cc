#include "client/early_options.h"

#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace spotcheck::client {
namespace {

// The two spellings of an option: --long VALUE or --long=VALUE, and, where it
// has a short one, -s VALUE or -sVALUE. The last one given counts, as it does
// for CLI11.
struct Names {
  std::string_view longer;   // with its dashes
  std::string_view shorter;  // empty: none
};
std::optional<std::string_view> ValueOf(
    const std::vector<std::string>& arguments, const Names& names) {
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

Language LanguageOfLocale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).substr(0, 2) == "zh" ? Language::kZh
                                                        : Language::kEn;
  }
  return Language::kEn;
}

}  // namespace

Language ChooseLanguage(const std::vector<std::string>& arguments) {
  const auto value = ValueOf(arguments, {"--lang", ""});
  if (value == "zh") return Language::kZh;
  if (value == "en") return Language::kEn;
  return LanguageOfLocale();
}

Format ChooseFormat(const std::vector<std::string>& arguments) {
  const auto value = ValueOf(arguments, {"--output", "-o"});
  if (value == "json") return Format::kJson;
  if (value == "jsonl") return Format::kJsonLines;
  if (value == "csv") return Format::kCsv;
  return Format::kTable;
}

}  // namespace spotcheck::client
