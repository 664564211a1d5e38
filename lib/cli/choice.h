#ifndef SPOTCHECK_LIB_CLI_CHOICE_H_
#define SPOTCHECK_LIB_CLI_CHOICE_H_

// Adds options whose value is one of some words. Another value is a usage error
// that names the words.

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace spotcheck {

// The type that help shows for these options.
inline constexpr char kWordType[] = "WORD";

// A word, the same in the other language (empty: none), and what it means.
template <typename T>
struct ChoiceWord {
  std::string_view word;
  std::string_view other;
  T value;
};

// The words that an option knows, for the message about any other word;
// usage_error.cc reads them.
struct KnownWords {
  std::vector<std::string> zh;
  std::vector<std::string> en;
};
std::string NotAmong(const std::string& typed, const KnownWords& words);

template <typename T>
CLI::Option* AddChoice(CLI::App& command, const char* name, T& value,
                       const std::vector<ChoiceWord<T>>& words,
                       const std::string& text) {
  const auto find = [words](const std::string& typed) -> const T* {
    for (const ChoiceWord<T>& word : words) {
      if (typed.empty()) continue;
      if (word.word == typed || word.other == typed) return &word.value;
    }
    return nullptr;
  };
  KnownWords names;
  for (const ChoiceWord<T>& word : words) names.en.emplace_back(word.word);
  names.zh = names.en;
  // CLI11 checks the word before it calls the function, so every word is found.
  return command
      .add_option_function<std::string>(
          name,
          [&value, find](const std::string& typed) { value = *find(typed); },
          text)
      ->check([find, names](const std::string& typed) {
        return find(typed) != nullptr ? std::string() : NotAmong(typed, names);
      })
      ->type_name(kWordType);
}

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_CLI_CHOICE_H_
