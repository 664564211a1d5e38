#include "client/usage_error.h"

#include <string>
#include <string_view>
#include <vector>

#include "lib/base/error.h"

namespace spotcheck::client {
namespace {

// The command that the typed words lead to, and the words that ask for its
// help.
struct Place {
  const CLI::App* app;
  std::string help;
};
Place PlaceOf(const CLI::App& root) {
  Place place{&root, "spotcheck"};
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
};
absl::Status Say(const Wrong& wrong, const Place& at) {
  return MakeError(absl::StatusCode::kInvalidArgument, wrong.reason,
                   {wrong.message.zh + "；用法见 " + at.help,
                    wrong.message.en + "; see " + at.help},
                   {{"argument", wrong.argument}, {"help", at.help}});
}

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

Wrong UnexpectedWord(const std::string& argument) {
  const std::string word = Quotable(argument);
  return {"UNEXPECTED_ARGUMENT",
          {"多余或无法识别的参数：" + word, "unknown or superfluous: " + word},
          word};
}
Wrong Unexpected(const std::string& text) {
  return UnexpectedWord(SplitAt(text, "expected: ").after);
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
  if (words.front().rfind("-", 0) == 0) return UnexpectedWord(words.front());
  const std::string word = Quotable(words.front());
  return {"UNKNOWN_COMMAND",
          {"没有命令“" + word + "”，可用：" + known,
           "there is no command \"" + word + "\"; there are " + known},
          word};
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

Wrong NotConverted(const std::string& text) {
  const Parts parts = SplitAt(SplitAt(text, "convert: ").after, " = ");
  const std::string value = Quotable(parts.after);
  return {"VALUE_INVALID",
          {parts.before + " 的值“" + value + "”应为数字，或数字过大",
           "the value \"" + value + "\" of " + parts.before +
               " is no number, or too large a one"},
          parts.before};
}

Wrong NotAllowed(const std::string& text) {
  const Parts parts = SplitAt(text, ": ");
  Wrong wrong{"VALUE_INVALID", {}, parts.before};
  if (const Parts set = SplitAt(parts.after, " not in {"); !set.after.empty()) {
    const std::string words = set.after.substr(0, set.after.size() - 1);
    const std::string value = Quotable(set.before);
    wrong.message = {
        parts.before + " 的值“" + value + "”不能用，可用：" + words,
        parts.before + " cannot be \"" + value + "\"; it can be " + words};
    return wrong;
  }
  const Parts range =
      SplitAt(SplitAt(parts.after, " not in range ").after, " to ");
  const std::string limits = range.before + "–" + range.after;
  wrong.message = {
      parts.before + " 的值超出范围 " + limits,
      "the value of " + parts.before + " is not in the range " + limits};
  return wrong;
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
      return Say(is_group ? CommandWrong(*at.app, root) : Unexpected(text), at);
    case Code::ArgumentMismatch:
      return Say(WrongCount(text), at);
    case Code::ConversionError:
      return Say(NotConverted(text), at);
    case Code::ValidationError:
      return Say(NotAllowed(text), at);
    case Code::RequiresError:
    case Code::ExcludesError:
      return Say(Together(text), at);
    default:  // errors of building the tree, which no command line causes
      return Say({"USAGE", {"命令行有误：" + text, text}, ""}, at);
  }
}

absl::Status PartOfJsonError() {
  return MakeError(
      absl::StatusCode::kInvalidArgument, "PART_OF_JSON",
      {"--part 用于 table、csv、jsonl；json 总是完整的答复",
       "--part goes with table, csv and jsonl; json is always the whole "
       "answer"},
      {{"argument", "--part"}});
}

}  // namespace spotcheck::client
