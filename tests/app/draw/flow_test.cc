#include <set>

#include "gmock/gmock.h"
#include "lib/base/bytes.h"
#include "lib/journal/evidence.h"
#include "lib/rules/bundle/verify.h"
#include "tests/app/draw/house.h"

namespace spotcheck::app {
namespace {

using ::spotcheck::testing::StatusReasonIs;

class DrawFlowTest : public DrawHouse {
 protected:
  DrawFlowTest() {
    FillRegister();
    EXPECT_OK(CreateTask("t1", 3));
  }
  rules::BundleFiles Export(const std::string& task) {
    const auto files = Read([&](const store::View& view) {
      return ExportBundle(view, db_->verifier_key(), {TaskId(task), 0});
    });
    EXPECT_OK(files);
    rules::BundleFiles bundle;
    for (const BundleFile& file : *files) bundle[file.name] = file.bytes;
    return bundle;
  }
};

TEST_F(DrawFlowTest, TheLastRevealRunsTheDrawAndHoldsItsLines) {
  ASSERT_OK(Commit("t1"));
  EXPECT_EQ(Show("t1").state, AttemptState::kCommitted);
  ASSERT_OK_AND_ASSIGN(const RevealAnswer first, Give(RevealOf("t1", inside_)));
  EXPECT_EQ(first.state, AttemptState::kCommitted);
  ASSERT_OK_AND_ASSIGN(const RevealAnswer last, Give(RevealOf("t1", outside_)));
  EXPECT_EQ(last.state, AttemptState::kRun);
  const DrawAnswer draw = Show("t1");
  EXPECT_EQ(draw.state, AttemptState::kRun);
  ASSERT_EQ(draw.selection.size(), 3u);
  for (const SelectedUnit& unit : draw.selection) {
    ASSERT_EQ(unit.lines.size(), 1u);
    EXPECT_EQ(unit.lines[0].state, store::HoldState::kOpen);
    EXPECT_EQ(
        std::set<std::string>(unit.badges.begin(), unit.badges.end()).size(),
        2u);
  }
}

TEST_F(DrawFlowTest, NobodyRevealsBeforeTheCommitmentIsInTheJournal) {
  Reveal reveal;
  reveal.task = TaskId("t1");
  reveal.attempt = 1;
  reveal.key = inside_.key.verify_key().ToHex();
  EXPECT_THAT(Give(reveal), StatusReasonIs("ATTEMPT_UNKNOWN"));
}

TEST_F(DrawFlowTest, AContributionMatchesItsCommitmentAndSignature) {
  ASSERT_OK(Commit("t1"));
  Reveal other = RevealOf("t1", inside_);
  other.contribution = HexEncode(std::string(32, 'x'));
  EXPECT_THAT(Give(other), StatusReasonIs("CONTRIBUTION_MISMATCH"));
  Reveal unsigned_one = RevealOf("t1", inside_);
  unsigned_one.signature = HexEncode(std::string(64, '\1'));
  EXPECT_THAT(Give(unsigned_one), StatusReasonIs("SIGNATURE_MISMATCH"));
  ASSERT_OK(Give(RevealOf("t1", inside_)));
  EXPECT_THAT(Give(RevealOf("t1", inside_)),
              StatusReasonIs("ALREADY_REVEALED"));
}

TEST_F(DrawFlowTest, ATaskIsDrawnOnceAndNeverAgain) {
  ASSERT_OK(Run("t1"));
  EXPECT_THAT(Commit("t1"), StatusReasonIs("DRAW_ALREADY_RUN"));
}

TEST_F(DrawFlowTest, AnUndecidedAttemptBlocksEveryOverlappingScope) {
  ASSERT_OK(CreateTask("t2", 1));
  ASSERT_OK(Commit("t1"));
  const absl::Status refused = Commit("t2").status();
  EXPECT_THAT(refused, StatusReasonIs("DRAW_SCOPE_UNDECIDED"));
  EXPECT_EQ(GetErrorInfo(refused).metadata.at("task"), "t1");
}

TEST_F(DrawFlowTest, ASecondDrawLeavesHeldLinesAlone) {
  ASSERT_OK(Run("t1"));
  ASSERT_OK(CreateTask("t2", 12));
  std::set<std::string> held;
  for (const SelectedUnit& unit : Show("t1").selection) {
    held.insert(unit.lines[0].line.str());
  }
  ASSERT_OK(Run("t2"));
  for (const SelectedUnit& unit : Show("t2").selection) {
    EXPECT_FALSE(held.contains(unit.lines[0].line.str()));
  }
}

TEST_F(DrawFlowTest, ASampleLargerThanThePoolNamesBothNumbers) {
  ASSERT_OK(CreateTask("big", 13));
  const absl::Status refused = Commit("big").status();
  EXPECT_THAT(refused, StatusReasonIs("DRAW_SAMPLE_TOO_LARGE"));
  EXPECT_THAT(std::string(refused.message()), ::testing::HasSubstr("13"));
  EXPECT_THAT(std::string(refused.message()), ::testing::HasSubstr("12"));
}

TEST_F(DrawFlowTest, AWitnessOfAnotherBodyIsNeeded) {
  const TestWitness second = Register("监督员丙", "宁夏回族自治区市场监管厅");
  CommitRequest request = Request("t1");
  request.witnesses = {Bind("t1", inside_), Bind("t1", second)};
  EXPECT_THAT(Commit(request), StatusReasonIs("NO_OUTSIDE_WITNESS"));
}

TEST_F(DrawFlowTest, AWitnessBoundToAnotherAttemptIsRefused) {
  CommitRequest request = Request("t1");
  request.witnesses[0].attempt = 2;
  EXPECT_THAT(Commit(request), StatusReasonIs("WITNESS_BOUND_ELSEWHERE"));
}

TEST_F(DrawFlowTest, AVoidNeedsASecondPersonAndTheFirstRevealEndsTheRequest) {
  ASSERT_OK(Commit("t1"));
  ASSERT_OK(Write("operator", [&](store::Transaction& tx) {
    return RequestVoid(tx, {TaskId("t1"), "范围有误"});
  }));
  EXPECT_THAT(Write("operator",
                    [&](store::Transaction& tx) {
                      return Approve(tx, {TaskId("t1"), ""});
                    }),
              StatusReasonIs("SAME_PERSON"));
  ASSERT_OK(Give(RevealOf("t1", inside_)));
  EXPECT_THAT(Write("second",
                    [&](store::Transaction& tx) {
                      return Approve(tx, {TaskId("t1"), ""});
                    }),
              StatusReasonIs("NOTHING_TO_APPROVE"));
  EXPECT_THAT(Write("operator",
                    [&](store::Transaction& tx) {
                      return RequestVoid(tx, {TaskId("t1"), "再次"});
                    }),
              StatusReasonIs("VOID_AFTER_REVEAL"));
}

TEST_F(DrawFlowTest, AVoidAttemptIsKeptAndTheNextIsChainedToIt) {
  ASSERT_OK_AND_ASSIGN(const CommitAnswer first, Commit("t1"));
  ASSERT_OK(Write("operator", [&](store::Transaction& tx) {
    return RequestVoid(tx, {TaskId("t1"), "范围有误"});
  }));
  ASSERT_OK(Write("second", [&](store::Transaction& tx) {
    return Approve(tx, {TaskId("t1"), ""});
  }));
  EXPECT_EQ(Show("t1").state, AttemptState::kVoid);
  ASSERT_OK_AND_ASSIGN(const CommitAnswer second, Commit("t1"));
  EXPECT_EQ(second.attempt, 2);
  EXPECT_EQ(second.previous, first.commitment);
  const auto history = Read([&](const store::View& view) {
    return ListAttempts(view, {TaskId("t1"), ""});
  });
  ASSERT_OK(history);
  ASSERT_EQ(history->size(), 2u);
  EXPECT_EQ((*history)[0].attempt.state, AttemptState::kVoid);
  EXPECT_EQ((*history)[0].attempt.reason, "范围有误");
}

TEST_F(DrawFlowTest, AMissedDeadlineFailsTheAttemptAndNamesTheDefaulter) {
  ASSERT_OK(Commit("t1"));
  ASSERT_OK(Give(RevealOf("t1", inside_)));
  clock_.Advance(absl::Hours(25));
  EXPECT_THAT(Give(RevealOf("t1", outside_)),
              StatusReasonIs("REVEAL_DEADLINE_PASSED"));
  ASSERT_OK(Upkeep(*db_, rules_));
  EXPECT_EQ(Show("t1").state, AttemptState::kFailed);
  EXPECT_THAT(Commit("t1"), StatusReasonIs("WITNESS_DEFAULTED"));
}

TEST_F(DrawFlowTest, ACompleteAttemptRunsEvenAfterItsDeadline) {
  ASSERT_OK(Commit("t1"));
  for (const TestWitness& witness : {inside_, outside_}) {
    // Journal the reveal without the run, as a server killed in between does.
    const Reveal reveal = RevealOf("t1", witness);
    ASSERT_OK(Append(store::DrawRevealed{
        reveal.task, reveal.attempt, witness.name == inside_.name ? 1 : 2,
        witness.name, reveal.key, reveal.contribution, reveal.signature}));
  }
  clock_.Advance(absl::Hours(25));
  ASSERT_OK(Upkeep(*db_, rules_));
  EXPECT_EQ(Show("t1").state, AttemptState::kRun);
}

TEST_F(DrawFlowTest, ABundleOpensAfterTheVisitsAndVerifies) {
  ASSERT_OK(Run("t1"));
  const auto open = [&](store::Transaction& tx) {
    return OpenDraw(tx, book_, {TaskId("t1"), 0});
  };
  EXPECT_THAT(Write(open), StatusReasonIs("DRAW_VISITS_OPEN"));
  EXPECT_EQ(Export("t1").count("draw.json"), 0u);
  RecordAll("t1");
  ASSERT_OK(Write(open));
  const rules::BundleFiles bundle = Export("t1");
  const rules::BundleReport report = rules::VerifyBundle(bundle);
  for (const rules::BundleCheck& check : report.checks) {
    EXPECT_TRUE(check.ok) << check.name << ": " << check.detail.en;
  }
  EXPECT_TRUE(report.ok());
  EXPECT_OK(journal::ParseEvidence(bundle.at("evidence.json")));
}

TEST_F(DrawFlowTest, HistoriesAndCountsComeInPages) {
  for (int i = 0; i < 3; ++i) {
    ASSERT_OK(Commit("t1"));
    ASSERT_OK(Write("operator", [&](store::Transaction& tx) {
      return RequestVoid(tx, {TaskId("t1"), "范围有误"});
    }));
    ASSERT_OK(Write("second", [&](store::Transaction& tx) {
      return Approve(tx, {TaskId("t1"), ""});
    }));
  }
  const auto list = [&](const HistoryOf& of) {
    const auto page =
        Read([&](const store::View& view) { return ListAttempts(view, of); });
    EXPECT_OK(page);
    return page.value_or(std::vector<AttemptSummary>());
  };
  const std::string authority = Show("t1").authority;
  for (const HistoryOf& of : {HistoryOf{TaskId("t1"), ""},
                              HistoryOf{TaskId(), authority}, HistoryOf{}}) {
    EXPECT_EQ(list(of).size(), 3u);
    HistoryOf page = of;
    page.limit = 2;
    const auto first = list(page);
    ASSERT_EQ(first.size(), 2u);
    page.after = first.back().attempt.leaf_index;
    const auto second = list(page);
    ASSERT_EQ(second.size(), 1u);
    EXPECT_EQ(second[0].attempt.attempt, 3);
  }
  HistoryOf of_state;
  of_state.state = AttemptState::kVoid;
  EXPECT_EQ(list(of_state).size(), 3u);
  of_state.state = AttemptState::kRun;
  EXPECT_EQ(list(of_state).size(), 0u);
  const auto count = [&](const CountsPage& page) {
    const auto counts = Read(
        [&](const store::View& view) { return DrawStatistics(view, page); });
    EXPECT_OK(counts);
    return counts.value_or(std::vector<DrawCounts>());
  };
  const auto all = count({"", 1000});
  ASSERT_EQ(all.size(), 4u);  // a body, an operator, two witnesses
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto one = count({i == 0 ? "" : KeyOf(all[i - 1]), 1});
    ASSERT_EQ(one.size(), 1u);
    EXPECT_EQ(one[0].subject, all[i].subject);
    EXPECT_EQ(one[0].voided, 3);
  }
}

TEST_F(DrawFlowTest, AWithdrawnUnitIsReplacedByANewAttemptAndStaysDue) {
  ASSERT_OK(Run("t1"));
  const SelectedUnit unit = Show("t1").selection[0];
  ASSERT_OK(Write("operator", [&](store::Transaction& tx) {
    return RequestWithdrawal(
        tx,
        {TaskId("t1"), {unit.usci, "CLOSED", Sha256("照片").ToHex(), "停产"}});
  }));
  ASSERT_OK(Write("second", [&](store::Transaction& tx) {
    return Approve(tx, {TaskId("t1"), ""});
  }));
  CommitRequest request = Request("t1");
  request.replaced = unit.stratum;
  ASSERT_OK_AND_ASSIGN(const CommitAnswer replacement, Commit(request));
  EXPECT_EQ(replacement.attempt, 2);
  ASSERT_OK(Give(RevealOf("t1", inside_)));
  ASSERT_OK(Give(RevealOf("t1", outside_)));
  const DrawAnswer draw = Show("t1");
  ASSERT_EQ(draw.selection.size(), 1u);
  EXPECT_NE(draw.selection[0].usci, unit.usci);
  const auto history = Read([&](const store::View& view) {
    return ListAttempts(view, {TaskId("t1"), ""});
  });
  ASSERT_OK(history);
  EXPECT_EQ((*history)[0].withdrawn, 1);
  EXPECT_EQ((*history)[0].due, 1);
  // One withdrawn unit is replaced once.
  CommitRequest again = Request("t1");
  again.replaced = unit.stratum;
  EXPECT_THAT(Commit(again), StatusReasonIs("NOTHING_TO_REPLACE"));
}

TEST_F(DrawFlowTest, HoldsEndAfterTheirLastDay) {
  ASSERT_OK(Run("t1"));
  SwitchOffFor(absl::Hours(24 * 61));
  ASSERT_OK(Upkeep(*db_, rules_));
  for (const SelectedUnit& unit : Show("t1").selection) {
    EXPECT_EQ(unit.lines[0].state, store::HoldState::kExpired);
  }
}

TEST_F(DrawFlowTest, ATaskThatDrewNothingIsEditedOrWithdrawn) {
  const auto change = [&](const std::string& task, std::int64_t sample) {
    return Write(
        "operator",
        [&](store::Transaction& tx) -> absl::StatusOr<store::StoredTask> {
          ASSIGN_OR_RETURN(const store::StoredTask now,
                           GetTask(tx, TaskId(task)));
          NewTask changed{now.task, now.suite, now.plan};
          changed.plan.plan.sample_size = sample;
          return ChangeTask(tx, changed);
        });
  };
  const auto withdraw = [&](const std::string& task, const std::string& why) {
    return Write("operator", [&](store::Transaction& tx) {
      return WithdrawTask(tx, {TaskId(task), why});
    });
  };
  const auto changed = change("t1", 2);
  ASSERT_OK(changed);
  EXPECT_EQ(changed->plan.plan.sample_size, 2);
  EXPECT_THAT(change("t1", 0), StatusReasonIs("NUMBER_OUT_OF_RANGE"));
  EXPECT_THAT(change("none", 2), StatusReasonIs("TASK_UNKNOWN"));
  // A void attempt has drawn nothing.
  ASSERT_OK(Commit("t1"));
  EXPECT_THAT(change("t1", 3), StatusReasonIs("TASK_HAS_DRAWN"));
  EXPECT_THAT(withdraw("t1", "计划取消"), StatusReasonIs("TASK_HAS_DRAWN"));
  ASSERT_OK(Write("operator", [&](store::Transaction& tx) {
    return RequestVoid(tx, {TaskId("t1"), "范围有误"});
  }));
  ASSERT_OK(Write("second", [&](store::Transaction& tx) {
    return Approve(tx, {TaskId("t1"), ""});
  }));
  ASSERT_OK(change("t1", 3));
  EXPECT_THAT(withdraw("t1", ""), StatusReasonIs("TEXT_LENGTH"));
  const auto withdrawn = withdraw("t1", "计划取消");
  ASSERT_OK(withdrawn);
  EXPECT_EQ(withdrawn->withdrawn, "计划取消");
  EXPECT_THAT(withdraw("t1", "再次"), StatusReasonIs("TASK_IS_WITHDRAWN"));
  EXPECT_THAT(change("t1", 2), StatusReasonIs("TASK_IS_WITHDRAWN"));
  EXPECT_THAT(Read([](const store::View& view) {
                return GetNextAttempt(view, TaskId("t1"));
              }),
              StatusReasonIs("TASK_IS_WITHDRAWN"));
}

}  // namespace
}  // namespace spotcheck::app
