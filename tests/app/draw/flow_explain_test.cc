#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "lib/journal/merkle.h"
#include "tests/app/draw/house.h"

namespace spotcheck::app {
namespace {

class DrawExplainTest : public DrawHouse {
 protected:
  DrawExplainTest() {
    FillRegister();
    EXPECT_OK(CreateTask("t1", 3));
  }
};

TEST_F(DrawExplainTest, WhoRunsADrawIsToldWhenItMayBeOpened) {
  ASSERT_OK(Run("t1"));
  EXPECT_FALSE(Show("t1").visits_done);
  EXPECT_EQ(Show("t1").opens_by,
            FormatUtcSeconds(clock_.Now() + absl::Hours(24 * 365)));
  EXPECT_EQ(Show("t1", Visibility::kPublic).opens_by, "");
  RecordAll("t1");
  EXPECT_TRUE(Show("t1").visits_done);
}

TEST_F(DrawExplainTest, PublicSightShowsTheSameForEveryEnterprise) {
  ASSERT_OK(Run("t1"));
  const DrawAnswer shown = Show("t1", Visibility::kPublic);
  EXPECT_TRUE(shown.selection.empty());
  EXPECT_TRUE(shown.strata.empty());
  EXPECT_TRUE(shown.exclusions.empty());
  EXPECT_FALSE(shown.result_root.empty());
}

TEST_F(DrawExplainTest, AnExplanationGivesStatusChanceAndBars) {
  ASSERT_OK(Run("t1"));
  const auto explained = Read([&](const store::View& view) {
    return ExplainUnit(view, book_, {TaskId("t1"), 0}, enterprises_[0]);
  });
  ASSERT_OK(explained);
  EXPECT_TRUE(explained->in_scope);
  EXPECT_EQ(explained->status, "ELIGIBLE");
  EXPECT_EQ(explained->inclusion_probability, "6/24");
  EXPECT_EQ(explained->inclusion_percent, "25.00%");
  EXPECT_EQ(explained->lines.size(), 2u);
  EXPECT_EQ(explained->ticket, "");
}

// Writes the parts of a reason that a person is told.
std::string Told(const rules::ProtectionReason& reason) {
  return absl::StrCat(reason.policy.str(), " ", reason.sampled.ToString(), " ",
                      reason.until.ToString(), " ",
                      reason.first_allowed.ToString(), " ", reason.binds.en);
}
std::vector<std::string> Told(
    const std::vector<rules::ProtectionReason>& reasons) {
  std::vector<std::string> told;
  for (const auto& reason : reasons) told.push_back(Told(reason));
  return told;
}

TEST_F(DrawExplainTest,
       PreviewAndExplanationTellEveryReasonTheDecisiveOneFirst) {
  const std::string own = "宁夏回族自治区市场监管厅";
  CheckRow national = Check(enterprises_[0], "电饭锅", "2026-03-05");
  CheckRow ours = Check(enterprises_[0], "电饭锅", "2026-05-01");
  ours["authority"] = own;
  ours["level"] = "省级";
  ours["report_no"] = "OURS";
  Import({national, ours});
  const std::vector<std::string> all = {
      absl::StrCat("SAMR18-8-1 2026-05-01 2026-11-01 2026-11-02 ", own,
                   " itself"),
      "NINGXIA-2017 2026-03-05 2026-09-05 2026-09-06 any place, department or "
      "body"};
  const auto preview = Read([&](const store::View& view) {
    return PreviewTask(view, book_, TaskId("t1"), 100);
  });
  ASSERT_OK(preview);
  ASSERT_EQ(preview->exclusions.size(), 1u);
  EXPECT_EQ(Told(preview->exclusions[0].reasons), all);
  EXPECT_EQ(preview->exclusions[0].policy, "SAMR18-8-1");
  ASSERT_OK(Commit("t1"));
  // A check that is journalled after the commitment must not become a reason of
  // it.
  CheckRow later = Check(enterprises_[0], "电饭锅", "2026-05-20");
  later["report_no"] = "LATER";
  Import({later});
  EXPECT_EQ(Told(Show("t1").exclusions[0].reasons), all);
  const auto explained = Read([&](const store::View& view) {
    return ExplainUnit(view, book_, {TaskId("t1"), 0}, enterprises_[0]);
  });
  ASSERT_OK(explained);
  for (const ExplainedLine& line : explained->lines) {
    if (line.status == "ELIGIBLE") continue;
    EXPECT_EQ(Told(line.policies), all);
  }
}

TEST_F(DrawExplainTest, ADrawnEnterpriseGetsAProofOfItsOwnLeaf) {
  ASSERT_OK(Run("t1"));
  const SelectedUnit unit = Show("t1").selection[1];
  const auto proof = Read([&](const store::View& view) {
    return GetUnitProof(view, {TaskId("t1"), 0}, unit.usci);
  });
  ASSERT_OK(proof);
  EXPECT_EQ(proof->leaf_index, 1);
  EXPECT_EQ(proof->leaf_count, 3);
  EXPECT_THAT(proof->leaf, ::testing::HasSubstr(unit.usci.str()));
  // The run's leaf names the root, and stands under the checkpoint.
  EXPECT_THAT(proof->run.leaf, ::testing::HasSubstr(proof->result_root));
  EXPECT_THAT(proof->run.leaf, ::testing::HasSubstr("tasks/t1"));
  EXPECT_EQ(proof->run.proof.journal_index, Show("t1").run_journal_index);
  EXPECT_OK(journal::VerifyInclusion(
      journal::LeafHash(proof->run.leaf),
      static_cast<std::uint64_t>(proof->run.proof.journal_index),
      static_cast<std::uint64_t>(proof->run.checkpoint.tree_size),
      proof->run.proof.hashes, proof->run.checkpoint.root));
}

}  // namespace
}  // namespace spotcheck::app
