// The command draw contribute: the witness's own check of the commitment, then
// the reveal, then the receipt.

#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "client/commands/commands.h"
#include "client/commands/draw_views.h"
#include "client/io/errors.h"
#include "client/io/files.h"
#include "client/verify/journal_reader.h"
#include "client/witness/file.h"
#include "client/witness/forms.h"
#include "client/words.h"
#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/journal/leaf.h"
#include "lib/rules/draw/commit.h"
#include "lib/rules/draw/text.h"
#include "spotcheck/v1/draw.grpc.pb.h"

namespace spotcheck::client {
namespace {

using v1::DrawService;

struct Arguments {
  std::string task;
  std::string witness;
  std::string key;
};

constexpr char kCommittedState[] = "COMMITTED";

// Checks that the commitment names this witness's own commitment, task and
// attempt. A witness cannot see the rest: it is only a hash until the bundle is
// opened.
absl::Status CheckCommitted(const journal::DrawCommitted& leaf,
                            const WitnessNote& note) {
  const journal::AttemptRef own{
      rules::TaskName(note.attempt.task),
      static_cast<std::uint64_t>(note.attempt.attempt)};
  if (!(leaf.attempt == own)) {
    return CommitmentMismatchError(
        {"任务或次数不同", "it is of another task or attempt"});
  }
  if (leaf.previous != note.attempt.previous ||
      leaf.suite != note.attempt.suite) {
    return CommitmentMismatchError(
        {"前一承诺或杂凑算法不同",
         "it follows another attempt or uses another "
         "hash suite"});
  }
  for (const journal::CommittedWitness& witness : leaf.witnesses) {
    if (witness.name == note.witness_name && witness.key == note.key.bytes() &&
        witness.commitment == note.commitment) {
      return absl::OkStatus();
    }
  }
  return CommitmentMismatchError(
      {"其中没有本见证人的承诺", "it does not hold this witness's commitment"});
}

// Answers the commitment to sign. It counts only if the journal holds it under
// a checkpoint signed by the known key.
absl::StatusOr<Digest> FindCommitment(const Session& session,
                                      const WitnessNote& note,
                                      const journal::NoteVerifier& key) {
  v1::GetDrawRequest request;
  request.set_task(rules::TaskName(note.attempt.task));
  request.set_attempt(static_cast<std::int32_t>(note.attempt.attempt));
  ASSIGN_OR_RETURN(const v1::Draw draw,
                   session.Call(&DrawService::Stub::GetDraw, request));
  // A witness who reveals again gets the receipt again, even after the draw has
  // run.
  const bool undecided = draw.state() == kCommittedState;
  bool revealed = false;
  for (const v1::DrawWitness& witness : draw.witnesses()) {
    revealed |= witness.key() == note.key.ToHex() && witness.revealed();
  }
  if (!undecided && !revealed) return NotCommittedError(draw.state());
  ASSIGN_OR_RETURN(const ProvenLeaf proven,
                   ReadProvenLeaf(session, draw.journal_index(), key));
  ASSIGN_OR_RETURN(const journal::Leaf leaf, journal::ParseLeaf(proven.bytes));
  const auto* committed = std::get_if<journal::DrawCommitted>(&leaf.data);
  if (committed == nullptr) {
    return CommitmentMismatchError(
        {"所指的日志条目不是承诺", "the leaf named is no commitment"});
  }
  RETURN_IF_ERROR(CheckCommitted(*committed, note));
  if (committed->commitment.ToHex() != draw.commitment()) {
    return CommitmentMismatchError(
        {"与服务所述不同", "it is not the one the server speaks of"});
  }
  return committed->commitment;
}

// Checks that the receipt shows this reveal under a signed checkpoint.
absl::Status CheckReceipt(const v1::RevealReceipt& receipt,
                          const v1::RevealContributionRequest& sent,
                          const journal::NoteVerifier& key) {
  const ProvenLeaf proven{receipt.leaf(), receipt.proof(),
                          receipt.checkpoint()};
  if (const absl::Status status = CheckProven(proven, key); !status.ok()) {
    return ReceiptInvalidError(GetErrorInfo(status).message);
  }
  const absl::StatusOr<journal::Leaf> leaf = journal::ParseLeaf(receipt.leaf());
  if (!leaf.ok()) {
    return ReceiptInvalidError(GetErrorInfo(leaf.status()).message);
  }
  const auto* revealed = std::get_if<journal::DrawRevealed>(&leaf->data);
  const journal::AttemptRef attempt{sent.task(),
                                    static_cast<std::uint64_t>(sent.attempt())};
  if (revealed == nullptr || !(revealed->attempt == attempt) ||
      HexEncode(revealed->key) != sent.key() ||
      HexEncode(revealed->contribution) != sent.contribution() ||
      HexEncode(revealed->signature) != sent.signature()) {
    return ReceiptInvalidError(
        {"日志条目不是本次公开的内容", "the leaf is not this reveal"});
  }
  return absl::OkStatus();
}

Json ReceiptJson(const v1::RevealReceipt& receipt) {
  Json proof = Json::array();
  for (const std::string& hash : receipt.proof().hashes()) {
    proof.push_back(hash);
  }
  return {{"format", "spotcheck-receipt/1"},
          {"task", receipt.task()},
          {"attempt", receipt.attempt()},
          {"journal_key", receipt.checkpoint().verifier_key()},
          {"checkpoint", receipt.checkpoint().note()},
          {"journal_index", receipt.journal_index()},
          {"leaf", Base64Encode(receipt.leaf())},
          {"proof", std::move(proof)}};
}

// Keeps every receipt, beside any that is kept already: even a receipt that
// proves nothing is evidence.
absl::Status KeepReceipt(const Environment& environment,
                         const std::string& witness_path,
                         const v1::RevealReceipt& receipt) {
  ASSIGN_OR_RETURN(
      const std::string path,
      KeepFile(ReceiptName(witness_path), JsonText(ReceiptJson(receipt))));
  environment.Say(Localized{"回执已存为 " + path, "the receipt is in " + path});
  return absl::OkStatus();
}

v1::RevealContributionRequest RevealRequest(const WitnessSecret& secret,
                                            const Digest& commitment) {
  const rules::AttemptId& attempt = secret.note.attempt;
  v1::RevealContributionRequest request;
  request.set_task(rules::TaskName(attempt.task));
  request.set_attempt(static_cast<std::int32_t>(attempt.attempt));
  request.set_key(secret.note.key.ToHex());
  request.set_contribution(HexEncode(secret.contribution));
  request.set_signature(
      HexEncode(secret.key.Sign(rules::WitnessMessage(commitment))));
  return request;
}

absl::StatusOr<ExitCode> Contribute(const Environment& environment,
                                    const Arguments& in) {
  RETURN_IF_ERROR(ExpectPrivateForm(in.witness));
  ASSIGN_OR_RETURN(const WitnessSecret secret, ReadWitnessSecret(in.witness));
  const std::string task = rules::TaskName(secret.note.attempt.task);
  if (task != TaskName(in.task)) {
    return WitnessTaskError({task, TaskName(in.task)});
  }
  ASSIGN_OR_RETURN(const journal::NoteVerifier key,
                   KnownJournalKey(environment, in.key));
  ASSIGN_OR_RETURN(const Session session, environment.Connect());
  ASSIGN_OR_RETURN(const Digest commitment,
                   FindCommitment(session, secret.note, key));
  // A dry run must not send the contribution: whoever has it could use it. So
  // it ends here, after every check.
  if (environment.options.mutation == Mutation::kValidateOnly) {
    return ExitCode::kDone;
  }
  v1::RevealContributionRequest request = RevealRequest(secret, commitment);
  ASSIGN_OR_RETURN(*request.mutable_options(), environment.NewMutation());
  // The same reveal always has the same request id: who asks again after a lost
  // answer gets the receipt.
  if (environment.options.request_id.empty()) {
    request.mutable_options()->set_request_id(
        DerivedRequestId(request.signature(), request.attempt()));
  }
  ASSIGN_OR_RETURN(
      const v1::RevealReceipt receipt,
      session.Call(&DrawService::Stub::RevealContribution, request));
  RETURN_IF_ERROR(KeepReceipt(environment, in.witness, receipt));
  RETURN_IF_ERROR(CheckReceipt(receipt, request, key));
  RETURN_IF_ERROR(environment.output().Show(receipt, ReceiptView()));
  return ExitCode::kDone;
}

}  // namespace

void AddContributeCommand(CommandTree& tree) {
  auto in = std::make_shared<Arguments>();
  CLI::App& command =
      tree.Add("draw contribute", [in](const Environment& environment) {
        return Contribute(environment, *in);
      });
  tree.Id(command, "ID", in->task, Completes::kTask, {"任务", "the task"})
      ->required();
  tree.Option(command, "--witness", in->witness,
              {"见证文件 W.json", "the witness file W.json"})
      ->required();
  tree.Option(command, "--key", in->key,
              {"日志公钥或其文件（默认随连接配置）",
               "the journal's verifier key or its file (default: as it came "
               "with the profile)"});
}

}  // namespace spotcheck::client
