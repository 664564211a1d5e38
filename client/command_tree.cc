#include "client/command_tree.h"

#include <algorithm>
#include <iostream>
#include <utility>

#include "client/help.h"
#include "client/usage_error.h"

namespace spotcheck::client {
namespace {

// The longest timeout is a year: enough for any call, and far from overflow.
constexpr double kMaxTimeoutSeconds = 31'536'000;

constexpr Phrase kCommandsHeading = {"命令", "Subcommands"};

}  // namespace

CommandTree::CommandTree(GlobalOptions& options)
    : options_(options), root_("", "spotcheck") {
  root_.description(In(options.language, kProgramHelp));
  SetWords();
  root_.set_version_flag(
      "--version", "spotcheck 1.0.0",
      In(options.language, {"显示版本", "print the version"}));
  root_.require_subcommand(1);
  root_.fallthrough();
  AddGlobalOptions();
}

// Sets the words of the help page that are not a command's own.
void CommandTree::SetWords() {
  const Language language = options_.language;
  // Subcommands inherit this heading of their options.
  root_.option_defaults()->group(In(language, {"选项", "Options"}));
  root_.set_help_flag("-h,--help",
                      In(language, {"显示帮助", "print this help"}));
  root_.footer(FormatMainJob(language));
  if (language == Language::kEn) return;
  const auto formatter = root_.get_formatter();
  for (const auto& [word, translated] :
       {std::pair{"Usage", "用法"}, std::pair{"OPTIONS", "选项"},
        std::pair{"SUBCOMMAND", "命令"}, std::pair{"SUBCOMMANDS", "命令"},
        std::pair{"Positionals", "参数"}, std::pair{"REQUIRED", "必需"},
        std::pair{"Needs", "须有"}, std::pair{"Excludes", "不与并用"}}) {
    formatter->label(word, translated);
  }
}

void CommandTree::AddGlobalOptions() {
  Option(root_, "--data", options_.data,
         {"服务的数据目录（用其中的连接配置）",
          "the server's data folder, whose profiles are used"});
  Option(root_, "--profile", options_.profile,
         {"连接配置名（默认 $SPOTCHECK_PROFILE 或 admin）",
          "the profile's name (default $SPOTCHECK_PROFILE or admin)"});
  Choice(root_, "-o,--output", options_.format,
         {{"table", Format::kTable},
          {"json", Format::kJson},
          {"jsonl", Format::kJsonLines},
          {"csv", Format::kCsv}},
         {"输出格式：table、json、jsonl、csv",
          "the form of the answer: table, json, jsonl, csv"});
  Option(root_, "--part", options_.part,
         {"只显示答复的这一部分，如 lines、summary（不用于 json）",
          "only this part of the answer, e.g. lines, summary (not with json)"});
  Choice(root_, "--lang", options_.language,
         {{"zh", Language::kZh}, {"en", Language::kEn}},
         {"语言：zh、en（默认按 LANG）", "zh or en (default by LANG)"});
  root_.add_flag_callback(
      "--dry-run", [this] { options_.mutation = Mutation::kValidateOnly; },
      In(options_.language,
         {"只检查，不改变任何数据", "answer as if, and change nothing"}));
  Flag(root_, "--yes", options_.yes,
       {"不再确认，允许覆盖文件", "do not ask, overwrite files"});
  Option(root_, "--request-id", options_.request_id,
         {"请求编号（UUID）；重复同一编号不会重复执行",
          "a UUID; the same id again does not do it again"});
  root_
      .add_option_function<double>(
          "--timeout",
          [this](double seconds) { options_.timeout = absl::Seconds(seconds); },
          In(options_.language, {"每次调用的时限（秒，默认 300）",
                                 "seconds a call may take (default 300)"}))
      ->check(CLI::Range(0.001, kMaxTimeoutSeconds));
}

CLI::App& CommandTree::Group(const std::string& name) {
  CLI::App*& group = groups_[name];
  if (group == nullptr) {
    group =
        root_.add_subcommand(name, In(options_.language, FindHelp(name).text));
    group->require_subcommand(1);
    group->group(In(options_.language, kCommandsHeading));
    group->footer(In(options_.language, {"每个命令的用法与示例：spotcheck ",
                                         "Usage and example of each: "
                                         "spotcheck "}) +
                  name +
                  In(options_.language, {" 命令 --help", " COMMAND --help"}));
  }
  return *group;
}

CLI::App& CommandTree::Add(std::string_view path, Command run) {
  const std::size_t blank = path.find(' ');
  CLI::App* parent = &root_;
  std::string_view name = path;
  if (blank != std::string_view::npos) {
    parent = &Group(std::string(path.substr(0, blank)));
    name.remove_prefix(blank + 1);
  }
  const CommandHelp& help = FindHelp(path);
  CLI::App* command = parent->add_subcommand(std::string(name),
                                             In(options_.language, help.text));
  command->group(In(options_.language, kCommandsHeading));
  command->footer(FormatExample(help, options_.language));
  commands_[command] = std::move(run);
  return *command;
}

CommandTree::Parsed CommandTree::Parse(std::vector<std::string> arguments) {
  // CLI11 wants them in reverse order
  std::reverse(arguments.begin(), arguments.end());
  try {
    root_.parse(std::move(arguments));
    // the arguments asked for help or version
  } catch (const CLI::Success& asked) {
    root_.exit(asked, std::cout, std::cerr);
    return {nullptr, ExitCode::kDone, absl::OkStatus()};
  } catch (const CLI::ParseError& error) {
    return {nullptr, ExitCode::kUsage, UsageError(error, root_)};
  }
  if (!options_.part.empty() && options_.format == Format::kJson) {
    return {nullptr, ExitCode::kUsage, PartOfJsonError()};
  }
  const CLI::App* app = &root_;
  while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
  const auto found = commands_.find(app);
  // The parser refuses a group without a command, so none comes here.
  if (found == commands_.end()) return {nullptr, ExitCode::kUsage, {}};
  return {&found->second, ExitCode::kDone, absl::OkStatus()};
}

}  // namespace spotcheck::client
