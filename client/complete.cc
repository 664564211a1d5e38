#include "client/complete.h"

#include <cstddef>
#include <string_view>
#include <utility>

namespace spotcheck::client {
namespace {

const CLI::Option* FindOption(const CLI::App& app, std::string_view name) {
  for (const CLI::App* at = &app; at != nullptr; at = at->get_parent()) {
    for (const CLI::Option* option : at->get_options()) {
      for (const std::string& one : option->get_lnames()) {
        if (name == "--" + one) return option;
      }
      for (const std::string& one : option->get_snames()) {
        if (name == "-" + one) return option;
      }
    }
  }
  return nullptr;
}

const CLI::App* FindCommand(const CLI::App& app, const std::string& name) {
  for (const CLI::App* child : app.get_subcommands(nullptr)) {
    if (child->get_name() == name) return child;
  }
  return nullptr;
}

bool TakesValue(const CLI::Option& option) {
  return option.get_items_expected_max() > 0;
}

// The place on a line that is being typed.
struct Cursor {
  const CLI::App* app;
  const CLI::Option* pending = nullptr;  // the option whose value comes next
  std::size_t positional = 0;            // how many stand before
};

void Read(const std::string& word, Cursor& cursor) {
  // bash makes three words of --option=value.
  if (word == "=") return;
  if (cursor.pending != nullptr) {
    cursor.pending = nullptr;
    return;
  }
  if (word.size() > 1 && word.front() == '-') {
    const CLI::Option* option = FindOption(*cursor.app, word);
    if (option != nullptr && TakesValue(*option)) cursor.pending = option;
    return;
  }
  if (const CLI::App* command = FindCommand(*cursor.app, word)) {
    cursor.app = command;
  } else {
    ++cursor.positional;
  }
}

const CLI::Option* PositionalAt(const Cursor& cursor) {
  std::size_t at = 0;
  for (const CLI::Option* option : cursor.app->get_options()) {
    if (!option->get_positional()) continue;
    // The last one of a command may stand many times.
    if (at == cursor.positional || option->get_items_expected_max() > 1) {
      return option;
    }
    ++at;
  }
  return nullptr;
}

class Collector {
 public:
  explicit Collector(std::string typed) : typed_(std::move(typed)) {}
  void Add(const std::string& word, const std::string& text) {
    if (word.compare(0, typed_.size(), typed_) != 0) return;
    found_.push_back({word, text.substr(0, text.find('\n'))});
  }
  std::vector<Candidate> Take() { return std::move(found_); }

 private:
  std::string typed_;
  std::vector<Candidate> found_;
};

void AddValues(const CommandTree& tree, const CLI::Option* option,
               const IdSource& ids, Collector& into) {
  if (option == nullptr) return;
  const OptionValues& values = tree.ValuesOf(*option);
  for (const std::string& word : values.words) into.Add(word, "");
  if (values.kind == Completes::kNothing) return;
  for (const Candidate& id : ids(values.kind)) into.Add(id.word, id.text);
}

void AddOptions(const CLI::App& app, Collector& into) {
  for (const CLI::App* at = &app; at != nullptr; at = at->get_parent()) {
    for (const CLI::Option* option : at->get_options()) {
      for (const std::string& name : option->get_lnames()) {
        // The help of a group stands at each of its commands, too.
        if (name == "help" && at != &app) continue;
        into.Add("--" + name, option->get_description());
      }
    }
  }
}

}  // namespace

std::vector<Candidate> CompleteWords(const CommandTree& tree,
                                     const std::vector<std::string>& words,
                                     const IdSource& ids) {
  Cursor cursor{&tree.root()};
  for (std::size_t i = 0; i + 1 < words.size(); ++i) Read(words[i], cursor);
  std::string typed = words.empty() ? "" : words.back();
  if (typed == "=") typed.clear();
  Collector found(typed);
  if (cursor.pending != nullptr) {
    AddValues(tree, cursor.pending, ids, found);
  } else if (!typed.empty() && typed.front() == '-') {
    AddOptions(*cursor.app, found);
  } else if (!cursor.app->get_subcommands(nullptr).empty()) {
    for (const CLI::App* child : cursor.app->get_subcommands(nullptr)) {
      found.Add(child->get_name(), child->get_description());
    }
  } else {
    AddValues(tree, PositionalAt(cursor), ids, found);
  }
  return found.Take();
}

std::string CompletionScript(Shell shell) {
  switch (shell) {
    case Shell::kBash:
      return R"sh(# bash completion for spotcheck
_spotcheck() {
  local IFS=$'\n'
  COMPREPLY=($(spotcheck __complete bash "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
# Where nothing is known the names of files follow.
complete -o default -F _spotcheck spotcheck
)sh";
    case Shell::kZsh:
      return R"sh(#compdef spotcheck
_spotcheck() {
  local -a found
  found=(${(f)"$(spotcheck __complete zsh "${(@)words[2,CURRENT]}" 2>/dev/null)"})
  if (( ${#found} )); then
    _describe spotcheck found
  else
    _files
  fi
}
compdef _spotcheck spotcheck
)sh";
    case Shell::kFish:
      return R"sh(# fish completion for spotcheck
function __spotcheck_words
  set -g __spotcheck_found (spotcheck __complete fish (commandline -opc)[2..-1] (commandline -ct | string collect --allow-empty) 2>/dev/null)
  test (count $__spotcheck_found) -gt 0
end
complete -c spotcheck -n __spotcheck_words -f -a '$__spotcheck_found'
)sh";
  }
  return "";
}

std::string FormatCandidates(Shell shell,
                             const std::vector<Candidate>& candidates) {
  std::string lines;
  for (const Candidate& candidate : candidates) {
    switch (shell) {
      case Shell::kBash:
        lines += candidate.word;
        break;
      case Shell::kZsh:
        for (const char c : candidate.word) {
          if (c == ':') lines += '\\';
          lines += c;
        }
        if (!candidate.text.empty()) lines += ":" + candidate.text;
        break;
      case Shell::kFish:
        lines += candidate.word;
        if (!candidate.text.empty()) lines += "\t" + candidate.text;
        break;
    }
    lines += '\n';
  }
  return lines;
}

}  // namespace spotcheck::client
