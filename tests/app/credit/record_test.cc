#include "lib/app/credit/record.h"

#include <algorithm>
#include <optional>

#include "gtest/gtest.h"
#include "lib/app/credit/file.h"
#include "lib/app/credit/lists.h"
#include "lib/app/credit/status.h"
#include "lib/base/status_matchers.h"
#include "tests/app/credit/house.h"

namespace spotcheck::app {
namespace {

using testing::StatusReasonIs;

class RecordResultTest : public House {
 protected:
  void SetUp() override {
    Import({Enterprise(usci_)});
    Import({Lab(lab_)});
    Import({Product(usci_, "毛巾"), Product(usci_, "浴巾")});
    Draw("T1", rules::Purpose::kRoutine, usci_, line_);
  }
  ResultInput Input() const {
    ResultInput input;
    input.task = TaskId("T1");
    input.usci = usci_;
    input.line = line_;
    input.sampled = CivilDate(2026, 5, 20);
    input.report_no = "R1";
    input.items = {{"甲醛含量", "≤75mg/kg", "20", store::Verdict::kPass}};
    return input;
  }
  ResultInput Failed() const {
    ResultInput input = Input();
    input.verdict = store::Verdict::kFail;
    input.severity = store::Severity::kGeneral;
    return input;
  }
  absl::StatusOr<ResultAnswer> Record(const ResultInput& input) {
    return Write([&](store::Transaction& tx) {
      return RecordResult(tx, book_, today(), input);
    });
  }
  static std::optional<Consequence> Find(const ResultAnswer& answer,
                                         ConsequenceKind kind) {
    const auto found =
        std::find_if(answer.consequences.begin(), answer.consequences.end(),
                     [kind](const Consequence& c) { return c.kind == kind; });
    if (found == answer.consequences.end()) return std::nullopt;
    return *found;
  }

  Usci usci_ = MakeUsci("640181", 1);
  LineId line_ = LineOf(usci_, "毛巾");
};

TEST_F(RecordResultTest, APassReleasesTheHoldProtectsAndRaisesTheGrade) {
  const auto answer = Record(Input());
  ASSERT_OK(answer);
  EXPECT_EQ(answer->check.record.lab.str(), lab_.str());
  EXPECT_EQ(answer->check.record.authority.name, "宁夏回族自治区市场监管厅");
  ASSERT_TRUE(Find(*answer, ConsequenceKind::kHoldReleased));
  const auto protection = Find(*answer, ConsequenceKind::kProtected);
  ASSERT_TRUE(protection);
  EXPECT_EQ(protection->rule, "SAMR18-8-1");
  EXPECT_EQ(protection->value, "2026-11-20");
  const auto grade = Find(*answer, ConsequenceKind::kGrade);
  ASSERT_TRUE(grade);
  EXPECT_EQ(grade->value, "A");
  EXPECT_NE(grade->reason.zh.find("B → A"), std::string::npos);
  EXPECT_EQ(answer->grade.reasons[0].rule, "POINTS_PASS");
  EXPECT_EQ(answer->grade.reasons[0].journal_index, answer->journal_index);
}

TEST_F(RecordResultTest, TheAnswerIsWhatTheFileSaysAfterwards) {
  const auto answer = Record(Input());
  ASSERT_OK(answer);
  const auto file = Read([&](const store::View& view) {
    return GetCreditFile(view, book_, today(), {usci_, std::nullopt});
  });
  ASSERT_OK(file);
  ASSERT_EQ(file->checks.size(), 1u);
  EXPECT_EQ(file->checks[0].leaf_index, answer->journal_index);
  EXPECT_EQ(file->checks[0].record.items, answer->check.record.items);
  EXPECT_EQ(file->checks[0].record.task.str(), "T1");
  EXPECT_EQ(file->grade.grade, answer->grade.grade);
}

TEST_F(RecordResultTest, AFailureOfADrawOpensACaseUntilTheFollowUpPasses) {
  const auto failed = Record(Failed());
  ASSERT_OK(failed);
  EXPECT_EQ(failed->grade.grade, "C");
  EXPECT_EQ(failed->grade.reasons[0].rule, "GATE_GENERAL_FAILURE");
  Draw("T2", rules::Purpose::kFollowUp, usci_, line_);
  ResultInput again = Input();
  again.task = TaskId("T2");
  again.report_no = "R2";
  again.sampled = CivilDate(2026, 5, 30);
  const auto passed = Record(again);
  ASSERT_OK(passed);
  EXPECT_EQ(passed->grade.grade, "B");
}

TEST_F(RecordResultTest, AFailedReCheckIsGradedDownAndProposedForTheList) {
  ASSERT_OK(Record(Failed()));
  Draw("T2", rules::Purpose::kFollowUp, usci_, line_);
  ResultInput again = Failed();
  again.task = TaskId("T2");
  again.report_no = "R2";
  again.sampled = CivilDate(2026, 5, 30);
  const auto answer = Record(again);
  ASSERT_OK(answer);
  EXPECT_EQ(answer->grade.grade, "D");
  const auto proposed = Find(*answer, ConsequenceKind::kListProposed);
  ASSERT_TRUE(proposed);
  EXPECT_EQ(proposed->rule, "RE-CHECK");
  EXPECT_EQ(proposed->value, "QUALITY_BLACKLIST");
  EXPECT_NE(proposed->reason.en.find("2026-05-30"), std::string::npos);
}

TEST_F(RecordResultTest, AFoodLineIsToldWhyItIsNotProtected) {
  ProductRow cake = Product(usci_, "糕点");
  cake["category"] = "食品及相关产品";
  Import({cake});
  ResultInput food = Input();
  food.task = TaskId("T2");
  food.line = LineOf(usci_, "糕点");
  food.report_no = "R2";
  Draw("T2", rules::Purpose::kRoutine, usci_, food.line);
  // One policy protects every category but food.
  book_.policies = {book_.policies[1]};
  book_.policies[0].excluded_categories = {"食品及相关产品"};
  const auto towel = Record(Input());
  ASSERT_OK(towel);
  EXPECT_TRUE(Find(*towel, ConsequenceKind::kProtected));
  EXPECT_FALSE(Find(*towel, ConsequenceKind::kNotProtected));
  const auto answer = Record(food);
  ASSERT_OK(answer);
  EXPECT_FALSE(Find(*answer, ConsequenceKind::kProtected));
  const auto why = Find(*answer, ConsequenceKind::kNotProtected);
  ASSERT_TRUE(why);
  EXPECT_EQ(why->reason.zh, "类别“食品及相关产品”不在 SAMR18-8-1 之内");
  EXPECT_EQ(why->reason.en,
            "the category \"食品及相关产品\" is outside SAMR18-8-1");
}

TEST_F(RecordResultTest, ACheckThatNoPolicyCountsIsToldSo) {
  book_.policies = {book_.policies[0]};  // it counts only national passes
  const auto answer = Record(Input());
  ASSERT_OK(answer);
  EXPECT_FALSE(Find(*answer, ConsequenceKind::kProtected));
  const auto why = Find(*answer, ConsequenceKind::kNotProtected);
  ASSERT_TRUE(why);
  EXPECT_EQ(why->reason.en,
            "no policy in force counts a check of this level, or its period is "
            "over");
}

TEST_F(RecordResultTest, WhateverIsNotDrawnGetsTheSameError) {
  ResultInput other_line = Input();
  other_line.line = LineOf(usci_, "浴巾");
  ResultInput unknown_line = Input();
  unknown_line.line = LineId("LXXXXXXXXXXXXXX");
  ResultInput other_firm = Input();
  other_firm.usci = MakeUsci("640181", 2);
  ResultInput other_task = Input();
  other_task.task = TaskId("T9");
  for (const ResultInput& input :
       {other_line, unknown_line, other_firm, other_task}) {
    const auto answer = Record(input);
    EXPECT_THAT(answer, StatusReasonIs("LINE_NOT_DRAWN"));
    EXPECT_THAT(answer, testing::StatusIs(absl::StatusCode::kNotFound));
  }
}

TEST_F(RecordResultTest, ALineTakesOneResult) {
  ASSERT_OK(Record(Input()));
  ResultInput again = Input();
  again.report_no = "R2";
  EXPECT_THAT(Record(again), StatusReasonIs("HOLD_NOT_OPEN"));
}

TEST_F(RecordResultTest, AnExpiredHoldTakesItsResultOnceUnlessHeldElsewhere) {
  SwitchOffFor(absl::Hours(24 * 70));
  ASSERT_OK(Append(store::HoldsExpired{TaskId("T1"), 1, today()}));
  Draw("T2", rules::Purpose::kRoutine, usci_, line_);
  EXPECT_THAT(Record(Input()), StatusReasonIs("HOLD_NOT_OPEN"));
  ResultInput second = Input();
  second.task = TaskId("T2");
  ASSERT_OK(Record(second));
  ResultInput late = Input();
  late.report_no = "R2";
  ASSERT_OK(Record(late));
  late.report_no = "R3";
  EXPECT_THAT(Record(late), StatusReasonIs("HOLD_NOT_OPEN"));
}

TEST_F(RecordResultTest, TheSamplingDayLiesBetweenTheTaskAndToday) {
  ResultInput early = Input();
  early.sampled = CivilDate(2026, 4, 30);
  EXPECT_THAT(Record(early), StatusReasonIs("SAMPLED_OUT_OF_RANGE"));
  ResultInput late = Input();
  late.sampled = CivilDate(2026, 6, 2);
  EXPECT_THAT(Record(late), StatusReasonIs("SAMPLED_OUT_OF_RANGE"));
}

TEST_F(RecordResultTest, AReportNumberOfTheLaboratoryServesOnce) {
  CheckRow row = Check(usci_, "浴巾", "2026-05-22");
  row["report_no"] = " r1 ";
  Import({row});
  EXPECT_THAT(Record(Input()), StatusReasonIs("REPORT_NUMBER_CONFLICT"));
}

TEST_F(RecordResultTest, AReportThatWasImportedIsAdoptedByItsResult) {
  CheckRow row = Check(usci_, "毛巾", "2026-05-20");
  row["authority"] = "宁夏回族自治区市场监管厅";
  row["level"] = "省级";
  row["report_no"] = "R1";
  Import({row});
  const auto answer = Record(Input());
  ASSERT_OK(answer);
  EXPECT_TRUE(Find(*answer, ConsequenceKind::kHoldReleased));
  const auto file = Read([&](const store::View& view) {
    return GetCreditFile(view, book_, today(), {usci_, std::nullopt});
  });
  ASSERT_OK(file);
  ASSERT_EQ(file->checks.size(), 1u);
  EXPECT_EQ(file->checks[0].record.task.str(), "T1");
  EXPECT_EQ(file->checks[0].record.items.size(), 1u);
  EXPECT_EQ(file->grade.grade, answer->grade.grade);
}

TEST_F(RecordResultTest, OnlyTheVerySameReportIsAdopted) {
  const struct {
    const char* field;
    const char* value;
  } kOthers[] = {{"authority", "灵武市市场监管局"},
                 {"level", "国家级"},
                 {"sampled", "2026-05-21"},
                 {"verdict", "不合格"}};
  int report = 100;
  for (const auto& other : kOthers) {
    CheckRow row = Check(usci_, "毛巾", "2026-05-20");
    row["authority"] = "宁夏回族自治区市场监管厅";
    row["level"] = "省级";
    row["report_no"] = "R" + std::to_string(++report);
    row[other.field] = other.value;
    Import({row});
    ResultInput input = Input();
    input.report_no = row["report_no"];
    EXPECT_THAT(Record(input), StatusReasonIs("REPORT_NUMBER_CONFLICT"))
        << other.field;
  }
}

struct BadResult {
  void (*spoil)(ResultInput&);
  const char* reason;
  const char* field;
};
const BadResult kBadResults[] = {
    {[](ResultInput& r) { r.verdict = store::Verdict::kPending; },
     "VERDICT_NOT_FINAL", "verdict"},
    {[](ResultInput& r) { r.severity = store::Severity::kSerious; },
     "SEVERITY_WITHOUT_FAILURE", "severity"},
    {[](ResultInput& r) { r.verdict = store::Verdict::kFail; },
     "SEVERITY_MISSING", "severity"},
    {[](ResultInput& r) { r.report_no = ""; }, "FIELD_MISSING", "report_no"},
    {[](ResultInput& r) { r.report_no = std::string(201, 'x'); },
     "FIELD_TOO_LONG", "report_no"},
    {[](ResultInput& r) { r.report_no = "a\x01z"; }, "FIELD_CONTROL_CHARACTER",
     "report_no"},
    {[](ResultInput& r) { r.items.resize(501, r.items[0]); }, "TOO_MANY_ITEMS",
     "items"},
    {[](ResultInput& r) { r.items[1].verdict = store::Verdict::kPending; },
     "VERDICT_NOT_FINAL", "items[1].verdict"},
    {[](ResultInput& r) { r.items[0].item = " "; }, "FIELD_MISSING",
     "items[0].item"},
    {[](ResultInput& r) { r.items[1].item = std::string(201, 'x'); },
     "FIELD_TOO_LONG", "items[1].item"},
    {[](ResultInput& r) { r.items[1].requirement = std::string(501, 'x'); },
     "FIELD_TOO_LONG", "items[1].requirement"},
    {[](ResultInput& r) { r.items[1].measured = std::string(501, 'x'); },
     "FIELD_TOO_LONG", "items[1].measured"},
    {[](ResultInput& r) { r.items[0].measured = "\xFF"; }, "FIELD_NOT_UTF8",
     "items[0].measured"},
};

TEST_F(RecordResultTest, WhatTheResultSaysMustFitTogether) {
  const std::int64_t before = JournalSize();
  for (const BadResult& bad : kBadResults) {
    ResultInput input = Input();
    input.items.push_back(input.items[0]);
    bad.spoil(input);
    const auto answer = Record(input);
    EXPECT_THAT(answer, StatusReasonIs(bad.reason)) << bad.field;
    EXPECT_EQ(GetErrorInfo(answer.status()).metadata["field"], bad.field);
  }
  EXPECT_EQ(JournalSize(), before);
}

TEST_F(RecordResultTest, AnItemQuotesItsStandardInFiveHundredCharacters) {
  ResultInput input = Input();
  input.items.resize(500, input.items[0]);
  input.items[0].requirement.clear();
  for (int i = 0; i < 500; ++i) input.items[0].requirement += "限";
  input.items[1].measured = std::string(500, 'x');
  const auto answer = Record(input);
  ASSERT_OK(answer);
  EXPECT_EQ(answer->check.record.items, input.items);
}

}  // namespace
}  // namespace spotcheck::app
