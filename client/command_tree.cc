#include "client/command_tree.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <sstream>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "client/early_options.h"
#include "client/help.h"
#include "client/io/errors.h"
#include "lib/base/exit_code.h"
#include "lib/cli/help_words.h"
#include "lib/cli/manual.h"
#include "lib/cli/output.h"
#include "lib/cli/usage_error.h"

namespace spotcheck::client {
namespace {

// The longest timeout is a year: enough for any call, and far from overflow.
constexpr absl::Duration kMaxTimeout = absl::Hours(24 * 365);

Localized Both(const Phrase& text) {
  return {std::string(text.zh), std::string(text.en)};
}

}  // namespace

CommandTree::CommandTree(GlobalOptions& options)
    : options_(options), root_("", "spotcheck") {
  root_.description(In(options.language, kProgramHelp));
  // Before anything is added, which inherits the words.
  SetHelpWords(root_, options.language);
  root_.footer(FormatMainJob(options.language) + "\n" +
               In(options.language, {"退出码：", "Exit codes:"}) + "\n" +
               FormatExitCodes(options.language));
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
          "the server's data folder, whose profiles are used"})
      ->envname("SPOTCHECK_DATA");
  Option(root_, "--profile", options_.profile,
         {"连接配置名（默认 $SPOTCHECK_PROFILE 或 admin）",
          "the profile's name (default $SPOTCHECK_PROFILE or admin)"});
  Choice(
      root_, "-o,--output", options_.format, FormatWords(),
      {"输出格式：table、json、jsonl、csv、xlsx（xlsx 须写入文件：> F.xlsx）",
       "the form of the answer: table, json, jsonl, csv, xlsx (into a file: "
       "> F.xlsx)"});
  Switch(root_, "--excel", options_.csv, CsvStyle::kSpreadsheet,
         {"供电子表格打开的 CSV（与 -o csv "
          "同用）：带字节顺序标记，单元格不会被当作公式",
          "CSV for a spreadsheet (with -o csv): with a byte order mark, and no "
          "cell that it would run"});
  Option(root_, "--part", options_.part,
         {"只显示答复的这一部分，如 lines、summary（不用于 json）",
          "only this part of the answer, e.g. lines, summary (not with json)"});
  values_[AddLanguageOption(root_, options_.language)].words = {"zh", "en"};
  Switch(root_, "--dry-run", options_.mutation, Mutation::kValidateOnly,
         {"只检查，不改变任何数据", "answer as if, and change nothing"});
  Flag(root_, "--yes", options_.yes,
       {"不再确认，允许覆盖文件", "do not ask, overwrite files"});
  Option(root_, "--request-id", options_.request_id,
         {"请求编号（UUID）；重复同一编号不会重复执行",
          "a UUID; the same id again does not do it again"});
  AddSeconds(root_, "--timeout", options_.timeout, kMaxTimeout,
             In(options_.language, {"每次调用的时限（秒，默认 300）",
                                    "seconds a call may take (default 300)"}));
}

void CommandTree::ListOptions(CLI::App& command) {
  // One word: a list of words would take the arguments behind it.
  command.add_option_function<std::string>(
      "--fields",
      [this](const std::string& typed) {
        for (const absl::string_view field : absl::StrSplit(typed, ',')) {
          options_.fields.emplace_back(absl::StripAsciiWhitespace(field));
        }
      },
      In(options_.language,
         {"只显示这些字段，以逗号分隔，如 usci,enterprise_name（名称同 JSON）",
          "only these fields, with commas between them, e.g. "
          "usci,enterprise_name (named as in JSON)"}));
  Number(command, "--limit", options_.limit,
         {"最多几行（默认全部）", "at most so many rows (default: all)"});
}

CLI::App& CommandTree::Group(const std::string& name) {
  CLI::App*& group = groups_[name];
  if (group == nullptr) {
    group =
        AddCommand(root_, name, Both(FindHelp(name).text), options_.language);
    group->require_subcommand(1);
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
  CLI::App* command = AddCommand(*parent, std::string(name), Both(help.text),
                                 options_.language);
  command->footer(FormatExample(help, options_.language));
  commands_[command] = std::move(run);
  return *command;
}

const OptionValues& CommandTree::ValuesOf(const CLI::Option& option) const {
  static const OptionValues none;
  const auto found = values_.find(&option);
  return found == values_.end() ? none : found->second;
}

CommandTree::Parsed CommandTree::AnswerHelp(const CLI::Success& asked) {
  if (absl::Status unknown = UnknownCommandError(root_); !unknown.ok()) {
    return {nullptr, ExitCode::kUsage, std::move(unknown)};
  }
  std::ostringstream text;
  root_.exit(asked, text, text);
  absl::Status written = WriteText(std::cout, text.str());
  const ExitCode code = ExitCodeFor(written);
  return {nullptr, code, std::move(written)};
}

CommandTree::Parsed CommandTree::Parse(std::vector<std::string> arguments) {
  // CLI11 wants them in reverse order
  std::reverse(arguments.begin(), arguments.end());
  try {
    root_.parse(std::move(arguments));
  } catch (const CLI::Success& asked) {  // help or version
    return AnswerHelp(asked);
  } catch (const CLI::ParseError& error) {
    return {nullptr, ExitCode::kUsage, UsageError(error, root_)};
  }
  if (!options_.part.empty() && options_.format == Format::kJson) {
    return {nullptr, ExitCode::kUsage, PartOfJsonError()};
  }
  if (options_.csv == CsvStyle::kSpreadsheet &&
      options_.format != Format::kCsv) {
    return {nullptr, ExitCode::kUsage,
            OptionNeededError({{"--excel", "--excel"}, "-o csv"}, root_)};
  }
  if (options_.format == Format::kXlsx && isatty(STDOUT_FILENO) == 1) {
    return {nullptr, ExitCode::kUsage, WorkbookToTerminalError()};
  }
  const CLI::App* app = &root_;
  while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
  const auto found = commands_.find(app);
  // The parser refuses a group without a command, so none comes here.
  if (found == commands_.end()) return {nullptr, ExitCode::kUsage, {}};
  if (const auto check = checks_.find(app); check != checks_.end()) {
    absl::Status wrong = check->second(root_);
    if (!wrong.ok()) return {nullptr, ExitCode::kUsage, std::move(wrong)};
  }
  return {&found->second, ExitCode::kDone, absl::OkStatus()};
}

}  // namespace spotcheck::client
