#ifndef SPOTCHECK_CLIENT_COMMAND_TREE_H_
#define SPOTCHECK_CLIENT_COMMAND_TREE_H_

// The tree of commands by their names; it parses a command line into one of
// them.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "client/environment.h"
#include "client/io/phrase.h"
#include "lib/base/words.h"
#include "lib/cli/choice.h"
#include "lib/cli/number.h"

namespace spotcheck::client {

// The ids that a shell can complete for a value.
enum class Completes { kNothing, kTask, kListEntry };
struct OptionValues {
  std::vector<std::string> words;  // of a closed list
  Completes kind = Completes::kNothing;
};

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
    static_assert(!std::is_arithmetic_v<T>, "the parser would read 010 as 8");
    return command.add_option(name, value, In(options_.language, text));
  }
  // Adds an option whose value is the id of something that the server knows.
  CLI::Option* Id(CLI::App& command, const char* name, std::string& value,
                  Completes kind, const Phrase& text) {
    CLI::Option* option = Option(command, name, value, text);
    values_[option].kind = kind;
    return option;
  }
  // Adds an option whose value is a number in digits (lib/cli/number.h).
  template <typename T>
  CLI::Option* Number(CLI::App& command, const char* name, T& value,
                      const Phrase& text, NumberRange range = {}) {
    return AddNumber(command, name, value, range, In(options_.language, text));
  }
  // Adds an option whose value is one of some words. Another value is a usage
  // error.
  template <typename T>
  CLI::Option* Choice(CLI::App& command, const char* name, T& value,
                      const std::vector<ChoiceWord<T>>& words,
                      const Phrase& text) {
    CLI::Option* option =
        AddChoice(command, name, value, words, In(options_.language, text));
    for (const ChoiceWord<T>& word : words) {
      values_[option].words.emplace_back(word.word);
    }
    return option;
  }
  // Adds an option whose value is a word of a closed list: the code of one of
  // `allowed`, its word in either language, or a synonym. `value` is an
  // enumeration of the API, or a string that takes the code.
  template <typename E, typename T>
  CLI::Option* Typed(CLI::App& command, const char* name, T& value,
                     const std::vector<E>& allowed, const Phrase& text) {
    KnownWords words;
    for (const E one : allowed) {
      words.zh.emplace_back(WordOf(one).zh);
      words.en.emplace_back(WordOf(one).en);
    }
    const auto check = [allowed, words](const std::string& typed) {
      const std::optional<E> found = FromTyped<E>(typed);
      const bool good =
          found.has_value() &&
          std::find(allowed.begin(), allowed.end(), *found) != allowed.end();
      return good ? std::string() : NotAmong(typed, words);
    };
    // CLI11 checks the word before it calls the function, so every word is
    // found.
    CLI::Option* option = command.add_option_function<std::string>(
        name,
        [&value](const std::string& typed) {
          Take(*FromTyped<E>(typed), value);
        },
        In(options_.language, text));
    values_[option].words =
        options_.language == Language::kZh ? words.zh : words.en;
    return option->check(check)->type_name(kWordType);
  }
  // Adds a flag that sets a value to `on`.
  template <typename T>
  CLI::Option* Switch(CLI::App& command, const char* name, T& value, T on,
                      const Phrase& text) {
    return command.add_flag_callback(
        name, [&value, on] { value = on; }, In(options_.language, text));
  }
  // Adds --fields and --limit, which every list has.
  void ListOptions(CLI::App& command);
  CLI::Option* Flag(CLI::App& command, const char* name, bool& value,
                    const Phrase& text) {
    return command.add_flag(name, value, In(options_.language, text));
  }

  // Adds a check that CLI11 cannot make, of several options of a command. Its
  // error (lib/cli/usage_error.h) ends the program as any wrong line does.
  using UsageCheck = std::function<absl::Status(const CLI::App& root)>;
  void Check(const CLI::App& command, UsageCheck check) {
    checks_[&command] = std::move(check);
  }

  // Finds the command that the arguments name. Prints help where the arguments
  // ask for it. A mistake in the command line is the error
  // (lib/cli/usage_error.h).
  struct Parsed {
    const Command* command = nullptr;  // null: end with `code`
    ExitCode code = ExitCode::kDone;
    absl::Status error;
  };
  Parsed Parse(std::vector<std::string> arguments);

  const CLI::App& root() const { return root_; }
  // The language of the tree's texts.
  Language language() const { return options_.language; }
  const GlobalOptions& options() const { return options_; }
  // The values of an option that a shell can complete.
  const OptionValues& ValuesOf(const CLI::Option& option) const;

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
  Parsed AnswerHelp(const CLI::Success& asked);

  GlobalOptions& options_;
  CLI::App root_;
  std::map<std::string, CLI::App*> groups_;
  std::map<const CLI::App*, Command> commands_;
  std::map<const CLI::App*, UsageCheck> checks_;
  std::map<const CLI::Option*, OptionValues> values_;
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_COMMAND_TREE_H_
