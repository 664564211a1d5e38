// completion: a script for a shell, and the answers that the script asks for.
// man: the manual page.

#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "client/commands/commands.h"
#include "client/complete.h"
#include "lib/base/status_macros.h"
#include "lib/cli/manual.h"
#include "lib/cli/option_value.h"
#include "lib/cli/output.h"
#include "spotcheck/v1/credit.grpc.pb.h"
#include "spotcheck/v1/draw.grpc.pb.h"

namespace spotcheck::client {
namespace {

// A person who presses Tab waits no longer, and reads no longer list.
constexpr absl::Duration kPatience = absl::Seconds(1);
constexpr int kMostIds = 200;

const std::vector<ChoiceWord<Shell>>& Shells() {
  static const std::vector<ChoiceWord<Shell>> shells = {
      {"bash", "", Shell::kBash},
      {"zsh", "", Shell::kZsh},
      {"fish", "", Shell::kFish}};
  return shells;
}

std::string BehindSlash(const std::string& name) {
  return name.substr(name.find('/') + 1);
}

std::vector<Candidate> Tasks(const Session& session) {
  v1::ListTasksRequest request;
  request.set_page_size(kMostIds);
  const auto page = session.Call(&v1::DrawService::Stub::ListTasks, request);
  std::vector<Candidate> found;
  if (!page.ok()) return found;
  for (const v1::Task& task : page->tasks()) {
    found.push_back({BehindSlash(task.name()), task.authority()});
  }
  return found;
}

std::vector<Candidate> ListEntries(const Session& session) {
  v1::ListListEntriesRequest request;
  request.set_page_size(kMostIds);
  const auto page =
      session.Call(&v1::CreditService::Stub::ListListEntries, request);
  std::vector<Candidate> found;
  if (!page.ok()) return found;
  for (const v1::ListEntry& entry : page->entries()) {
    found.push_back({BehindSlash(entry.name()), entry.usci()});
  }
  return found;
}

// Asks the server, and says nothing where there is none.
std::vector<Candidate> AskIds(const Environment& environment, Completes kind) {
  const auto session = environment.Connect();
  if (!session.ok()) return {};
  switch (kind) {
    case Completes::kNothing:
      return {};
    case Completes::kTask:
      return Tasks(*session);
    case Completes::kListEntry:
      return ListEntries(*session);
  }
  return {};
}

std::string ValueOr(const std::vector<std::string>& words,
                    std::string_view option, const std::string& otherwise) {
  const auto value = LastValueOf(words, {option, ""});
  return value.has_value() ? std::string(*value) : otherwise;
}

absl::StatusOr<ExitCode> ShowManual(const CommandTree& tree,
                                    const Environment& environment) {
  const Language language = environment.options.language;
  ManualFacts facts;
  facts.language = language;
  const auto say = [language](const Phrase& text) {
    return In(language, text);
  };
  facts.environment = {
      {"SPOTCHECK_DATA",
       say({"服务的数据目录，未给 --data 时使用",
            "the server's data folder where --data is not given"})},
      {"SPOTCHECK_PROFILE",
       say({"连接配置名，未给 --profile 时使用",
            "the profile's name where --profile is not given"})},
      {"LC_ALL, LC_MESSAGES, LANG",
       say({"以 zh 开头则为中文，否则为英文",
            "Chinese where it begins with zh, else English"})},
      {"XDG_CONFIG_HOME",
       say({"没有数据目录时，连接配置在其下 spotcheck/profiles",
            "without a data folder the profiles are in "
            "spotcheck/profiles below it"})}};
  facts.files = {
      {"DIR/profiles/NAME.json", say({"连接配置", "a profile"})},
      {"DIR/journal.vkey", say({"日志的验证公钥", "the journal's key"})},
      {"F.rejected.csv",
       say({"导入 F 时被拒绝的行", "the refused rows of the import of F"})},
      {"F.proposal.xlsx",
       say({"通报 F 按名称匹配的结果，待确认",
            "the proposal of the bulletin F, to be confirmed"})}};
  facts.see_also = {"spotcheckd(8)"};
  RETURN_IF_ERROR(
      environment.output().ShowText(ManualPage(tree.root(), facts)));
  return ExitCode::kDone;
}

}  // namespace

std::optional<ExitCode> AnswerShell(const CommandTree& tree,
                                    const std::vector<std::string>& arguments,
                                    Environment& environment) {
  if (arguments.size() < 2 || arguments.front() != "__complete") {
    return std::nullopt;
  }
  for (const ChoiceWord<Shell>& shell : Shells()) {
    if (shell.word != arguments[1]) continue;
    const std::vector<std::string> words(arguments.begin() + 2,
                                         arguments.end());
    GlobalOptions& options = environment.options;
    const char* data = std::getenv("SPOTCHECK_DATA");
    options.data = ValueOr(words, "--data", data == nullptr ? "" : data);
    options.profile = ValueOr(words, "--profile", "");
    options.timeout = kPatience;
    const auto found = CompleteWords(
        tree, words, [&](Completes kind) { return AskIds(environment, kind); });
    const absl::Status written =
        WriteText(std::cout, FormatCandidates(shell.value, found));
    return ExitCodeFor(written);
  }
  return std::nullopt;
}

void AddCompletionCommand(CommandTree& tree) {
  auto shell = std::make_shared<Shell>(Shell::kBash);
  CLI::App& command = tree.Add(
      "completion",
      [shell](const Environment& environment) -> absl::StatusOr<ExitCode> {
        RETURN_IF_ERROR(
            environment.output().ShowText(CompletionScript(*shell)));
        return ExitCode::kDone;
      });
  tree.Choice(command, "SHELL", *shell, Shells(),
              {"bash（默认）、zsh、fish", "bash (default), zsh or fish"});
  tree.Add("man", [&tree](const Environment& environment) {
    return ShowManual(tree, environment);
  });
}

}  // namespace spotcheck::client
