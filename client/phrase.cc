#include "client/phrase.h"

#include <cstddef>
#include <cstdlib>

namespace spotcheck::client {
namespace {

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
  constexpr std::string_view kOption = "--lang";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == kOption && i + 1 < arguments.size()) {
      return arguments[i + 1] == "zh" ? Language::kZh : Language::kEn;
    }
    if (argument.substr(0, kOption.size() + 1) == "--lang=") {
      return argument.substr(kOption.size() + 1) == "zh" ? Language::kZh
                                                         : Language::kEn;
    }
  }
  return LanguageOfLocale();
}

}  // namespace spotcheck::client
