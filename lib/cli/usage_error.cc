#include "lib/cli/usage_error.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "lib/base/error.h"
#include "lib/cli/near.h"

namespace spotcheck {
namespace {

// The command that the typed words lead to, and the words that ask for its
// help.
struct Place {
  const CLI::App* app;
  std::string help;
};
Place PlaceOf(const CLI::App& root) {
  Place place{&root, root.get_name()};
  while (!place.app->get_subcommands().empty()) {
    place.app = place.app->get_subcommands().front();
    place.help += " " + place.app->get_name();
  }
  place.help += " --help";
  return place;
}

struct Wrong {
  std::string reason;
  Localized message;
  std::string argument;
  std::vector<std::string> meant = {};  // near words
};
absl::Status Say(const Wrong& wrong, const Place& at) {
  ErrorMetadata metadata = {{"argument", wrong.argument}, {"help", at.help}};
  Localized meant;
  if (!wrong.meant.empty()) {
    metadata["meant"] = absl::StrJoin(wrong.meant, ", ");
    meant = {"；是否指 " + absl::StrJoin(wrong.meant, "、") + "？",
             "; did you mean " + absl::StrJoin(wrong.meant, " or ") + "?"};
  }
  // A question ends with its mark, a sentence goes on with a semicolon.
  const Localized see = wrong.meant.empty() ? Localized{"；用法见 ", "; see "}
                                            : Localized{"用法见 ", " See "};
  return MakeError(absl::StatusCode::kInvalidArgument, wrong.reason,
                   {wrong.message.zh + meant.zh + see.zh + at.help,
                    wrong.message.en + meant.en + see.en + at.help},
                   std::move(metadata));
}

// As many suggestions as a person reads.
constexpr std::size_t kMostMeant = 3;

// CLI11's errors carry nothing but their text. It has a known phrase in the
// middle, the argument's name before it and the rest behind it.
struct Parts {
  std::string before;
  std::string after;
};
Parts SplitAt(const std::string& text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) return {text, ""};
  return {text.substr(0, at), text.substr(at + mark.size())};
}

std::string CommandsOf(const CLI::App& app) {
  std::string names;
  for (const CLI::App* child : app.get_subcommands(nullptr)) {
    names += (names.empty() ? "" : " ") + child->get_name();
  }
  return names;
}

// The long names of the options that stand at this place.
std::vector<std::string> OptionsAt(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* at = &app; at != nullptr; at = at->get_parent()) {
    for (const CLI::Option* option : at->get_options()) {
      for (const std::string& name : option->get_lnames()) {
        names.push_back("--" + name);
      }
    }
  }
  return names;
}

Wrong UnexpectedWord(const CLI::App& at, const std::string& argument) {
  const std::string word = Quotable(argument);
  Wrong wrong{
      "UNEXPECTED_ARGUMENT",
      {"多余或无法识别的参数：" + word, "unknown or superfluous: " + word},
      word};
  if (argument.compare(0, 2, "--") == 0) {
    wrong.meant = NearWords(argument.substr(0, argument.find_first_of("= ")),
                            OptionsAt(at));
  }
  return wrong;
}
// CLI11 lists the words backwards, the first of them last: the value behind an
// unknown option stands before it.
Wrong Unexpected(const CLI::App& at, const std::string& text) {
  const std::string words = SplitAt(text, "expected: ").after;
  const std::size_t option = words.rfind(" --");
  return UnexpectedWord(
      at, option == std::string::npos ? words : words.substr(option + 1));
}

// Finds the commands that a wrong word may have meant: near ones at this place,
// and those of any group that have exactly this name.
std::vector<std::string> CommandsMeant(const CLI::App& at, const CLI::App& root,
                                       const std::string& word) {
  std::vector<std::string> known;
  for (const CLI::App* child : at.get_subcommands(nullptr)) {
    known.push_back(child->get_name());
  }
  std::vector<std::string> meant = NearWords(word, known);
  for (const CLI::App* group : root.get_subcommands(nullptr)) {
    for (const CLI::App* child : group->get_subcommands(nullptr)) {
      if (child->get_name() != word || meant.size() == kMostMeant) continue;
      meant.push_back(group->get_name() + " " + word);
    }
  }
  return meant;
}

Wrong CommandWrong(const CLI::App& at, const CLI::App& root) {
  const std::string known = CommandsOf(at);
  const std::vector<std::string> words = root.remaining(/*recurse=*/true);
  if (words.empty()) {
    return {"COMMAND_MISSING",
            {"缺少命令，可用：" + known,
             "no command was given; there are " + known},
            ""};
  }
  if (words.front().rfind("-", 0) == 0)
    return UnexpectedWord(at, words.front());
  const std::string word = Quotable(words.front());
  return {"UNKNOWN_COMMAND",
          {"没有命令“" + word + "”，可用：" + known,
           "there is no command \"" + word + "\"; there are " + known},
          word,
          CommandsMeant(at, root, words.front())};
}

Wrong Missing(const std::string& text) {
  const std::string name = SplitAt(text, " is required").before;
  return {"ARGUMENT_MISSING", {"缺少 " + name, name + " is missing"}, name};
}

Wrong WrongCount(const std::string& text) {
  const std::string name = SplitAt(text, ": ").before;
  if (text.find(" but received ") != std::string::npos) {
    return {"ARGUMENT_REPEATED",
            {name + " 只能给出一次", name + " can be given once only"},
            name};
  }
  return {"VALUE_MISSING",
          {name + " 后面缺少值", name + " needs a value behind it"},
          name};
}

// Reads the text that NotAmong made: "WORD not in {中文,…}{english,…}".
Wrong NotAmongWords(const std::string& name, const Parts& set) {
  const std::string lists = set.after.substr(0, set.after.size() - 1);
  const Parts words = SplitAt(lists, "}{");
  const std::string value = Quotable(set.before);
  Wrong wrong{"VALUE_INVALID",
              {name + " 的值“" + value + "”不能用，可用：" + words.before,
               name + " cannot be \"" + value + "\"; it can be " + words.after},
              name};
  std::vector<std::string> known =
      absl::StrSplit(lists, absl::ByAnyChar(",{}"));
  wrong.meant = NearWords(set.before, known);
  return wrong;
}

Wrong NotAllowed(const std::string& text) {
  const Parts parts = SplitAt(text, ": ");
  const std::string& name = parts.before;
  if (const Parts set = SplitAt(parts.after, " not in {"); !set.after.empty()) {
    return NotAmongWords(name, set);
  }
  constexpr std::string_view kNoNumber = " is no decimal number";
  if (const std::size_t at = parts.after.rfind(kNoNumber);
      at != std::string::npos) {
    const std::string value = Quotable(parts.after.substr(0, at));
    return {"VALUE_INVALID",
            {name + " 的值“" + value +
                 "”不是十进制数字（只写 0–9，不带符号、空格或 0x）",
             "the value \"" + value + "\" of " + name +
                 " is no decimal number (digits 0 to 9 alone: no sign, blank "
                 "or 0x)"},
            name};
  }
  const Parts range =
      SplitAt(SplitAt(parts.after, " not in range ").after, " to ");
  const std::string limits = range.before + "–" + range.after;
  return {"VALUE_INVALID",
          {name + " 的值超出范围 " + limits,
           "the value of " + name + " is not in the range " + limits},
          name};
}

Wrong Together(const std::string& text) {
  const Parts needs = SplitAt(text, " requires ");
  if (!needs.after.empty()) {
    return {"ARGUMENT_MISSING",
            {needs.before + " 须与 " + needs.after + " 一起给出",
             needs.before + " needs " + needs.after + " beside it"},
            needs.after};
  }
  const Parts excludes = SplitAt(text, " excludes ");
  return {"ARGUMENTS_CONFLICT",
          {excludes.before + " 与 " + excludes.after + " 不能同时给出",
           excludes.before + " and " + excludes.after +
               " cannot be given together"},
          excludes.before};
}

}  // namespace

absl::Status UsageError(const CLI::ParseError& error, const CLI::App& root) {
  using Code = CLI::ExitCodes;
  const Place at = PlaceOf(root);
  const std::string text = error.what();
  const bool is_group = !at.app->get_subcommands(nullptr).empty();
  switch (static_cast<Code>(error.get_exit_code())) {
    case Code::RequiredError:
      return Say(is_group ? CommandWrong(*at.app, root) : Missing(text), at);
    case Code::ExtrasError:
      return Say(
          is_group ? CommandWrong(*at.app, root) : Unexpected(*at.app, text),
          at);
    case Code::ArgumentMismatch:
      return Say(WrongCount(text), at);
    case Code::ValidationError:
      return Say(NotAllowed(text), at);
    case Code::RequiresError:
    case Code::ExcludesError:
      return Say(Together(text), at);
    default:  // errors of building the tree, which no command line causes
      return Say({"USAGE", {"命令行有误：" + text, text}, ""}, at);
  }
}

absl::Status UnknownCommandError(const CLI::App& root) {
  const Place at = PlaceOf(root);
  const bool is_group = !at.app->get_subcommands(nullptr).empty();
  const std::vector<std::string> words = root.remaining(/*recurse=*/true);
  if (!is_group || words.empty()) return absl::OkStatus();
  return Say(CommandWrong(*at.app, root), at);
}

absl::Status OptionNeededError(const OptionPair& options,
                               const CLI::App& root) {
  return Say({"ARGUMENT_MISSING",
              {options.given.zh + " 须与 " + options.other + " 一起给出",
               options.given.en + " needs " + options.other + " beside it"},
              options.other},
             PlaceOf(root));
}

absl::Status OptionsConflictError(const OptionPair& options,
                                  const CLI::App& root) {
  return Say({"ARGUMENTS_CONFLICT",
              {options.given.zh + " 与 " + options.other + " 不能同时给出",
               options.given.en + " and " + options.other +
                   " cannot be given together"},
              options.other},
             PlaceOf(root));
}

}  // namespace spotcheck
