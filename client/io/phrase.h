#ifndef SPOTCHECK_CLIENT_IO_PHRASE_H_
#define SPOTCHECK_CLIENT_IO_PHRASE_H_

// The two languages of the command line. Everything a person reads is a pair.

#include <string>
#include <string_view>

#include "lib/cli/language.h"

namespace spotcheck::client {

// A constant text in both languages; refers to literals.
struct Phrase {
  std::string_view zh;
  std::string_view en;
};

inline std::string In(Language language, const Phrase& phrase) {
  return std::string(language == Language::kZh ? phrase.zh : phrase.en);
}

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_PHRASE_H_
