#include "lib/cli/language.h"

#include <cstdlib>
#include <optional>
#include <string_view>

#include "lib/cli/option_value.h"

namespace spotcheck {

Language LanguageOfLocale() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).substr(0, 2) == "zh" ? Language::kZh
                                                        : Language::kEn;
  }
  return Language::kEn;
}

Language ChooseLanguage(const std::vector<std::string>& arguments,
                        Language otherwise) {
  const auto value = LastValueOf(arguments, {"--lang", ""});
  if (value == "zh" || value == "中文") return Language::kZh;
  if (value == "en" || value == "英文") return Language::kEn;
  return otherwise;
}

}  // namespace spotcheck
