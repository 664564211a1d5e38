#ifndef SPOTCHECK_SERVER_SETUP_LANGUAGE_H_
#define SPOTCHECK_SERVER_SETUP_LANGUAGE_H_

// The language in which spotcheckd speaks to a person on the terminal.

#include <cstdint>
#include <string>

#include "lib/base/error.h"

namespace spotcheck::server {

enum class Language : std::uint8_t { kZh, kEn };

// Reads LC_ALL, LC_MESSAGES and LANG in POSIX's order and takes the first that
// is set: Chinese where it begins with zh, else English.
Language ChooseLanguage();

inline const std::string& In(Language language, const Localized& text) {
  return language == Language::kZh ? text.zh : text.en;
}

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_SETUP_LANGUAGE_H_
