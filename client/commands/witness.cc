// The commands witness keygen, register, list and new.

#include <cstdint>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

#include "client/commands/calls.h"
#include "client/commands/commands.h"
#include "client/io/errors.h"
#include "client/io/files.h"
#include "client/witness/file.h"
#include "client/witness/forms.h"
#include "client/witness/typed_entropy.h"
#include "client/words.h"
#include "lib/base/hash_words.h"
#include "lib/base/text.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/law/task_rules.h"
#include "spotcheck/v1/draw.grpc.pb.h"

namespace spotcheck::client {
namespace {

using v1::DrawService;

constexpr std::size_t kContributionBytes = 32;

const std::vector<Column> kColumns = {
    {"witness_name", {"姓名", "NAME"}},
    {"organisation", {"单位", "ORGANISATION"}},
    {"key", {"公钥", "KEY"}},
    {"defaults", {"未按时公开", "DEFAULTS"}},
    {"journal_index", {"日志序号", "INDEX"}}};

// Writes the private file and the public one beside it: both or an error.
absl::Status WritePair(const Environment& environment, const std::string& path,
                       const Json& secret, const Json& open) {
  const Existing existing =
      environment.options.yes ? Existing::kReplace : Existing::kRefuse;
  const std::string public_path = PublicName(path);
  if (existing == Existing::kRefuse && FileExists(public_path)) {
    return FileExistsSayYesError(public_path);
  }
  if (environment.options.mutation == Mutation::kValidateOnly) {
    return absl::OkStatus();
  }
  RETURN_IF_ERROR(
      WriteFile(path, {Access::kPrivate, existing}, JsonText(secret)));
  RETURN_IF_ERROR(
      WriteFile(public_path, {Access::kPublic, existing}, JsonText(open)));
  environment.Say(Localized{
      "已写入 " + path + "（私密，勿外传）和 " + public_path + "（可公开）",
      "wrote " + path + " (private, keep it) and " + public_path +
          " (public)"});
  return absl::OkStatus();
}

struct Keygen {
  std::string name;
  std::string organisation;
  std::string out;
};

absl::StatusOr<ExitCode> MakeKey(const Environment& environment,
                                 const Keygen& in) {
  RETURN_IF_ERROR(rules::ValidateText(in.name, {"name"}));
  RETURN_IF_ERROR(rules::ValidateText(in.organisation, {"organisation"}));
  const WitnessKey key{in.name, in.organisation,
                       SigningKey::Generate(environment.entropy())};
  const Json open = KeyJson(key, Secrets::kLeaveOut);
  RETURN_IF_ERROR(
      WritePair(environment, in.out, KeyJson(key, Secrets::kKeep), open));
  RETURN_IF_ERROR(environment.output().Show(open));
  return ExitCode::kDone;
}

struct New {
  std::string key;
  std::string task;
  std::string out;
  std::int64_t attempt = 0;
  std::string previous;
  std::string suite;
  std::string dice;
  std::string digits;
};

absl::StatusOr<rules::AttemptId> AskAttempt(const Environment& environment,
                                            const TaskId& task) {
  ASSIGN_OR_RETURN(const Session session, environment.Connect());
  v1::GetNextAttemptRequest request;
  request.set_task(TaskName(task.str()));
  ASSIGN_OR_RETURN(const v1::NextAttempt next,
                   session.Call(&DrawService::Stub::GetNextAttempt, request));
  rules::AttemptId attempt;
  attempt.task = task;
  attempt.attempt = next.attempt();
  ASSIGN_OR_RETURN(attempt.previous, DigestFromHex(next.previous()));
  ASSIGN_OR_RETURN(attempt.suite, ParseHashSuite(next.suite()));
  return attempt;
}

absl::StatusOr<rules::AttemptId> AttemptOf(const Environment& environment,
                                           const New& in) {
  const std::string name = TaskName(in.task);
  const TaskId task(name.substr(name.find('/') + 1));
  if (!IsIdText(task.str())) {
    return UnknownWordError(in.task, {"任务编号 [A-Za-z0-9._-]{1,64}",
                                      "a task's id [A-Za-z0-9._-]{1,64}"});
  }
  if (in.previous.empty()) return AskAttempt(environment, task);
  rules::AttemptId attempt;
  attempt.task = task;
  attempt.attempt = in.attempt;
  ASSIGN_OR_RETURN(attempt.previous, DigestFromHex(in.previous));
  ASSIGN_OR_RETURN(attempt.suite, ParseHashSuite(in.suite));
  return attempt;
}

// Answers the typed text, or the first line of standard input where it is "-".
// From there a secret appears in no list of processes and in no shell history.
std::string Typed(const std::string& text) {
  if (text != "-") return text;
  std::string line;
  std::getline(std::cin, line);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

absl::StatusOr<std::string> ContributionOf(const Environment& environment,
                                           const New& in) {
  if (in.dice.empty() && in.digits.empty()) {
    return environment.entropy().Bytes(kContributionBytes);
  }
  const TypedSource source =
      in.dice.empty() ? TypedSource::kDigits : TypedSource::kDice;
  const std::string typed = Typed(in.dice.empty() ? in.digits : in.dice);
  ASSIGN_OR_RETURN(const TypedContribution contribution,
                   ContributionFromTyped(source, typed));
  char bits[32];
  std::snprintf(bits, sizeof bits, "%.1f", contribution.bits);
  const std::string count = std::to_string(contribution.digits);
  environment.Say(
      Localized{"输入了 " + count + " 个数字，随机性 " + bits + " 比特",
                count + " digits were typed: " + bits + " bits of entropy"});
  return contribution.bytes;
}

absl::StatusOr<ExitCode> MakeContribution(const Environment& environment,
                                          const New& in) {
  RETURN_IF_ERROR(ExpectPrivateForm(in.key));
  ASSIGN_OR_RETURN(const WitnessKey key, ReadWitnessKey(in.key));
  ASSIGN_OR_RETURN(std::string contribution, ContributionOf(environment, in));
  ASSIGN_OR_RETURN(const rules::AttemptId attempt, AttemptOf(environment, in));
  const WitnessSecret secret =
      MakeWitnessSecret(key, attempt, std::move(contribution));
  const Json open = NoteJson(secret, Secrets::kLeaveOut);
  RETURN_IF_ERROR(
      WritePair(environment, in.out, NoteJson(secret, Secrets::kKeep), open));
  RETURN_IF_ERROR(environment.output().Show(open));
  return ExitCode::kDone;
}

void AddKeygen(CommandTree& tree) {
  auto in = std::make_shared<Keygen>();
  CLI::App& command =
      tree.Add("witness keygen", [in](const Environment& environment) {
        return MakeKey(environment, *in);
      });
  tree.Option(command, "NAME", in->name, {"见证人姓名", "the witness's name"})
      ->required();
  tree.Option(command, "--organisation", in->organisation,
              {"见证人单位", "the body the witness belongs to"})
      ->required();
  tree.Option(command, "--out", in->out,
              {"密钥文件 K.json", "the key file K.json"})
      ->required();
}

void AddNew(CommandTree& tree) {
  auto in = std::make_shared<New>();
  CLI::App& command =
      tree.Add("witness new", [in](const Environment& environment) {
        return MakeContribution(environment, *in);
      });
  tree.Option(command, "--key", in->key, {"密钥文件 K.json", "the key file"})
      ->required();
  tree.Id(command, "--task", in->task, Completes::kTask, {"任务", "the task"})
      ->required();
  tree.Option(command, "--out", in->out,
              {"见证文件 W.json", "the witness file W.json"})
      ->required();
  CLI::Option* attempt =
      tree.Number(command, "--attempt", in->attempt,
                  {"第几次抽取（离线时给出）", "the attempt, when offline"},
                  {1, rules::kMaxDrawNumber});
  CLI::Option* previous =
      tree.Option(command, "--previous", in->previous,
                  {"该部门上一次抽取的承诺（离线时给出）",
                   "the authority's previous commitment, when offline"});
  CLI::Option* suite = tree.Typed<HashSuite>(
      command, "--suite", in->suite, {HashSuite::kSha256, HashSuite::kSm3},
      {"杂凑算法（离线时给出）：SHA256、SM3", "SHA256 or SM3, when offline"});
  // The three options go together. They form a ring, because CLI11 names any
  // one of several missing options, in the order of their addresses.
  attempt->needs(previous);
  previous->needs(suite);
  suite->needs(attempt);
  CLI::Option* dice =
      tree.Option(command, "--dice", in->dice,
                  {"掷出的骰子点数（至少 50 次；- 从标准输入读取）",
                   "dice as thrown, 50 or more; - reads standard input"});
  tree.Option(command, "--digits", in->digits,
              {"开奖或其他十进制数字（至少 39 位；- 从标准输入读取）",
               "lottery or other decimal digits, 39 or more; - reads standard "
               "input"})
      ->excludes(dice);
}

void AddRegister(CommandTree& tree) {
  auto file = std::make_shared<std::string>();
  CLI::App& command = tree.Add(
      "witness register",
      [file](const Environment& environment) -> absl::StatusOr<ExitCode> {
        RETURN_IF_ERROR(ExpectPublicForm(*file));
        ASSIGN_OR_RETURN(const WitnessIdentity witness,
                         ReadWitnessIdentity(*file));
        v1::RegisterWitnessRequest request;
        request.set_witness_name(witness.name);
        request.set_organisation(witness.organisation);
        request.set_key(witness.key);
        return MutateAndShow(environment, &DrawService::Stub::RegisterWitness,
                             request, {{{"", ""}, "", kColumns}});
      });
  tree.Option(command, "FILE", *file,
              {"公钥文件 K.pub.json", "the public key file K.pub.json"})
      ->required();
}

}  // namespace

void AddWitnessCommands(CommandTree& tree) {
  AddKeygen(tree);
  AddRegister(tree);
  tree.ListOptions(tree.Add("witness list", [](const Environment& environment) {
    return ListAll(environment, &DrawService::Stub::ListWitnesses,
                   v1::ListWitnessesRequest(),
                   {{"", ""}, "witnesses", kColumns});
  }));
  AddNew(tree);
}

}  // namespace spotcheck::client
