// The published bundles, reproduced exactly from their inputs.

#include <algorithm>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "lib/rules/bundle/read.h"
#include "lib/rules/bundle/verify.h"
#include "lib/rules/draw/commit.h"
#include "lib/rules/draw/result.h"
#include "lib/rules/draw/run.h"
#include "tests/rules/draw/bundles.h"

namespace spotcheck::rules {
namespace {

using ::spotcheck::testing::IsOk;
using ::spotcheck::testing::StatusReasonIs;

class DrawVectorTest : public ::testing::TestWithParam<std::string> {
 protected:
  DrawVectorTest() : files_(LoadVector(GetParam())) {
    auto bundle = ReadBundle(files_);
    EXPECT_OK(bundle);
    if (bundle.ok()) bundle_ = *std::move(bundle);
  }
  absl::StatusOr<DrawResult> Run() const {
    return RunDraw(
        bundle_.id.suite, bundle_.plan, bundle_.frame,
        CollectSeedInputs(bundle_.commitment, bundle_.operator_secret,
                          bundle_.witnesses, bundle_.beacon));
  }
  BundleFiles files_;
  Bundle bundle_;
};

TEST_P(DrawVectorTest, ReadingAndWritingGivesTheSameBytes) {
  EXPECT_EQ(WriteBundle(bundle_), files_);
}

TEST_P(DrawVectorTest, TheDrawGivesEveryFieldOfTheResult) {
  ASSERT_OK_AND_ASSIGN(const DrawResult result, Run());
  EXPECT_EQ(ResultJson(result), ResultJson(bundle_.result));
}

TEST_P(DrawVectorTest, TheCommitmentCoversItsInputs) {
  CommitmentInputs inputs{
      ComputeRoots(bundle_.id.suite, bundle_.plan, bundle_.frame),
      bundle_.beacon.spec,
      OperatorCommitment(bundle_.id, bundle_.operator_secret),
      {}};
  for (const Witness& witness : bundle_.witnesses) {
    inputs.witness_commitments.push_back(
        WitnessCommitment(bundle_.id, witness));
  }
  EXPECT_EQ(DrawCommitment(bundle_.id, bundle_.plan, inputs),
            bundle_.commitment);
}

TEST_P(DrawVectorTest, TheVerifierAccepts) { EXPECT_EQ(Failures(files_), ""); }

TEST_P(DrawVectorTest, TheVerifierLeavesTheEvidenceToTheJournal) {
  files_[kEvidenceFile] = "anything";
  EXPECT_EQ(Failures(files_), "");
}

TEST_P(DrawVectorTest, EachSelectedEnterpriseCanProveItsLeaf) {
  const HashSuite suite = bundle_.id.suite;
  const Digest prk = DrawSeed(
      suite, CollectSeedInputs(bundle_.commitment, bundle_.operator_secret,
                               bundle_.witnesses, bundle_.beacon));
  for (const SelectedEnterprise& selected : bundle_.result.selection) {
    ASSERT_OK_AND_ASSIGN(
        SelectionProof proof,
        ProveSelection(suite, prk, bundle_.result.selection, selected.usci));
    EXPECT_OK(VerifySelection(suite, proof, bundle_.result.result_root));
    proof.leaf.back() ^= 1;
    EXPECT_FALSE(
        VerifySelection(suite, proof, bundle_.result.result_root).ok());
  }
  EXPECT_THAT(ProveSelection(suite, prk, bundle_.result.selection, Usci()),
              StatusReasonIs("DRAW_NOT_SELECTED"));
}

TEST_P(DrawVectorTest, ABottleneckExplainsEachOverflow) {
  ASSERT_OK_AND_ASSIGN(const DrawResult result, Run());
  const auto explains = [](const auto& bottleneck, std::int64_t overflow) {
    if (!bottleneck.has_value()) return overflow == 0;
    const auto bins = static_cast<std::int64_t>(bottleneck->bins.size());
    const std::int64_t lacking = bottleneck->demand - bottleneck->capacity;
    return (lacking + bins - 1) / bins == overflow &&
           !bottleneck->items.empty();
  };
  EXPECT_TRUE(explains(result.lab_bottleneck, result.lab_overflow));
  EXPECT_TRUE(explains(result.inspector_bottleneck, result.inspector_overflow));
}

INSTANTIATE_TEST_SUITE_P(AllBundles, DrawVectorTest,
                         ::testing::ValuesIn(VectorNames()),
                         [](const auto& test) {
                           std::string name = test.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace spotcheck::rules
