#include "client/verify/proof_check.h"

#include <functional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/bytes.h"
#include "lib/base/entropy.h"
#include "lib/base/status_matchers.h"
#include "lib/journal/checkpoint.h"
#include "lib/rules/draw/commit.h"
#include "lib/rules/draw/merkle.h"
#include "tests/journal/memory_tree.h"

namespace spotcheck::client {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char kOrigin[] = "spotcheck.example/journal";
constexpr char kUsci[] = "91350100M000100Y43";
constexpr int kLeaves = 3;
constexpr int kIndex = 2;

SigningKey JournalKey() {
  FakeEntropy entropy(7);
  return SigningKey::Generate(entropy);
}

journal::NoteVerifier KnownKey() {
  return journal::NoteVerifier::Create(kOrigin, JournalKey().verify_key())
      .value();
}

std::string LeafOf(int index) {
  return absl::StrCat(index + 1, "\t", kUsci, "\tB\tL1\tI1\t", Digest().ToHex(),
                      "\t", Digest().ToHex());
}

std::string RunLeaf(const v1::UnitProof& proof) {
  return absl::StrCat(
      R"({"v":1,"type":"draw.run","time":"2026-11-22T05:00:00.123456Z",)",
      R"("actor":"spotcheckd","data":{"task":")", proof.task(),
      R"(","attempt":)", proof.attempt(), R"(,"commitment":")",
      proof.commitment(), R"(","result_root":")", proof.result_root(),
      R"(","transcript":")", proof.transcript(), R"("}})");
}

// Journals what the proof says of the run, as leaf 2 of 4, and signs.
void Seal(const SigningKey& key, v1::UnitProof& proof) {
  journal::MemoryTree tree;
  constexpr int kAt = 2;
  constexpr int kSize = 4;
  for (int i = 0; i < kSize; ++i) {
    tree.Append(i == kAt ? proof.run_leaf() : absl::StrCat("leaf ", i));
  }
  proof.set_run_journal_index(kAt);
  proof.mutable_proof()->set_journal_index(kAt);
  proof.mutable_proof()->set_tree_size(kSize);
  proof.mutable_proof()->clear_hashes();
  const journal::Proof path = journal::InclusionProof(tree, kAt, kSize).value();
  for (const Digest& hash : path) {
    proof.mutable_proof()->add_hashes(hash.ToHex());
  }
  v1::Checkpoint& checkpoint = *proof.mutable_checkpoint();
  const Digest root = tree.frontier().Root();
  checkpoint.set_note(*journal::SignCheckpoint(kOrigin, kSize, root, key));
  checkpoint.set_verifier_key(
      journal::NoteVerifier::Create(kOrigin, key.verify_key())->ToString());
  checkpoint.set_tree_size(kSize);
  checkpoint.set_root(root.ToHex());
}

v1::UnitProof SoundProof() {
  std::vector<std::string> leaves;
  for (int i = 0; i < kLeaves; ++i) leaves.push_back(LeafOf(i));
  v1::UnitProof proof;
  proof.set_task("tasks/T1");
  proof.set_attempt(2);
  proof.set_suite("SM3");
  proof.set_leaf(leaves[kIndex]);
  proof.set_leaf_index(kIndex);
  proof.set_leaf_count(kLeaves);
  for (const Digest& d :
       rules::InclusionPath(HashSuite::kSm3, leaves, kIndex)) {
    proof.add_path(d.ToHex());
  }
  const Digest root = rules::MerkleRootOf(HashSuite::kSm3, leaves);
  const Digest commitment = Sha256("commitment");
  proof.set_result_root(root.ToHex());
  proof.set_commitment(commitment.ToHex());
  proof.set_transcript(
      rules::DrawTranscript(HashSuite::kSm3, commitment, root).ToHex());
  proof.set_run_leaf(RunLeaf(proof));
  Seal(JournalKey(), proof);
  return proof;
}

ProofInput Asked(const v1::UnitProof& proof) {
  return {proof, KnownKey(), "tasks/T1", kUsci};
}

std::vector<std::string> Failed(const ProofInput& input) {
  std::vector<std::string> names;
  for (const auto& check : VerifyUnitProof(input).report.checks) {
    EXPECT_FALSE(check.detail.zh.empty()) << check.name;
    EXPECT_FALSE(check.detail.en.empty()) << check.name;
    if (!check.ok) names.push_back(check.name);
  }
  return names;
}

TEST(ProofCheck, ASoundProofHoldsAndSaysForWhom) {
  const VerifyOutcome outcome = VerifyUnitProof(Asked(SoundProof()));
  EXPECT_TRUE(outcome.report.ok()) << OutcomeText(outcome, Language::kEn);
  EXPECT_TRUE(outcome.key_pinned);
  const std::string text = OutcomeText(outcome, Language::kEn);
  EXPECT_THAT(text, HasSubstr(kUsci));
  EXPECT_THAT(text, HasSubstr("tasks/T1 / 2"));
}

TEST(ProofCheck, WithoutAPinnedKeyTheOutcomeSaysWhoseKeyItIs) {
  const VerifyOutcome outcome =
      VerifyUnitProof({SoundProof(), std::nullopt, "", ""});
  EXPECT_TRUE(outcome.report.ok());
  EXPECT_FALSE(outcome.key_pinned);
  EXPECT_THAT(OutcomeText(outcome, Language::kEn),
              HasSubstr("the journal key is the file's own"));
  EXPECT_THAT(OutcomeText(outcome, Language::kZh),
              HasSubstr("日志公钥取自文件本身"));
}

TEST(ProofCheck, WhateverIsChangedInTheFileIsNamed) {
  using Proof = v1::UnitProof;
  const struct {
    std::function<void(Proof&)> bend;
    std::string check;
  } cases[] = {
      {[](Proof& p) { p.set_leaf_index(-1); }, "position"},
      {[](Proof& p) { p.set_leaf_count(kIndex); }, "position"},
      {[](Proof& p) { p.set_leaf_count(8); }, "path"},
      {[](Proof& p) { p.set_leaf(p.leaf() + "0"); }, "path"},
      {[](Proof& p) { p.clear_path(); }, "path"},
      {[](Proof& p) { p.set_path(0, "xyz"); }, "path"},
      {[](Proof& p) { p.set_suite("MD5"); }, "path"},
      {[](Proof& p) { p.set_result_root(p.commitment()); }, "path"},
      {[](Proof& p) { p.set_leaf_index(1); }, "rank"},
      {[](Proof& p) { p.set_leaf("3\t" + std::string(kUsci)); }, "rank"},
      {[](Proof& p) { p.set_leaf("3\tnobody\tB\tL\tI\tH\tS"); }, "enterprise"},
      {[](Proof& p) { p.set_task("tasks/T2"); }, "task"},
      {[](Proof& p) { p.set_transcript(p.commitment()); }, "transcript"},
      {[](Proof& p) { p.set_attempt(1); }, "run"},
      {[](Proof& p) { p.set_attempt(-2); }, "run"},
      {[](Proof& p) { p.set_commitment(p.result_root()); }, "run"},
      {[](Proof& p) { p.clear_run_leaf(); }, "run"},
      {[](Proof& p) { p.mutable_checkpoint()->clear_verifier_key(); },
       "journal_key"},
      {[](Proof& p) { p.clear_checkpoint(); }, "checkpoint"},
      {[](Proof& p) { p.mutable_checkpoint()->mutable_note()->at(40) ^= 1; },
       "checkpoint"},
      {[](Proof& p) { p.mutable_checkpoint()->set_tree_size(5); },
       "checkpoint"},
      {[](Proof& p) { p.mutable_checkpoint()->clear_root(); }, "checkpoint"},
      {[](Proof& p) { p.set_run_leaf(p.run_leaf() + " "); }, "inclusion"},
      {[](Proof& p) { p.set_run_journal_index(1); }, "inclusion"},
      {[](Proof& p) { p.mutable_proof()->set_journal_index(1); }, "inclusion"},
      {[](Proof& p) { p.mutable_proof()->clear_hashes(); }, "inclusion"},
      {[](Proof& p) { p.clear_proof(); }, "inclusion"},
  };
  for (std::size_t i = 0; i < std::size(cases); ++i) {
    v1::UnitProof proof = SoundProof();
    cases[i].bend(proof);
    EXPECT_THAT(Failed(Asked(proof)), Contains(cases[i].check)) << i;
  }
}

// What an operator who can sign the journal could hand out.
TEST(ProofCheck, AJournalledRunOfAnotherDrawDoesNotBackTheProof) {
  const std::function<void(v1::UnitProof&)> others[] = {
      [](v1::UnitProof& p) { p.set_task("tasks/T2"); },
      [](v1::UnitProof& p) { p.set_attempt(1); },
      [](v1::UnitProof& p) { p.set_result_root(Digest().ToHex()); },
      [](v1::UnitProof& p) { p.set_commitment(Digest().ToHex()); },
      [](v1::UnitProof& p) { p.set_transcript(Digest().ToHex()); },
  };
  for (const auto& bend : others) {
    v1::UnitProof other = SoundProof();
    bend(other);
    v1::UnitProof proof = SoundProof();
    proof.set_run_leaf(RunLeaf(other));
    Seal(JournalKey(), proof);
    EXPECT_THAT(Failed(Asked(proof)), ElementsAre("run"));
  }
  v1::UnitProof no_run = SoundProof();
  no_run.set_run_leaf(
      R"({"v":1,"type":"draw.opened","time":"2026-11-22T05:00:00Z",)"
      R"("actor":"a","data":{"task":"tasks/T1","attempt":2}})");
  Seal(JournalKey(), no_run);
  EXPECT_THAT(Failed(Asked(no_run)), ElementsAre("run"));
}

TEST(ProofCheck, AnotherJournalsKeyShowsWhereOneIsPinned) {
  FakeEntropy entropy(8);
  v1::UnitProof proof = SoundProof();
  Seal(SigningKey::Generate(entropy), proof);
  EXPECT_THAT(Failed({proof, std::nullopt, "", ""}), IsEmpty());
  EXPECT_THAT(Failed(Asked(proof)),
              ElementsAre("journal_key", "checkpoint", "inclusion"));
}

TEST(ProofCheck, AnotherEnterprisesOrTasksProofIsNotTheOneAskedFor) {
  const v1::UnitProof proof = SoundProof();
  EXPECT_THAT(Failed({proof, KnownKey(), "", "911100000000000001"}),
              ElementsAre("enterprise"));
  EXPECT_THAT(Failed({proof, KnownKey(), "tasks/T2", kUsci}),
              ElementsAre("task"));
}

}  // namespace
}  // namespace spotcheck::client
