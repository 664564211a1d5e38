// Each test tries a way round the protocol that was once open.

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "lib/app/credit/record.h"
#include "lib/base/bytes.h"
#include "tests/app/draw/house.h"

namespace spotcheck::app {
namespace {

using ::spotcheck::testing::StatusReasonIs;

class DrawHostileTest : public DrawHouse {
 protected:
  DrawHostileTest() {
    FillRegister();
    EXPECT_OK(CreateTask("t1", 3));
  }
  std::int64_t Due() {
    const auto history = Read([&](const store::View& view) {
      return ListAttempts(view, {TaskId("t1"), ""});
    });
    EXPECT_OK(history);
    return history->front().due;
  }
  // Round 1 of this chain was at 1692803367, one round each three seconds.
  std::string BeaconIn(absl::Duration ahead) const {
    const std::int64_t round =
        (absl::ToUnixSeconds(clock_.Now() + ahead) - 1692803367) / 3 + 1;
    return "drand:"
           "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971:" +
           std::to_string(round);
  }
  // Three enterprises of another city, and a draw of that city alone.
  void AddCity(const std::string& task) {
    NewTask input;
    input.task = TaskId(task);
    rules::Plan& plan = input.plan.plan;
    plan.authority = "石嘴山市市场监管局";
    plan.level = rules::Level::kCity;
    plan.region = *Region::Parse("6402");
    plan.categories = {"家用电器"};
    plan.as_of = today();
    plan.sample_size = 3;
    plan.lines_per_enterprise = 1;
    plan.inspectors_per_enterprise = 1;
    for (int i = 0; i < 3; ++i) {
      const Usci usci = MakeUsci("640200", 100 + i);
      Import({Enterprise(usci)});
      Import(std::vector{Product(usci, "电热水壶"), Product(usci, "电饭锅")});
    }
    ASSERT_OK(Write(
        [&](store::Transaction& tx) { return app::CreateTask(tx, input); }));
  }
  // Does the same as RecordAll for the enterprises of one city.
  void RecordIn(const std::string& task, const Region& city) {
    for (const SelectedUnit& unit : Show(task).selection) {
      if (!city.Contains(unit.usci.region())) continue;
      ResultInput input;
      input.task = TaskId(task);
      input.usci = unit.usci;
      input.line = unit.lines[0].line;
      input.sampled = today();
      input.report_no = "CITY-" + unit.usci.str();
      EXPECT_OK(Write([&](store::Transaction& tx) {
        return RecordResult(tx, book_, today(), input);
      }));
    }
  }
};

TEST_F(DrawHostileTest, ARevealCannotBeTriedBeforeItIsGiven) {
  ASSERT_OK(Commit("t1"));
  store::Mutation mutation = As("witness");
  mutation.mode = store::Mutation::Mode::kDryRun;
  EXPECT_THAT(
      RevealContribution(*db_, mutation, rules_, RevealOf("t1", inside_),
                         [](const RevealAnswer&) { return std::string(); }),
      StatusReasonIs("REVEAL_CANNOT_BE_TRIED"));
}

TEST_F(DrawHostileTest, ABeaconIsNotGivenBeforeItsRoundIsPublished) {
  CommitRequest request = Request("t1");
  request.beacon_spec = BeaconIn(absl::Minutes(5));
  ASSERT_OK(Commit(request));
  const BeaconRound given = {TaskId("t1"), Sha256("signature").ToHex(),
                             HexEncode("signature")};
  const auto give = [&] {
    return ProvideBeacon(*db_, As("operator"), rules_, given,
                         [](const DrawAnswer&) { return std::string(); });
  };
  EXPECT_THAT(give(), StatusReasonIs("BEACON_ROUND_AHEAD"));
  clock_.Advance(absl::Minutes(10));
  EXPECT_OK(give());
  ASSERT_OK(Give(RevealOf("t1", inside_)));
  ASSERT_OK(Give(RevealOf("t1", outside_)));
  EXPECT_EQ(Show("t1").state, AttemptState::kRun);
}

TEST_F(DrawHostileTest, TheOfficeUnderASpacedSpellingIsNoOutsideWitness) {
  TestWitness own = Register("监督员丁", "宁夏回族自治区 市场监管厅");
  own.contribution = entropy_.Bytes(32);
  CommitRequest request = Request("t1");
  request.witnesses = {Bind("t1", inside_), Bind("t1", own)};
  EXPECT_THAT(Commit(request), StatusReasonIs("NO_OUTSIDE_WITNESS"));
}

TEST_F(DrawHostileTest, ADefaulterDoesNotServeUnderANewKey) {
  ASSERT_OK(Commit("t1"));
  ASSERT_OK(Give(RevealOf("t1", inside_)));
  clock_.Advance(absl::Hours(25));
  ASSERT_OK(Upkeep(*db_, rules_));
  outside_ = Register("公证员乙", "宁夏公证处");
  EXPECT_THAT(Commit("t1"), StatusReasonIs("WITNESS_DEFAULTED"));
}

TEST_F(DrawHostileTest, AUnitWhoseHoldsRanOutStaysDueUntilTwoCloseIt) {
  ASSERT_OK(Run("t1"));
  EXPECT_EQ(Due(), 0);
  const Usci usci = Show("t1").selection[0].usci;
  const auto close = [&](store::Transaction& tx) {
    return RequestCloseDue(tx, {TaskId("t1"), {usci, "", "", "已注销"}});
  };
  EXPECT_THAT(Write("operator", close), StatusReasonIs("UNIT_STATE"));
  SwitchOffFor(absl::Hours(24 * 61));
  ASSERT_OK(Upkeep(*db_, rules_));
  EXPECT_EQ(Due(), 3);
  ASSERT_OK(Write("operator", close));
  ASSERT_OK(Write("second", [&](store::Transaction& tx) {
    return Approve(tx, {TaskId("t1"), ""});
  }));
  EXPECT_EQ(Due(), 2);
}

TEST_F(DrawHostileTest, BadgeNumbersStayWithThoseWhoSendTheInspectors) {
  ASSERT_OK(Run("t1"));
  RecordAll("t1");
  ASSERT_OK(Write([&](store::Transaction& tx) {
    return OpenDraw(tx, book_, {TaskId("t1"), 0});
  }));
  const DrawAnswer shown = Show("t1", Visibility::kPublic);
  ASSERT_EQ(shown.selection.size(), 3u);
  EXPECT_TRUE(shown.selection[0].badges.empty());
  EXPECT_FALSE(Show("t1").selection[0].badges.empty());
}

TEST_F(DrawHostileTest, ABeaconFarAwayCannotCloseAScopeForYears) {
  struct Case {
    absl::Duration round;
    std::optional<absl::Duration> deadline;
    const char* reason;
  };
  const absl::Duration day = absl::Hours(24);
  const Case cases[] = {
      {365 * day, std::nullopt, "BEACON_ROUND_TOO_LATE"},
      {30 * day + absl::Minutes(1), std::nullopt, "BEACON_ROUND_TOO_LATE"},
      {29 * day, 31 * day, "DEADLINE_OUT_OF_RANGE"},
      {29 * day + absl::Hours(1), std::nullopt, "DEADLINE_OUT_OF_RANGE"},
      {29 * day, 28 * day, "DEADLINE_OUT_OF_RANGE"},
  };
  for (const Case& test : cases) {
    CommitRequest request = Request("t1");
    request.beacon_spec = BeaconIn(test.round);
    if (test.deadline.has_value()) {
      request.deadline = clock_.Now() + *test.deadline;
    }
    EXPECT_THAT(Commit(request), StatusReasonIs(test.reason)) << test.round;
  }
  CommitRequest request = Request("t1");
  request.beacon_spec = BeaconIn(28 * day);
  // The longest round of the grammar lies beyond what a time can hold.
  const std::string near = request.beacon_spec;
  request.beacon_spec.replace(near.rfind(':') + 1, std::string::npos,
                              std::string(18, '9'));
  EXPECT_THAT(Commit(request), StatusReasonIs("BEACON_ROUND_TOO_LATE"));
  request.beacon_spec = near;
  EXPECT_OK(Commit(request));
}

TEST_F(DrawHostileTest, ABundleWaitsForEveryVisitOfADrawThatItsFrameNames) {
  AddCity("city");
  ASSERT_OK(CreateTask("all", 15));
  ASSERT_OK(Run("all"));
  ASSERT_OK(Run("city"));
  // The city's frame names three holds of the other draw; its twelve other
  // units are still to be visited.
  RecordAll("city");
  RecordIn("all", *Region::Parse("6402"));
  const auto open = [&](store::Transaction& tx) {
    return OpenDraw(tx, book_, {TaskId("city"), 0});
  };
  EXPECT_THAT(Write(open), StatusReasonIs("DRAW_VISITS_OPEN"));
  RecordAll("all");
  EXPECT_OK(Write(open));
}

}  // namespace
}  // namespace spotcheck::app
