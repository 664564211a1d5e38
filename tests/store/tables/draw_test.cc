#include <string>

#include "gtest/gtest.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "lib/store/events/sealed.h"
#include "lib/store/events/tags.h"
#include "tests/store/samples.h"

namespace spotcheck::store {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using testing::Committed;
using testing::Ran;
using testing::ResultOf;
using testing::Revealed;
using testing::SampleProduct;
using testing::TaskMade;
using testing::TestDatabase;

const TaskId kTask("T1");
const TaskId kOther("T2");

class ApplyDrawTest : public ::testing::Test {
 protected:
  void SetUp() override {
    EnterprisesImported enterprises;
    ProductsImported products;
    for (int n = 0; n < 4; ++n) {
      enterprises.rows.push_back(testing::SampleEnterprise(n));
    }
    for (int n = 0; n < 12; ++n) products.rows.push_back(SampleProduct(n));
    ASSERT_OK(db_.Append({{enterprises, {}},
                          {products, {}},
                          TaskMade(kTask, 1),
                          TaskMade(kOther, 2)}));
  }

  std::string UnitTagOf(const TaskId& task, int product) {
    return UnitTag(sealer_, task, SampleProduct(product).usci);
  }
  std::string UnitState(const TaskId& task, int product) {
    return db_.Cell("SELECT state FROM drawn_unit WHERE task_id = '" +
                    task.str() + "' AND unit_tag = '" +
                    UnitTagOf(task, product) + "'");
  }
  std::string HoldState(const TaskId& task, int product) {
    return db_.Cell("SELECT state FROM hold WHERE task_id = '" + task.str() +
                    "' AND line_tag = '" +
                    LineTag(sealer_, SampleProduct(product).line) + "'");
  }
  std::string AttemptCell(const std::string& column) {
    return db_.Cell("SELECT " + column + " FROM attempt");
  }
  absl::Status Draw(const TaskId& task, const std::vector<int>& products,
                    std::int64_t sequence = 1) {
    return db_.Append({Committed(task, 1, sequence), Revealed(task, 1),
                       Ran(task, 1, products)});
  }
  testing::Happening Asked(ApprovalKind kind, const std::string& id,
                           int product) {
    const UnitRequest detail{SampleProduct(product).usci, "CLOSED",
                             Sha256("photo").ToHex(), "停产"};
    return {ApprovalRequested{id, kind, kTask, 1, UnitTagOf(kTask, product),
                              "停产"},
            {{"detail", EncodePayload(detail)}}};
  }
  testing::Happening Granted(ApprovalKind kind, const std::string& id,
                             int product) {
    return {ApprovalGranted{id, kind, kTask, 1, UnitTagOf(kTask, product)}, {}};
  }

  // Two persons void the result that ResultOf(task, product, number) recorded.
  absl::Status Void(const testing::Happening& result, const std::string& id) {
    const CheckRecord& check = std::get<ResultRecorded>(result.event).check;
    return db_.Append(
        {{CheckChangeRequested{id, CheckChangeKind::kVoid, check.usci,
                               check.check, "录错", "更正函", std::nullopt},
          {}},
         {CheckSuperseded{id,
                          CheckChangeKind::kVoid,
                          check.usci,
                          check.check,
                          "录错",
                          "更正函",
                          "operator",
                          {},
                          std::nullopt},
          {}}});
  }

  TestDatabase db_;
  Sealer sealer_{testing::SampleKeys().seal_master};
};

TEST_F(ApplyDrawTest, AnAttemptGoesFromCommitmentToOpening) {
  ASSERT_OK(db_.Append({Committed(kTask, 1, 1)}));
  EXPECT_EQ(AttemptCell("state || run_leaf_index || missing"), "COMMITTED-1[]");
  EXPECT_EQ(AttemptCell("deadline"), "2026-06-02T00:00:00Z");
  EXPECT_EQ(db_.Cell("SELECT contribution || leaf_index FROM attempt_witness"),
            "-1");
  ASSERT_OK(db_.Append({Revealed(kTask, 1)}));
  EXPECT_EQ(db_.Cell("SELECT contribution FROM attempt_witness"),
            testing::HexOf("contribution"));
  ASSERT_OK(db_.Append({{BeaconProvided{kTask, 1, "aa", "bb"}, {}}}));
  ASSERT_OK(db_.Append({Ran(kTask, 1, {0, 4})}));
  EXPECT_EQ(AttemptCell("state || beacon_value"), "RUNaa");
  EXPECT_EQ(db_.Cell("SELECT COUNT(*) FROM hold WHERE state = 'OPEN'"), "2");
  ASSERT_OK(db_.Append({{DrawOpened{kTask, 1}, {}}}));
  EXPECT_EQ(AttemptCell("state || open_leaf_index"),
            "OPENED" + std::to_string(db_.JournalSize() - 1));
}

TEST_F(ApplyDrawTest, EventsOutOfOrderAreRefused) {
  const char* kReason = "EVENT_OUT_OF_PLACE";
  EXPECT_THAT(db_.Append({Revealed(kTask, 1)}), StatusReasonIs(kReason));
  EXPECT_THAT(db_.Append({Ran(kTask, 1, {0})}), StatusReasonIs(kReason));
  ASSERT_OK(db_.Append({Committed(kTask, 1, 1)}));
  EXPECT_THAT(db_.Append({{DrawOpened{kTask, 1}, {}}}),
              StatusReasonIs(kReason));
  EXPECT_THAT(db_.Append({Revealed(kTask, 2)}), StatusReasonIs(kReason));
  ASSERT_OK(db_.Append({Revealed(kTask, 1)}));
  EXPECT_THAT(db_.Append({Revealed(kTask, 1)}), StatusReasonIs(kReason));
  ASSERT_OK(db_.Append({Ran(kTask, 1, {0})}));
  EXPECT_THAT(db_.Append({Ran(kTask, 1, {4})}), StatusReasonIs(kReason));
  EXPECT_THAT(db_.Append({{DrawFailed{kTask, 1, {}}, {}}}),
              StatusReasonIs(kReason));
}

TEST_F(ApplyDrawTest, NothingComesAfterAFailure) {
  const char* kReason = "EVENT_OUT_OF_PLACE";
  ASSERT_OK(
      db_.Append({Committed(kTask, 1, 1), {DrawFailed{kTask, 1, {}}, {}}}));
  EXPECT_THAT(db_.Append({Revealed(kTask, 1)}), StatusReasonIs(kReason));
  EXPECT_THAT(db_.Append({{BeaconProvided{kTask, 1, "aa", "bb"}, {}}}),
              StatusReasonIs(kReason));
  EXPECT_THAT(db_.Append({Ran(kTask, 1, {0})}), StatusReasonIs(kReason));
}

TEST_F(ApplyDrawTest, AChainHasEachSequenceOnce) {
  ASSERT_OK(db_.Append({Committed(kTask, 1, 1)}));
  EXPECT_THAT(db_.Append({Committed(kOther, 1, 1)}),
              StatusReasonIs("DATABASE_CONFLICT"));
  EXPECT_OK(db_.Append({Committed(kOther, 1, 2)}));
}

TEST_F(ApplyDrawTest, NoLineIsInTwoOpenDraws) {
  ASSERT_OK(Draw(kTask, {0, 4}));
  EXPECT_THAT(Draw(kOther, {4, 8}, 2), StatusReasonIs("DATABASE_CONFLICT"));
  ASSERT_OK(db_.Append({ResultOf(kTask, 4, 1)}));
  EXPECT_OK(Draw(kOther, {4, 8}, 2));
}

TEST_F(ApplyDrawTest, AUnitIsReadableOnlyWithTheKey) {
  ASSERT_OK(Draw(kTask, {0}));
  const std::string tag = db_.Cell("SELECT unit_tag FROM drawn_unit");
  EXPECT_EQ(tag, UnitTagOf(kTask, 0));
  const std::string sealed = db_.Cell("SELECT sealed FROM drawn_unit");
  ASSERT_OK_AND_ASSIGN(const auto unit,
                       OpenCell<rules::SelectedEnterprise>(
                           sealer_, {UnitContext({kTask, 1, tag}), sealed,
                                     "drawn_unit.sealed"}));
  EXPECT_EQ(unit.usci, SampleProduct(0).usci);
  EXPECT_FALSE(
      OpenCell<rules::SelectedEnterprise>(
          sealer_, {UnitContext({kOther, 1, tag}), sealed, "drawn_unit.sealed"})
          .ok());
  EXPECT_EQ(db_.Cell("SELECT length(hold_id) FROM hold"), "15");
}

TEST_F(ApplyDrawTest, ATasksPlanIsReadableOnlyWithTheKey) {
  const std::string sealed =
      db_.Cell("SELECT plan FROM task WHERE task_id = 'T1'");
  ASSERT_OK_AND_ASSIGN(const TaskPlan plan,
                       OpenCell<TaskPlan>(sealer_, {TaskPlanContext(kTask),
                                                    sealed, "task.plan"}));
  EXPECT_EQ(EncodePayload(plan), EncodePayload(testing::SamplePlan(1)));
}

TEST_F(ApplyDrawTest, AResultReleasesItsLineAndFinishesItsUnit) {
  ASSERT_OK(Draw(kTask, {0, 4}));
  ASSERT_OK(db_.Append({ResultOf(kTask, 0, 1)}));
  EXPECT_EQ(HoldState(kTask, 0), "RESULT");
  EXPECT_EQ(UnitState(kTask, 0), "DONE");
  EXPECT_EQ(HoldState(kTask, 4), "OPEN");
  EXPECT_EQ(UnitState(kTask, 4), "OPEN");
}

TEST_F(ApplyDrawTest, AWithdrawnUnitStaysDueUntilALaterResult) {
  ASSERT_OK(Draw(kTask, {0}));
  ASSERT_OK(db_.Append({Asked(ApprovalKind::kWithdrawal, "a1", 0),
                        Asked(ApprovalKind::kWithdrawal, "a2", 0),
                        Granted(ApprovalKind::kWithdrawal, "a1", 0)}));
  EXPECT_EQ(UnitState(kTask, 0), "WITHDRAWN");
  EXPECT_EQ(HoldState(kTask, 0), "WITHDRAWN");
  EXPECT_EQ(db_.Cell("SELECT state FROM approval WHERE approval_id = 'a2'"),
            "OBSOLETE");
  ASSERT_OK(Draw(kOther, {0}, 2));
  EXPECT_EQ(UnitState(kTask, 0), "WITHDRAWN");
  ASSERT_OK(db_.Append({ResultOf(kOther, 0, 1)}));
  EXPECT_EQ(UnitState(kOther, 0), "DONE");
  EXPECT_EQ(UnitState(kTask, 0), "DONE");
}

TEST_F(ApplyDrawTest, TwoPersonsCloseADueUnit) {
  ASSERT_OK(Draw(kTask, {0}));
  ASSERT_OK(db_.Append({Asked(ApprovalKind::kWithdrawal, "a1", 0),
                        Granted(ApprovalKind::kWithdrawal, "a1", 0),
                        Asked(ApprovalKind::kCloseDue, "a2", 0),
                        Granted(ApprovalKind::kCloseDue, "a2", 0)}));
  EXPECT_EQ(UnitState(kTask, 0), "CLOSED");
  EXPECT_THAT(db_.Append({Granted(ApprovalKind::kCloseDue, "a2", 0)}),
              StatusReasonIs("EVENT_OUT_OF_PLACE"));
}

TEST_F(ApplyDrawTest, ARequestThatItsUnitNoLongerAllowsIsObsolete) {
  const auto state_of = [this](const std::string& id) {
    return db_.Cell("SELECT state FROM approval WHERE approval_id = '" + id +
                    "'");
  };
  ASSERT_OK(Draw(kTask, {0}));
  ASSERT_OK(db_.Append({Asked(ApprovalKind::kWithdrawal, "a1", 0),
                        Asked(ApprovalKind::kCloseDue, "a2", 0),
                        Granted(ApprovalKind::kWithdrawal, "a1", 0)}));
  EXPECT_EQ(state_of("a2"), "WAITING");  // a withdrawn unit can be closed
  ASSERT_OK(db_.Append({Asked(ApprovalKind::kCloseDue, "a3", 0),
                        Granted(ApprovalKind::kCloseDue, "a3", 0)}));
  EXPECT_EQ(state_of("a2"), "OBSOLETE");
  ASSERT_OK(Draw(kOther, {4}, 2));
  ASSERT_OK(db_.Append(
      {{ApprovalRequested{"b1", ApprovalKind::kWithdrawal, kOther, 1,
                          UnitTagOf(kOther, 4), "误"},
        {{"detail", EncodePayload(UnitRequest{SampleProduct(4).usci, "CLOSED",
                                              testing::HexOf("photo"), ""})}}},
       ResultOf(kOther, 4, 2)}));
  EXPECT_EQ(state_of("b1"), "OBSOLETE");
}

TEST_F(ApplyDrawTest, AnApprovalKeepsItsDetailSealed) {
  ASSERT_OK(Draw(kTask, {0}));
  ASSERT_OK(db_.Append({Asked(ApprovalKind::kWithdrawal, "a1", 0)}));
  const std::string sealed = db_.Cell("SELECT payload FROM approval");
  ASSERT_OK_AND_ASSIGN(
      const UnitRequest detail,
      OpenCell<UnitRequest>(
          sealer_, {ApprovalContext("a1"), sealed, "approval.payload"}));
  EXPECT_EQ(detail.usci, SampleProduct(0).usci);
}

TEST_F(ApplyDrawTest, AVoidIsForBeforeTheFirstReveal) {
  const ApprovalRequested asked{"v1", ApprovalKind::kVoid, kTask, 1,
                                "",   "计划有误"};
  const ApprovalGranted granted{"v1", ApprovalKind::kVoid, kTask, 1, ""};
  ASSERT_OK(db_.Append({Committed(kTask, 1, 1), {asked, {}}, {granted, {}}}));
  EXPECT_EQ(AttemptCell("state || reason"), "VOID计划有误");
}

TEST_F(ApplyDrawTest, ARevealSetsAWaitingVoidAside) {
  const ApprovalRequested asked{"v1", ApprovalKind::kVoid, kTask, 1, "", "误"};
  const ApprovalGranted granted{"v1", ApprovalKind::kVoid, kTask, 1, ""};
  ASSERT_OK(
      db_.Append({Committed(kTask, 1, 1), {asked, {}}, Revealed(kTask, 1)}));
  EXPECT_EQ(db_.Cell("SELECT state FROM approval"), "OBSOLETE");
  EXPECT_THAT(db_.Append({{granted, {}}}),
              StatusReasonIs("EVENT_OUT_OF_PLACE"));
}

TEST_F(ApplyDrawTest, AFailureNamesTheMissing) {
  ASSERT_OK(db_.Append({Committed(kTask, 1, 1),
                        {DrawFailed{kTask, 1, {testing::HexOf("key")}}, {}}}));
  EXPECT_EQ(AttemptCell("state"), "FAILED");
  EXPECT_EQ(AttemptCell("missing"), "[\"" + testing::HexOf("key") + "\"]");
}

TEST_F(ApplyDrawTest, AHoldEndsAfterItsLastDay) {
  ASSERT_OK(Draw(kTask, {0}));
  ASSERT_OK(db_.Append({{HoldsExpired{kTask, 1, CivilDate(2026, 8, 30)}, {}}}));
  EXPECT_EQ(HoldState(kTask, 0), "OPEN");
  ASSERT_OK(db_.Append({{HoldsExpired{kTask, 1, CivilDate(2026, 8, 31)}, {}}}));
  EXPECT_EQ(HoldState(kTask, 0), "EXPIRED");
  EXPECT_EQ(UnitState(kTask, 0), "OPEN");
  EXPECT_OK(Draw(kOther, {0}, 2));
}

TEST_F(ApplyDrawTest, AVoidedResultMakesItsUnitDueWithoutAHold) {
  ASSERT_OK(Draw(kTask, {0}));
  ASSERT_OK(db_.Append({ResultOf(kTask, 0, 1)}));
  ASSERT_OK(Void(ResultOf(kTask, 0, 1), "X1"));
  EXPECT_EQ(UnitState(kTask, 0), "OPEN");
  EXPECT_EQ(HoldState(kTask, 0), "EXPIRED");
  EXPECT_EQ(db_.Cell("SELECT COUNT(*) FROM check_record"), "0");
  EXPECT_EQ(db_.Cell("SELECT COUNT(*) FROM report_number"), "0");
  EXPECT_EQ(db_.Cell("SELECT change_id FROM check_version"), "X1");
  ASSERT_OK(db_.Append({ResultOf(kTask, 0, 1)}));
  EXPECT_EQ(UnitState(kTask, 0), "DONE");
}

TEST_F(ApplyDrawTest, AVoidedResultLeavesAWithdrawnUnitOfAnotherTaskDue) {
  ASSERT_OK(Draw(kTask, {0}));
  ASSERT_OK(db_.Append({Asked(ApprovalKind::kWithdrawal, "a1", 0),
                        Granted(ApprovalKind::kWithdrawal, "a1", 0)}));
  ASSERT_OK(Draw(kOther, {0}, 2));
  ASSERT_OK(db_.Append({ResultOf(kOther, 0, 1)}));
  ASSERT_OK(db_.Append({ResultOf(kOther, 0, 2)}));
  ASSERT_OK(Void(ResultOf(kOther, 0, 1), "X1"));
  // The other report of the line still completes the check.
  EXPECT_EQ(UnitState(kTask, 0), "DONE");
  ASSERT_OK(Void(ResultOf(kOther, 0, 2), "X2"));
  EXPECT_EQ(UnitState(kTask, 0), "OPEN");
  EXPECT_EQ(UnitState(kOther, 0), "OPEN");
}

TEST_F(ApplyDrawTest, AUnitThatAVoidMadeDueStaysDueWhenOtherHoldsRunOut) {
  ASSERT_OK(Draw(kTask, {0, 4}));
  ASSERT_OK(db_.Append({ResultOf(kTask, 0, 1)}));
  EXPECT_EQ(UnitState(kTask, 0), "DONE");
  ASSERT_OK(Void(ResultOf(kTask, 0, 1), "X1"));
  ASSERT_OK(db_.Append({{HoldsExpired{kTask, 1, CivilDate(2026, 8, 31)}, {}}}));
  EXPECT_EQ(HoldState(kTask, 4), "EXPIRED");
  EXPECT_EQ(UnitState(kTask, 0), "OPEN");
}

TEST_F(ApplyDrawTest, AChangeIsApprovedOnceAndOfACheckThatStands) {
  ASSERT_OK(Draw(kTask, {0}));
  EXPECT_THAT(Void(ResultOf(kTask, 0, 1), "X1"),
              StatusReasonIs("EVENT_OUT_OF_PLACE"));
  ASSERT_OK(db_.Append({ResultOf(kTask, 0, 1)}));
  ASSERT_OK(Void(ResultOf(kTask, 0, 1), "X1"));
  EXPECT_THAT(Void(ResultOf(kTask, 0, 1), "X2"),
              StatusReasonIs("EVENT_OUT_OF_PLACE"));
}

}  // namespace
}  // namespace spotcheck::store
