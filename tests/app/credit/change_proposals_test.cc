#include <string>

#include "gtest/gtest.h"
#include "lib/app/credit/lists.h"
#include "lib/base/status_matchers.h"
#include "tests/app/credit/change_house.h"

namespace spotcheck::app {
namespace {

using store::Verdict;

// T1 failed and its follow-up T2 failed again: the rule RE-CHECK proposes.
class ProposedTest : public ChangeHouse {
 protected:
  void SetUp() override {
    ChangeHouse::SetUp();
    Record(Failed());
    Draw("T2", rules::Purpose::kFollowUp, usci_, line_);
    ResultInput again = Failed("T2");
    again.sampled = CivilDate(2026, 5, 30);
    check_ = Record(again);
    ASSERT_EQ(File().lists.size(), 1u);
    entry_ = File().lists[0].record.entry_id;
  }
  CheckId check_;
  std::string entry_;
};

TEST_F(ProposedTest, AProposalWhoseFactsAreGoneIsDismissedAndMadeAnewWithThem) {
  const auto effects = Done(AskCorrection(check_, ToPass()));
  const auto dismissed = Find(effects, EffectKind::kListDismissed);
  ASSERT_TRUE(dismissed);
  EXPECT_EQ(dismissed->subject, entry_);
  EXPECT_EQ(dismissed->before, "QUALITY_BLACKLIST");
  EXPECT_EQ(File().lists[0].state, store::ListState::kDismissed);
  EXPECT_NE(File().lists[0].decision_reason.find(check_.str()),
            std::string::npos);
  const auto again = Done(AskCorrection(check_, ToFailure()));
  const auto proposed = Find(again, EffectKind::kListProposed);
  ASSERT_TRUE(proposed);
  EXPECT_NE(proposed->subject, entry_);
  EXPECT_EQ(proposed->after, "QUALITY_BLACKLIST");
}

TEST_F(ProposedTest, AProposalWhoseFactsStandStays) {
  Corrections to;
  to.items.emplace();
  to.items->push_back({"甲醛含量", "≤75mg/kg", "90", Verdict::kFail});
  const auto effects = Done(AskCorrection(check_, to));
  EXPECT_FALSE(Find(effects, EffectKind::kListDismissed));
  EXPECT_FALSE(Find(effects, EffectKind::kListProposed));
  EXPECT_EQ(File().lists[0].state, store::ListState::kProposed);
}

TEST_F(ProposedTest, AProposalThatAPersonDismissedIsNotMadeAgain) {
  ASSERT_OK(Write("chief", [&](store::Transaction& tx) {
    return DecideListEntry(tx, {entry_, rules::ListVerb::kDismiss, "证据不足"});
  }));
  Done(AskCorrection(check_, ToPass()));
  Done(AskCorrection(check_, ToFailure()));
  EXPECT_EQ(File().lists.size(), 1u);
}

TEST_F(ProposedTest, AnEntryThatWasDecidedStaysAndIsNamed) {
  ASSERT_OK(Write("chief", [&](store::Transaction& tx) {
    return DecideListEntry(tx, {entry_, rules::ListVerb::kList, "查证属实"});
  }));
  const auto effects = Done(AskVoid(check_));
  const auto review = Find(effects, EffectKind::kListReview);
  ASSERT_TRUE(review);
  EXPECT_EQ(review->subject, entry_);
  EXPECT_TRUE(File().listed);
}

}  // namespace
}  // namespace spotcheck::app
