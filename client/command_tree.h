#ifndef SPOTCHECK_CLIENT_COMMAND_TREE_H_
#define SPOTCHECK_CLIENT_COMMAND_TREE_H_

// The tree of commands by their names; it parses a command line into one of
// them.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "absl/status/statusor.h"
#include "client/environment.h"
#include "client/io/phrase.h"
#include "lib/base/words.h"

namespace spotcheck::client {

class CommandTree {
 public:
  // The tree reads global options into `options`, which outlives it; its texts
  // are in the language of `options`.
  explicit CommandTree(GlobalOptions& options);
  CommandTree(const CommandTree&) = delete;
  CommandTree& operator=(const CommandTree&) = delete;

  // Adds the command of this path, e.g. "draw commit", with its text and
  // example from help.h. `run` is a closure that owns the variables the
  // command's options are read into.
  CLI::App& Add(std::string_view path, Command run);

  // Adds an option to a command, or a positional argument where the name has no
  // dashes.
  template <typename T>
  CLI::Option* Option(CLI::App& command, const char* name, T& value,
                      const Phrase& text) {
    return command.add_option(name, value, In(options_.language, text));
  }
  // Adds an option whose value is one of some words. Another value is a usage
  // error.
  template <typename T>
  CLI::Option* Choice(CLI::App& command, const char* name, T& value,
                      const std::map<std::string, T>& words,
                      const Phrase& text) {
    std::vector<std::string> names;
    for (const auto& [word, meaning] : words) names.push_back(word);
    // CLI11 checks the word before it calls the function, so every word is
    // found.
    return command
        .add_option_function<std::string>(
            name,
            [&value, words](const std::string& word) {
              value = words.at(word);
            },
            In(options_.language, text))
        ->check(CLI::IsMember(names));
  }
  // Adds an option whose value is a word of a closed list: the code of one of
  // `allowed`, its word in either language, or a synonym. `value` is an
  // enumeration of the API, or a string that takes the code.
  template <typename E, typename T>
  CLI::Option* Typed(CLI::App& command, const char* name, T& value,
                     const std::vector<E>& allowed, const Phrase& text) {
    std::string words;
    for (const E one : allowed) {
      words += words.empty() ? "" : ",";
      words += In(options_.language, {WordOf(one).zh, WordOf(one).en});
    }
    const auto check = [allowed, words](const std::string& typed) {
      const std::optional<E> found = FromTyped<E>(typed);
      const bool good =
          found.has_value() &&
          std::find(allowed.begin(), allowed.end(), *found) != allowed.end();
      return good ? std::string() : typed + " not in {" + words + "}";
    };
    // CLI11 checks the word before it calls the function, so every word is
    // found.
    return command
        .add_option_function<std::string>(
            name,
            [&value](const std::string& typed) {
              Take(*FromTyped<E>(typed), value);
            },
            In(options_.language, text))
        ->check(check);
  }
  CLI::Option* Flag(CLI::App& command, const char* name, bool& value,
                    const Phrase& text) {
    return command.add_flag(name, value, In(options_.language, text));
  }

  // Finds the command that the arguments name. Prints help where the arguments
  // ask for it. A mistake in the command line is the error (usage_error.h).
  struct Parsed {
    const Command* command = nullptr;  // null: end with `code`
    ExitCode code = ExitCode::kDone;
    absl::Status error;
  };
  Parsed Parse(std::vector<std::string> arguments);

  const CLI::App& root() const { return root_; }

 private:
  template <typename E, typename T>
  static void Take(E found, T& value) {
    if constexpr (std::is_same_v<T, std::string>) {
      value = CodeOf(found);
    } else {
      value = static_cast<T>(WordOf(found).wire);
    }
  }
  void AddGlobalOptions();
  CLI::App& Group(const std::string& name);
  void SetWords();

  GlobalOptions& options_;
  CLI::App root_;
  std::map<std::string, CLI::App*> groups_;
  std::map<const CLI::App*, Command> commands_;
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_COMMAND_TREE_H_
