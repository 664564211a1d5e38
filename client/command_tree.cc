#include "client/command_tree.h"

#include <algorithm>
#include <iostream>
#include <utility>

#include "client/help.h"

namespace spotcheck::client {
namespace {

// A year: enough for any call, and far from overflow.
constexpr double kMaxTimeoutSeconds = 31'536'000;

}  // namespace

CommandTree::CommandTree(GlobalOptions& options)
    : options_(options), root_("", "spotcheck") {
  root_.description(In(options.language, kProgramHelp));
  root_.set_version_flag(
      "--version", "spotcheck 1.0.0",
      In(options.language, {"显示版本", "print the version"}));
  root_.require_subcommand(1);
  root_.fallthrough();
  AddGlobalOptions();
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
  command->footer(FormatExample(help, options_.language));
  commands_[command] = std::move(run);
  return *command;
}

CommandTree::Parsed CommandTree::Parse(std::vector<std::string> arguments) {
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
  try {
    root_.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    const bool fine = root_.exit(error, std::cout, std::cerr) == 0;
    return {nullptr, fine ? ExitCode::kDone : ExitCode::kUsage};
  }
  const CLI::App* app = &root_;
  while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
  const auto found = commands_.find(app);
  if (found == commands_.end()) return {nullptr, ExitCode::kUsage};
  return {&found->second, ExitCode::kDone};
}

}  // namespace spotcheck::client
