#include "client/verify/proof_check.h"

#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/verify/journal_reader.h"
#include "lib/base/error.h"
#include "lib/base/status_macros.h"
#include "lib/journal/leaf.h"
#include "lib/rules/draw/commit.h"
#include "lib/rules/draw/merkle.h"

namespace spotcheck::client {
namespace {

// The fault that a check found, or nullopt.
using Problem = std::optional<Localized>;

// The number of fields in a selection's leaf (protocol, step 11).
constexpr std::size_t kLeafFields = 7;
constexpr std::size_t kRankField = 0;
constexpr std::size_t kUsciField = 1;

// The proof, with the parts that several checks read from it.
struct Facts {
  const ProofInput& input;
  const v1::UnitProof& proof;
  std::vector<std::string> fields;  // the fields of the selection's leaf
  absl::StatusOr<journal::NoteVerifier> key;
};

Problem ProblemOf(const absl::Status& status) {
  if (status.ok()) return std::nullopt;
  return GetErrorInfo(status).message;
}

Problem FindWrongPosition(const Facts& facts) {
  const v1::UnitProof& proof = facts.proof;
  if (proof.leaf_index() >= 0 && proof.leaf_index() < proof.leaf_count()) {
    return std::nullopt;
  }
  return Localized{absl::StrCat("序号 ", proof.leaf_index(), " 不在 ",
                                proof.leaf_count(), " 个叶之内"),
                   absl::StrCat("index ", proof.leaf_index(), " is not within ",
                                proof.leaf_count(), " leaves")};
}

absl::StatusOr<Digest> RootOf(const v1::UnitProof& proof) {
  ASSIGN_OR_RETURN(const HashSuite suite, ParseHashSuite(proof.suite()));
  std::vector<Digest> path;
  for (const std::string& hex : proof.path()) {
    ASSIGN_OR_RETURN(path.emplace_back(), DigestFromHex(hex));
  }
  return rules::RootFromPath(suite, proof.leaf(),
                             {proof.leaf_index(), proof.leaf_count()}, path);
}

Problem FindWrongPath(const Facts& facts) {
  const absl::StatusOr<Digest> root = RootOf(facts.proof);
  if (!root.ok()) return ProblemOf(root.status());
  if (root->ToHex() == facts.proof.result_root()) return std::nullopt;
  return Localized{
      "路径得到的根是 " + root->ToHex() + "，不是结果根",
      "the path leads to " + root->ToHex() + ", not to the result root"};
}

Problem FindWrongRank(const Facts& facts) {
  const std::string rank =
      absl::StrCat(std::int64_t{facts.proof.leaf_index()} + 1);
  if (facts.fields.size() != kLeafFields) {
    return Localized{absl::StrCat("叶有 ", facts.fields.size(), " 项，应为 ",
                                  kLeafFields, " 项"),
                     absl::StrCat("the leaf has ", facts.fields.size(),
                                  " fields instead of ", kLeafFields)};
  }
  const std::string& said = facts.fields[kRankField];
  if (said == rank) return std::nullopt;
  return Localized{
      absl::StrCat("叶中的名次是 ", Quotable(said), "，按序号应为 ", rank),
      absl::StrCat("the leaf says rank ", Quotable(said), ", its index ",
                   rank)};
}

Problem FindOtherEnterprise(const Facts& facts) {
  const std::string said =
      facts.fields.size() > kUsciField ? facts.fields[kUsciField] : "";
  if (const auto usci = Usci::Parse(said); !usci.ok()) {
    return ProblemOf(usci.status());
  }
  if (facts.input.usci.empty() || facts.input.usci == said) {
    return std::nullopt;
  }
  return Localized{
      absl::StrCat("叶属于企业 ", said, "，不是 ", Quotable(facts.input.usci)),
      absl::StrCat("the leaf is of enterprise ", said, ", not of ",
                   Quotable(facts.input.usci))};
}

Problem FindOtherTask(const Facts& facts) {
  const std::string& said = facts.proof.task();
  if (facts.input.task.empty() || facts.input.task == said) {
    return std::nullopt;
  }
  return Localized{absl::StrCat("证明属于 ", Quotable(said), "，不是 ",
                                Quotable(facts.input.task)),
                   absl::StrCat("the proof is of ", Quotable(said), ", not of ",
                                Quotable(facts.input.task))};
}

absl::StatusOr<std::string> TranscriptOf(const v1::UnitProof& proof) {
  ASSIGN_OR_RETURN(const HashSuite suite, ParseHashSuite(proof.suite()));
  ASSIGN_OR_RETURN(const Digest commitment, DigestFromHex(proof.commitment()));
  ASSIGN_OR_RETURN(const Digest root, DigestFromHex(proof.result_root()));
  return rules::DrawTranscript(suite, commitment, root).ToHex();
}

Problem FindWrongTranscript(const Facts& facts) {
  const absl::StatusOr<std::string> transcript = TranscriptOf(facts.proof);
  if (!transcript.ok()) return ProblemOf(transcript.status());
  if (*transcript == facts.proof.transcript()) return std::nullopt;
  return Localized{"记录摘要与承诺和结果根不符",
                   "the transcript does not follow from commitment and result "
                   "root"};
}

Problem FindWrongRun(const Facts& facts) {
  const v1::UnitProof& proof = facts.proof;
  const absl::StatusOr<journal::Leaf> leaf =
      journal::ParseLeaf(proof.run_leaf());
  if (!leaf.ok()) return ProblemOf(leaf.status());
  const auto* run = std::get_if<journal::DrawRun>(&leaf->data);
  if (run == nullptr) {
    return Localized{"日志条目不是抽取的运行", "the journal's leaf is no run"};
  }
  const std::pair<const char*, bool> fields[] = {
      {"task", run->attempt.task == proof.task()},
      {"attempt",
       proof.attempt() > 0 &&
           run->attempt.attempt == static_cast<std::uint64_t>(proof.attempt())},
      {"commitment", run->commitment.ToHex() == proof.commitment()},
      {"result_root", run->result_root.ToHex() == proof.result_root()},
      {"transcript", run->transcript.ToHex() == proof.transcript()}};
  for (const auto& [name, equal] : fields) {
    if (equal) continue;
    return Localized{absl::StrCat("日志中的运行所记的 ", name, " 与证明不同"),
                     absl::StrCat("the journal's run has another ", name,
                                  " than the proof")};
  }
  return std::nullopt;
}

Problem FindWrongKey(const Facts& facts) {
  const std::string& own = facts.proof.checkpoint().verifier_key();
  if (!facts.input.key.has_value()) return ProblemOf(facts.key.status());
  if (own == facts.input.key->ToString()) return std::nullopt;
  return Localized{"证明中的日志公钥不是给定的公钥",
                   "the proof's journal key is not the one given"};
}

Problem FindWrongCheckpoint(const Facts& facts) {
  if (!facts.key.ok()) return ProblemOf(facts.key.status());
  const v1::Checkpoint& said = facts.proof.checkpoint();
  const absl::StatusOr<journal::Checkpoint> checkpoint =
      OpenCheckpoint(said, *facts.key);
  if (!checkpoint.ok()) return ProblemOf(checkpoint.status());
  if (checkpoint->size == static_cast<std::uint64_t>(said.tree_size()) &&
      checkpoint->root.ToHex() == said.root()) {
    return std::nullopt;
  }
  return Localized{"检查点的大小或根与其签名文本不同",
                   "the checkpoint's size or root is not what its note says"};
}

Problem FindNotIncluded(const Facts& facts) {
  if (!facts.key.ok()) return ProblemOf(facts.key.status());
  const v1::UnitProof& proof = facts.proof;
  if (proof.run_journal_index() != proof.proof().journal_index()) {
    return Localized{"运行的日志序号与包含证明不同",
                     "the run's journal index is not the inclusion proof's"};
  }
  return ProblemOf(CheckProven(
      {proof.run_leaf(), proof.proof(), proof.checkpoint()}, *facts.key));
}

std::string Enterprise(const Facts& facts) { return facts.fields[kUsciField]; }
std::string Attempt(const Facts& facts) {
  return absl::StrCat(facts.proof.task(), " / ", facts.proof.attempt());
}

struct ProofRule {
  const char* name;
  const char* holds_zh;
  const char* holds_en;
  Problem (*find)(const Facts& facts);
  // Answers what the check holds for, for people to compare.
  std::string (*of)(const Facts& facts) = nullptr;
};

constexpr ProofRule kRules[] = {
    {"position", "序号在叶数之内", "the index is within the leaves",
     FindWrongPosition},
    {"path", "叶在结果根之下", "the leaf stands under the result root",
     FindWrongPath},
    {"rank", "叶中的名次即其序号", "the leaf's rank is its place",
     FindWrongRank},
    {"enterprise", "叶属于该企业", "the leaf is the enterprise's",
     FindOtherEnterprise, Enterprise},
    {"task", "证明属于该任务该次", "the proof is of that task and attempt",
     FindOtherTask, Attempt},
    {"transcript", "记录摘要由承诺和结果根得出",
     "the transcript follows from commitment and result root",
     FindWrongTranscript},
    {"run", "日志中该任务该次的运行给出这一结果根",
     "the journal's run of that task and attempt gave this result root",
     FindWrongRun},
    {"journal_key", "日志公钥可用", "the journal's key can be used",
     FindWrongKey},
    {"checkpoint", "检查点由该公钥签名",
     "the checkpoint is signed with that key", FindWrongCheckpoint},
    {"inclusion", "运行在检查点所签的日志中",
     "the run stands in the journal that the checkpoint signs",
     FindNotIncluded},
};

Localized Holds(const ProofRule& rule, const Facts& facts) {
  if (rule.of == nullptr) return {rule.holds_zh, rule.holds_en};
  return {absl::StrCat(rule.holds_zh, "：", rule.of(facts)),
          absl::StrCat(rule.holds_en, ": ", rule.of(facts))};
}

}  // namespace

VerifyOutcome VerifyUnitProof(const ProofInput& input) {
  const v1::UnitProof& proof = input.proof;
  Facts facts{input, proof, absl::StrSplit(proof.leaf(), '\t'),
              journal::NoteVerifier::Parse(proof.checkpoint().verifier_key())};
  if (input.key.has_value()) facts.key = *input.key;
  VerifyOutcome outcome;
  for (const ProofRule& rule : kRules) {
    const Problem problem = rule.find(facts);
    outcome.report.checks.push_back(
        {rule.name, !problem.has_value(),
         problem.has_value() ? *problem : Holds(rule, facts)});
  }
  outcome.self_consistent_only = false;
  outcome.key_pinned = input.key.has_value();
  return outcome;
}

}  // namespace spotcheck::client
