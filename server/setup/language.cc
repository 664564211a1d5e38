#include "server/setup/language.h"

#include <cstdlib>
#include <string_view>

namespace spotcheck::server {

Language ChooseLanguage() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).substr(0, 2) == "zh" ? Language::kZh
                                                        : Language::kEn;
  }
  return Language::kEn;
}

}  // namespace spotcheck::server
