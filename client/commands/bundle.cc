// The commands draw export, draw verify and draw verify-proof.

#include <google/protobuf/util/json_util.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "client/commands/commands.h"
#include "client/io/errors.h"
#include "client/io/files.h"
#include "client/verify/bundle_check.h"
#include "client/verify/bundle_folder.h"
#include "client/verify/journal_reader.h"
#include "client/verify/proof_check.h"
#include "client/words.h"
#include "lib/base/status_macros.h"
#include "spotcheck/v1/draw.grpc.pb.h"

namespace spotcheck::client {
namespace {

using v1::DrawService;

struct Arguments {
  std::string task;
  std::string folder;
  std::string previous;
  std::string key;
  std::int32_t attempt = 0;
};

struct ProofArguments {
  std::string file;
  std::string key;
  std::string task;
  std::string usci;
};

absl::StatusOr<ExitCode> Export(const Environment& environment,
                                const Arguments& in) {
  v1::ExportBundleRequest request;
  request.set_task(TaskName(in.task));
  request.set_attempt(in.attempt);
  ASSIGN_OR_RETURN(const Session session, environment.Connect());
  const Existing existing =
      environment.options.yes ? Existing::kReplace : Existing::kRefuse;
  ASSIGN_OR_RETURN(BundleWriter writer,
                   BundleWriter::Create(in.folder, existing));
  RETURN_IF_ERROR(
      session.CallStreaming(&DrawService::Stub::ExportBundle, request,
                            [&writer](const v1::ExportBundleResponse& part) {
                              return writer.Add(part.file(), part.data());
                            }));
  RETURN_IF_ERROR(writer.Finish());
  if (!writer.files().contains("draw.json")) {
    environment.Say(Localized{
        "注意：这次抽取尚未公开，导出的只是已公开的部分，不能用 draw verify "
        "验证；检查完成后先 draw open",
        "note: the draw is not opened yet; this is the public part alone, "
        "which "
        "draw verify cannot check. After the visits, draw open comes first"});
  }
  Json files = Json::object();
  for (const auto& [name, bytes] : writer.files()) files[name] = bytes;
  RETURN_IF_ERROR(environment.output().Show(
      Json{{"folder", in.folder}, {"files", std::move(files)}}));
  return ExitCode::kDone;
}

absl::StatusOr<ExitCode> ShowOutcome(const Environment& environment,
                                     const VerifyOutcome& outcome) {
  const Output output = environment.output();
  if (output.format() == Format::kTable) {
    RETURN_IF_ERROR(output.ShowText(OutcomeText(outcome, output.language())));
  } else {
    RETURN_IF_ERROR(output.Show(OutcomeJson(outcome, output.language())));
  }
  return outcome.report.ok() ? ExitCode::kDone : ExitCode::kNegative;
}

absl::StatusOr<ExitCode> Verify(const Environment& environment,
                                const Arguments& in) {
  VerifyInput input;
  ASSIGN_OR_RETURN(input.files, ReadBundleFolder(in.folder));
  if (!in.previous.empty()) {
    ASSIGN_OR_RETURN(input.previous, ReadBundleFolder(in.previous));
  }
  if (!in.key.empty()) {
    ASSIGN_OR_RETURN(input.key, KnownJournalKey(environment, in.key));
  }
  return ShowOutcome(environment, VerifyFiles(input));
}

absl::StatusOr<ExitCode> VerifyProof(const Environment& environment,
                                     const ProofArguments& in) {
  ASSIGN_OR_RETURN(const std::string text, ReadFile(in.file));
  ProofInput input;
  if (!google::protobuf::util::JsonStringToMessage(text, &input.proof).ok()) {
    return FileMalformedError(in.file, {" draw proof -o json 的输出",
                                        "what draw proof -o json prints"});
  }
  if (!in.key.empty()) {
    ASSIGN_OR_RETURN(input.key, KnownJournalKey(environment, in.key));
  }
  if (!in.task.empty()) input.task = TaskName(in.task);
  if (!in.usci.empty()) input.usci = CodeText(in.usci);
  return ShowOutcome(environment, VerifyUnitProof(input));
}

void AddExport(CommandTree& tree) {
  auto in = std::make_shared<Arguments>();
  CLI::App& command =
      tree.Add("draw export", [in](const Environment& environment) {
        return Export(environment, *in);
      });
  tree.Id(command, "ID", in->task, Completes::kTask, {"任务", "the task"})
      ->required();
  tree.Option(command, "DIR", in->folder,
              {"目标目录，须为空", "the folder to fill; it must be empty"})
      ->required();
  tree.Number(command, "--attempt", in->attempt,
              {"第几次（默认最近一次）", "the attempt (default: the latest)"});
}

void AddVerify(CommandTree& tree) {
  auto in = std::make_shared<Arguments>();
  CLI::App& command =
      tree.Add("draw verify", [in](const Environment& environment) {
        return Verify(environment, *in);
      });
  tree.Option(command, "DIR", in->folder, {"证据包目录", "the bundle's folder"})
      ->required();
  tree.Option(command, "--key", in->key,
              {"日志公钥或其文件", "the journal's verifier key or its file"});
  tree.Option(command, "--previous-bundle", in->previous,
              {"同一任务前一次抽取的证据包",
               "the task's earlier bundle, for a replacement"});
}

void AddVerifyProof(CommandTree& tree) {
  auto in = std::make_shared<ProofArguments>();
  CLI::App& command =
      tree.Add("draw verify-proof", [in](const Environment& environment) {
        return VerifyProof(environment, *in);
      });
  tree.Option(command, "FILE", in->file,
              {"draw proof -o json 的输出", "what draw proof -o json printed"})
      ->required();
  tree.Option(command, "--key", in->key,
              {"日志公钥或其文件", "the journal's verifier key or its file"});
  tree.Id(command, "--task", in->task, Completes::kTask,
          {"应属于此任务", "the task it has to be of"});
  tree.Option(command, "--enterprise", in->usci,
              {"应属于此企业", "the enterprise it has to be of"});
}

}  // namespace

void AddBundleCommands(CommandTree& tree) {
  AddExport(tree);
  AddVerify(tree);
  AddVerifyProof(tree);
}

}  // namespace spotcheck::client
