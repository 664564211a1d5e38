#ifndef SPOTCHECK_LIB_CLI_LANGUAGE_H_
#define SPOTCHECK_LIB_CLI_LANGUAGE_H_

// The two languages of what a person reads on the terminal.

#include <cstdint>
#include <string>
#include <vector>

#include "lib/base/error.h"

namespace spotcheck {

enum class Language : std::uint8_t { kZh, kEn };

// Reads LC_ALL, LC_MESSAGES and LANG in POSIX's order and takes the first that
// is set: Chinese where it begins with zh, else English.
Language LanguageOfLocale();

// Takes the last --lang of the arguments. Help is in this language, so it is
// known before CLI11 reads the line.
Language ChooseLanguage(const std::vector<std::string>& arguments,
                        Language otherwise);

inline const std::string& Spoken(Language language, const Localized& text) {
  return language == Language::kZh ? text.zh : text.en;
}

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_CLI_LANGUAGE_H_
