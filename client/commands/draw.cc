// The commands that change a draw, except draw contribute.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "client/commands/calls.h"
#include "client/commands/commands.h"
#include "client/commands/draw_views.h"
#include "client/io/errors.h"
#include "client/io/files.h"
#include "client/witness/file.h"
#include "client/witness/forms.h"
#include "client/words.h"
#include "lib/rules/draw/text.h"
#include "spotcheck/v1/draw.grpc.pb.h"

namespace spotcheck::client {
namespace {

using v1::DrawService;

// The evidence is a photograph or a scan. Only its hash is sent.
constexpr std::int64_t kMaxEvidenceBytes = std::int64_t{1} << 30;

// The options of all commands of this file.
struct Arguments {
  std::string task;
  std::string usci;
  std::vector<std::string> witnesses;
  std::string beacon;
  std::string deadline;
  std::string as_of;
  std::string stratum;
  std::string reason;
  std::string reason_code;
  std::string evidence;
  std::string evidence_file;
  std::string approval;
  std::string value;
  std::string signature;
  std::int32_t attempt = 0;
};
using Shared = std::shared_ptr<Arguments>;

CLI::App& AddTask(CommandTree& tree, std::string_view path, const Shared& in,
                  Command run) {
  CLI::App& command = tree.Add(path, std::move(run));
  tree.Id(command, "ID", in->task, Completes::kTask, {"任务", "the task"})
      ->required();
  return command;
}

void AddReason(CommandTree& tree, CLI::App& command, const Shared& in) {
  tree.Option(command, "--reason", in->reason, {"理由", "why"})->required();
}

void AddEnterprise(CommandTree& tree, CLI::App& command, const Shared& in) {
  tree.Option(command, "USCI", in->usci, {"企业代码", "the enterprise's code"})
      ->required();
}

template <typename Request>
absl::Status AddWitnesses(const Arguments& in, Request& request) {
  for (const std::string& path : in.witnesses) {
    RETURN_IF_ERROR(ExpectPublicForm(path));
    ASSIGN_OR_RETURN(const WitnessNote note, ReadWitnessNote(path));
    const std::string task = rules::TaskName(note.attempt.task);
    if (task != request.task()) return WitnessTaskError({task, request.task()});
    v1::WitnessCommitment& witness = *request.add_witnesses();
    witness.set_witness_name(note.witness_name);
    witness.set_key(note.key.ToHex());
    witness.set_commitment(note.commitment.ToHex());
    witness.set_attempt(static_cast<std::int32_t>(note.attempt.attempt));
    witness.set_previous(note.attempt.previous.ToHex());
  }
  return absl::OkStatus();
}

void AddWitnessOptions(CommandTree& tree, CLI::App& command, const Shared& in) {
  tree.Option(command, "--witness", in->witnesses,
              {"见证文件 W.pub.json，至少一位来自外单位",
               "the witnesses' W.pub.json, one at least of another body"})
      ->required();
  tree.Option(command, "--beacon", in->beacon,
              {"信标 drand:<链>:<轮次>", "drand:<chain hash>:<round>"});
  tree.Option(command, "--deadline", in->deadline,
              {"截止时间：\"YYYY-MM-DD HH:MM\"（北京时间），或 "
               "YYYY-MM-DDTHH:MM:SSZ（UTC）",
               "until when to reveal: \"YYYY-MM-DD HH:MM\" in Beijing time, or "
               "YYYY-MM-DDTHH:MM:SSZ in UTC"});
}

absl::StatusOr<ExitCode> Commit(const Environment& environment,
                                const Arguments& in) {
  v1::CommitDrawRequest request;
  request.set_task(TaskName(in.task));
  RETURN_IF_ERROR(AddWitnesses(in, request));
  request.set_beacon_spec(in.beacon);
  request.set_deadline(UtcText(in.deadline));
  return MutateAndShow(environment, &DrawService::Stub::CommitDraw, request,
                       CommitView());
}

absl::StatusOr<ExitCode> Replace(const Environment& environment,
                                 const Arguments& in) {
  v1::ReplaceUnitsRequest request;
  request.set_task(TaskName(in.task));
  request.set_stratum(in.stratum);
  RETURN_IF_ERROR(AddWitnesses(in, request));
  request.set_as_of(in.as_of);
  request.set_beacon_spec(in.beacon);
  request.set_deadline(UtcText(in.deadline));
  return MutateAndShow(environment, &DrawService::Stub::ReplaceUnits, request,
                       CommitView());
}

absl::StatusOr<ExitCode> Withdraw(const Environment& environment,
                                  const Arguments& in) {
  v1::WithdrawUnitRequest request;
  request.set_task(TaskName(in.task));
  request.set_usci(CodeText(in.usci));
  request.set_reason_code(WithdrawalCode(in.reason_code));
  request.set_evidence(in.evidence);
  if (!in.evidence_file.empty()) {
    ASSIGN_OR_RETURN(const std::string bytes,
                     ReadFile(in.evidence_file, kMaxEvidenceBytes));
    request.set_evidence(Sha256(bytes).ToHex());
  }
  if (request.evidence().empty()) return EvidenceMissingError();
  request.set_note(in.reason);
  return MutateAndShow(environment, &DrawService::Stub::WithdrawUnit, request,
                       PendingView());
}

absl::StatusOr<ExitCode> Void(const Environment& environment,
                              const Arguments& in) {
  v1::VoidDrawRequest request;
  request.set_task(TaskName(in.task));
  request.set_reason(in.reason);
  return MutateAndShow(environment, &DrawService::Stub::VoidDraw, request,
                       PendingView());
}

absl::StatusOr<ExitCode> CloseDue(const Environment& environment,
                                  const Arguments& in) {
  v1::CloseDueUnitRequest request;
  request.set_task(TaskName(in.task));
  request.set_usci(CodeText(in.usci));
  request.set_reason(in.reason);
  return MutateAndShow(environment, &DrawService::Stub::CloseDueUnit, request,
                       PendingView());
}

absl::StatusOr<ExitCode> Approve(const Environment& environment,
                                 const Arguments& in) {
  v1::ApproveDrawRequest request;
  request.set_task(TaskName(in.task));
  request.set_approval_id(in.approval);
  return MutateAndShow(environment, &DrawService::Stub::ApproveDraw, request,
                       ApprovalView());
}

absl::StatusOr<ExitCode> ProvideBeacon(const Environment& environment,
                                       const Arguments& in) {
  v1::ProvideBeaconRequest request;
  request.set_task(TaskName(in.task));
  request.set_value(in.value);
  request.set_signature(in.signature);
  return MutateAndShow(environment, &DrawService::Stub::ProvideBeacon, request,
                       DrawView());
}

absl::StatusOr<ExitCode> Open(const Environment& environment,
                              const Arguments& in) {
  v1::OpenDrawRequest request;
  request.set_task(TaskName(in.task));
  request.set_attempt(in.attempt);
  return MutateAndShow(environment, &DrawService::Stub::OpenDraw, request,
                       DrawView());
}

using Function = absl::StatusOr<ExitCode> (*)(const Environment&,
                                              const Arguments&);
Command Bind(Function function, const Shared& in) {
  return [function, in](const Environment& environment) {
    return function(environment, *in);
  };
}

void AddCommit(CommandTree& tree) {
  const auto in = std::make_shared<Arguments>();
  CLI::App& commit = AddTask(tree, "draw commit", in, Bind(Commit, in));
  AddWitnessOptions(tree, commit, in);
}

void AddReplace(CommandTree& tree) {
  const auto in = std::make_shared<Arguments>();
  CLI::App& command = AddTask(tree, "draw replace", in, Bind(Replace, in));
  tree.Option(command, "--stratum", in->stratum,
              {"被撤出单位的等级", "the withdrawn units' stratum"})
      ->required();
  tree.Option(command, "--as-of", in->as_of,
              {"新的基准日（默认不变）",
               "the new as-of day (default: the "
               "task's)"});
  AddWitnessOptions(tree, command, in);
}

void AddWithdraw(CommandTree& tree) {
  const auto in = std::make_shared<Arguments>();
  CLI::App& command = AddTask(tree, "draw withdraw", in, Bind(Withdraw, in));
  AddEnterprise(tree, command, in);
  tree.Option(command, "--reason-code", in->reason_code,
              {"原因：数量不足以抽样、不用于销售、只用于出口、标明试制、处理或"
               "样品、"
               "已关停、不再生产、拒绝抽样（或其代码，如 CLOSED）",
               "INSUFFICIENT_STOCK, NOT_FOR_SALE, EXPORT_ONLY, TRIAL_PRODUCT, "
               "CLOSED, NOT_PRODUCED or REFUSED"})
      ->required();
  CLI::Option* evidence = tree.Option(
      command, "--evidence", in->evidence,
      {"证据的 SHA-256（十六进制）", "SHA-256 of the evidence, hex"});
  tree.Option(command, "--evidence-file", in->evidence_file,
              {"证据文件，只发送其 SHA-256",
               "the evidence; only its SHA-256 is sent"})
      ->excludes(evidence);
  tree.Option(command, "--note", in->reason, {"说明", "in words"});
}

void AddSecondPerson(CommandTree& tree) {
  const auto voiding = std::make_shared<Arguments>();
  AddReason(tree, AddTask(tree, "draw void", voiding, Bind(Void, voiding)),
            voiding);
  const auto closing = std::make_shared<Arguments>();
  CLI::App& close_due =
      AddTask(tree, "draw close-due", closing, Bind(CloseDue, closing));
  AddEnterprise(tree, close_due, closing);
  AddReason(tree, close_due, closing);
  const auto approving = std::make_shared<Arguments>();
  CLI::App& approve =
      AddTask(tree, "draw approve", approving, Bind(Approve, approving));
  tree.Option(approve, "--approval", approving->approval,
              {"待批准事项的编号（只有一项时可省略）",
               "the request's id; may be left out where only one waits"});
}

void AddBeaconAndOpen(CommandTree& tree) {
  const auto giving = std::make_shared<Arguments>();
  CLI::App& beacon =
      AddTask(tree, "draw beacon", giving, Bind(ProvideBeacon, giving));
  tree.Option(beacon, "--value", giving->value,
              {"该轮随机数（十六进制）", "the round's randomness, hex"})
      ->required();
  tree.Option(beacon, "--signature", giving->signature,
              {"该轮签名（十六进制）", "the round's signature, hex"})
      ->required();
  const auto opening = std::make_shared<Arguments>();
  CLI::App& open = AddTask(tree, "draw open", opening, Bind(Open, opening));
  tree.Number(open, "--attempt", opening->attempt,
              {"第几次（默认最近运行的）",
               "the attempt (default: the latest "
               "that ran)"});
}

}  // namespace

void AddDrawCommands(CommandTree& tree) {
  AddCommit(tree);
  AddReplace(tree);
  AddWithdraw(tree);
  AddSecondPerson(tree);
  AddBeaconAndOpen(tree);
}

}  // namespace spotcheck::client
