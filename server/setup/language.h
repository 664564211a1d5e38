#ifndef SPOTCHECK_SERVER_SETUP_LANGUAGE_H_
#define SPOTCHECK_SERVER_SETUP_LANGUAGE_H_

// The two languages of what a person reads on the terminal.

#include <cstdint>
#include <string>

#include "lib/base/error.h"

namespace spotcheck::server {

enum class Language : std::uint8_t { kZh, kEn };

// LC_ALL, LC_MESSAGES, LANG in the order of POSIX: Chinese where the first one
// set begins with zh, else English.
Language ChooseLanguage();

inline const std::string& In(Language language, const Localized& text) {
  return language == Language::kZh ? text.zh : text.en;
}

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_SETUP_LANGUAGE_H_
