// A frame that was frozen early and then caught up with later events must equal
// the frame that would be frozen after them.

#include <functional>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/app/draw/prepared_draw.h"
#include "lib/base/status_matchers.h"
#include "lib/rules/draw/tsv.h"
#include "tests/app/draw/house.h"

namespace spotcheck::app {
namespace {

constexpr std::size_t kMany = 1000;

class DrawCatchUpTest : public DrawHouse {
 protected:
  absl::StatusOr<PreparedDraw> Prepare(const std::string& task) {
    absl::StatusOr<PreparedDraw> prepared = absl::UnknownError("not run");
    const CommitRequest request = Request(task);
    EXPECT_OK(db_->ReadTogether(2, [&](store::Database::Views views) {
      prepared = PrepareDraw(views, book_, request, today());
      return absl::OkStatus();
    }));
    return prepared;
  }
  absl::StatusOr<FrameChange> CatchUpWith(PreparedDraw& prepared,
                                          std::size_t most = kMany) {
    return Read([&](const store::View& view) {
      return CatchUp(view, book_, most, prepared);
    });
  }
  static std::string FilesOf(const PreparedDraw& prepared) {
    std::string text;
    const auto add = [&text](std::string_view line) {
      text.append(line).push_back('\n');
    };
    const rules::Frame& frame = prepared.frozen.frame;
    rules::EachFrameLine(frame, add);
    rules::EachProductLine(prepared.frozen.plan, frame, add);
    rules::EachLabLine(prepared.frozen.plan, frame, add);
    rules::EachInspectorLine(frame, add);
    return text;
  }
};

// Names the house's steps, so that the table below can list them.
class DrawCatchUpSteps : public DrawCatchUpTest {
 public:
  void Stranger() { Import(std::vector{Enterprise(MakeUsci("110000", 7))}); }
  void Newcomer() {
    const Usci usci = MakeUsci("640104", 700);
    Import(std::vector{Enterprise(usci)});
    Import(std::vector{Product(usci, "电饭锅")});
  }
  void NewLine() { Import(std::vector{Product(enterprises_[3], "新产品")}); }
  void Renamed() {
    EnterpriseRow row = Enterprise(enterprises_[2]);
    row["address"] = "另一地址";
    Import(std::vector{row});
  }
  void Deregistered() {
    EnterpriseRow row = Enterprise(enterprises_[2]);
    row["state"] = "注销";
    Import(std::vector{row});
  }
  void Passed() {
    Import(std::vector{
        Check(enterprises_[5], "电饭锅", today().AddDays(-9).ToString())});
  }
  void NewWitness() { Register("另一人", "另一公证处"); }
  void NewLab() { Import(std::vector{Lab(MakeUsci("640104", 900))}); }
  void OtherCommitted() {
    ASSERT_OK(CreateTask("other", 2));
    ASSERT_OK(Commit("other"));
  }
};

TEST_F(DrawCatchUpSteps, AfterWhateverHappenedTheFrameIsThatOfTheDay) {
  FillRegister();
  ASSERT_OK(CreateTask("t", 3));
  using Steps = DrawCatchUpSteps;
  const struct {
    const char* what;
    void (Steps::*happens)();
    FrameChange change;
  } cases[] = {
      {"nothing", nullptr, FrameChange::kNothing},
      {"an enterprise of another region", &Steps::Stranger,
       FrameChange::kNothing},
      {"a witness", &Steps::NewWitness, FrameChange::kNothing},
      {"another address", &Steps::Renamed, FrameChange::kNothing},
      {"a new enterprise", &Steps::Newcomer, FrameChange::kRows},
      {"a new line", &Steps::NewLine, FrameChange::kRows},
      {"a deregistration", &Steps::Deregistered, FrameChange::kRows},
      {"a pass", &Steps::Passed, FrameChange::kRows},
      {"a laboratory", &Steps::NewLab, FrameChange::kEverything},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(one.what);
    ASSERT_OK_AND_ASSIGN(PreparedDraw before, Prepare("t"));
    if (one.happens != nullptr) (this->*one.happens)();
    ASSERT_OK_AND_ASSIGN(const FrameChange change, CatchUpWith(before));
    EXPECT_EQ(change, one.change);
    if (change == FrameChange::kEverything) continue;
    ASSERT_OK_AND_ASSIGN(const PreparedDraw after, Prepare("t"));
    EXPECT_EQ(FilesOf(before), FilesOf(after));
    EXPECT_EQ(before.frozen.journal_size, after.frozen.journal_size);
  }
}

TEST_F(DrawCatchUpSteps, LinesThatAnotherDrawTookMeanwhileAreReserved) {
  FillRegister();
  ASSERT_OK(CreateTask("t", 3));
  ASSERT_OK(CreateTask("other", 2));
  ASSERT_OK(Commit("other"));
  // Nothing of "t" may be frozen while the other is undecided; what is frozen
  // between its run and the commitment of "t" sees its holds.
  ASSERT_OK(Give(RevealOf("other", inside_)));
  ASSERT_OK(Give(RevealOf("other", outside_)));
  ASSERT_OK_AND_ASSIGN(PreparedDraw before, Prepare("t"));
  EXPECT_THAT(FilesOf(before), ::testing::HasSubstr("EXCLUDED:RESERVED:"));
  RecordAll("other");
  ASSERT_OK_AND_ASSIGN(const FrameChange change, CatchUpWith(before));
  EXPECT_EQ(change, FrameChange::kRows);
  ASSERT_OK_AND_ASSIGN(const PreparedDraw after, Prepare("t"));
  EXPECT_EQ(FilesOf(before), FilesOf(after));
  EXPECT_THAT(FilesOf(before),
              ::testing::Not(::testing::HasSubstr("EXCLUDED:RESERVED:")));
}

// Two lines of one product stand under two ids since a version before took a
// long dash for a character of its own: one of them may be drawn, and a hold on
// either keeps both.
TEST_F(DrawCatchUpSteps, OfTwoLinesThatAreOneProductOneIsDrawn) {
  FillRegister();
  std::vector<store::ProductRecord> older;
  for (const Usci& usci : enterprises_) {
    for (const char* name : {"电热水壶", "电饭锅"}) {
      store::ProductRecord& line = older.emplace_back();
      line.usci = usci;
      line.line = LineId("L" + std::string(usci.view().substr(15)) +
                         std::to_string(older.size()));
      line.product_name = name;
      line.category = "家用电器";
      line.standard = "GB 4706.1—2005";
      line.trademark = "无";
      line.model = "70cm*140cm";
    }
  }
  ASSERT_OK(Append(store::ProductsImported{older}));
  ASSERT_OK(CreateTask("t", 12));
  ASSERT_OK_AND_ASSIGN(const PreparedDraw prepared, Prepare("t"));
  std::size_t eligible = 0;
  for (const rules::LineRow& line : prepared.frozen.frame.lines) {
    eligible += line.status == rules::LineStatus::kEligible ? 1 : 0;
  }
  EXPECT_EQ(prepared.frozen.frame.lines.size(), 4 * enterprises_.size());
  EXPECT_EQ(eligible, 2 * enterprises_.size());

  ASSERT_OK(CreateTask("other", 12));
  ASSERT_OK(Commit("other"));
  ASSERT_OK(Give(RevealOf("other", inside_)));
  ASSERT_OK(Give(RevealOf("other", outside_)));
  ASSERT_OK_AND_ASSIGN(const PreparedDraw after, Prepare("t"));
  eligible = 0;
  for (const rules::LineRow& line : after.frozen.frame.lines) {
    eligible += line.status == rules::LineStatus::kEligible ? 1 : 0;
  }
  EXPECT_EQ(eligible, enterprises_.size());
}

TEST_F(DrawCatchUpSteps, MoreThanTheMostTouchedEnterprisesStartOver) {
  FillRegister();
  ASSERT_OK(CreateTask("t", 3));
  for (const std::size_t most : {1U, 2U}) {
    ASSERT_OK_AND_ASSIGN(PreparedDraw before, Prepare("t"));
    Renamed();
    NewLine();  // a line of another enterprise
    ASSERT_OK_AND_ASSIGN(const FrameChange change, CatchUpWith(before, most));
    EXPECT_EQ(change == FrameChange::kEverything, most == 1) << most;
  }
}

// A client that timed out asks again while its first call is still under way.
TEST_F(DrawCatchUpSteps, ARequestThatRunsIntoItselfGetsTheOneAnswer) {
  FillRegister();
  ASSERT_OK(CreateTask("t", 3));
  const CommitRequest request = Request("t");
  store::Mutation mutation = As("operator");
  mutation.request_id = "r1";
  const auto encode = [](const CommitAnswer& answer) {
    return answer.commitment;
  };
  absl::StatusOr<std::string> first = absl::UnknownError("not asked");
  store::Mutation again = mutation;
  // The commitment asks for the second time when it freezes the frame, outside
  // the writer.
  int asked = 0;
  again.still_wanted = [&] {
    if (++asked == 2) {
      first = CommitDraw(*db_, mutation, rules_, request, encode);
    }
    return absl::OkStatus();
  };
  const auto second = CommitDraw(*db_, again, rules_, request, encode);
  ASSERT_OK(first);
  ASSERT_OK(second);
  EXPECT_EQ(*second, *first);
}

TEST_F(DrawCatchUpSteps, ACommitmentInBetweenStartsOver) {
  FillRegister();
  ASSERT_OK(CreateTask("t", 3));
  ASSERT_OK_AND_ASSIGN(PreparedDraw before, Prepare("t"));
  OtherCommitted();
  ASSERT_OK_AND_ASSIGN(const FrameChange change, CatchUpWith(before));
  EXPECT_EQ(change, FrameChange::kEverything);
}

}  // namespace
}  // namespace spotcheck::app
