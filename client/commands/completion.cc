// The command completion: it writes a script for bash, made from the tree of
// commands.

#include <string>
#include <vector>

#include "client/commands/commands.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {
namespace {

std::string WordsAt(const CLI::App& app) {
  std::string words;
  for (const CLI::App* child : app.get_subcommands(nullptr)) {
    words += child->get_name() + " ";
  }
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      words += "--" + name + " ";
    }
  }
  if (!words.empty()) words.pop_back();
  return words;
}

void AppendCases(const CLI::App& app, const std::string& path,
                 std::string& script) {
  script += "    '" + path + "') words='" + WordsAt(app) + "' ;;\n";
  for (const CLI::App* child : app.get_subcommands(nullptr)) {
    const std::string name = child->get_name();
    AppendCases(*child, path.empty() ? name : path + " " + name, script);
  }
}

std::string BashScript(const CLI::App& root) {
  std::string cases;
  AppendCases(root, "", cases);
  return R"(# bash completion for spotcheck
_spotcheck() {
  local current="${COMP_WORDS[COMP_CWORD]}" path='' words word i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="${COMP_WORDS[i]}"
    case "$word" in
      --data|--profile|-o|--output|--lang|--request-id|--timeout) ((i++)) ;;
      -*) ;;
      *) path="${path:+$path }$word" ;;
    esac
  done
  while :; do
    words=''
    case "$path" in
)" + cases +
         R"(    esac
    [[ -n $words || -z $path ]] && break
    [[ $path == *' '* ]] && path="${path% *}" || path=''
  done
  [[ $current == -* ]] && words="$words )" +
         WordsAt(root) + R"("
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ ${#COMPREPLY[@]} -eq 0 ]] && COMPREPLY=($(compgen -f -- "$current"))
}
complete -F _spotcheck spotcheck
)";
}

}  // namespace

void AddCompletionCommand(CommandTree& tree) {
  tree.Add(
      "completion",
      [&tree](const Environment& environment) -> absl::StatusOr<ExitCode> {
        RETURN_IF_ERROR(environment.output().ShowText(BashScript(tree.root())));
        return ExitCode::kDone;
      });
}

}  // namespace spotcheck::client
