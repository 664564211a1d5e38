#include "lib/app/credit/change.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/app/credit/file.h"
#include "lib/app/credit/record.h"
#include "lib/base/status_matchers.h"
#include "tests/app/credit/change_house.h"

namespace spotcheck::app {
namespace {

using rules::ApprovalState;
using store::Severity;
using store::Verdict;
using testing::StatusReasonIs;

class CheckChangeTest : public ChangeHouse {};

TEST_F(CheckChangeTest, APassBecomesAFailureAndThatOpensItsCase) {
  const CheckId check = Record(Input());
  const auto effects = Done(AskCorrection(check, ToFailure()));
  const auto opened = Find(effects, EffectKind::kCase);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->subject, check.str());
  EXPECT_EQ(opened->before, "");
  EXPECT_EQ(opened->after, "CASE_OPEN");
  const auto grade = Find(effects, EffectKind::kGrade);
  ASSERT_TRUE(grade);
  EXPECT_EQ(grade->before.substr(0, 1), "A");
  EXPECT_EQ(grade->after.substr(0, 1), "C");
  const CreditFile file = File();
  ASSERT_EQ(file.checks.size(), 1u);
  EXPECT_EQ(file.checks[0].record.verdict, Verdict::kFail);
  EXPECT_EQ(file.checks[0].record.severity, Severity::kGeneral);
  EXPECT_EQ(file.checks[0].record.task.str(), "T1");
  EXPECT_EQ(file.grade.grade, "C");
}

TEST_F(CheckChangeTest, BothVersionsStayWithWhoAskedWhoApprovedAndWhy) {
  const CheckId check = Record(Input());
  const std::int64_t recorded = JournalSize() - 1;
  Done(AskCorrection(check, ToFailure()));
  const CreditFile file = File();
  ASSERT_EQ(file.superseded.size(), 1u);
  const SupersededCheck& old = file.superseded[0];
  EXPECT_EQ(old.version.record.verdict, Verdict::kPass);
  EXPECT_EQ(old.version.from_leaf_index, recorded);
  EXPECT_EQ(old.version.until_leaf_index, recorded + 2);
  EXPECT_EQ(old.change.requested_by, "operator");
  EXPECT_EQ(old.change.approved_by, "second");
  EXPECT_EQ(old.change.reason, "录错");
  EXPECT_EQ(old.change.basis, "更正函1号");
  EXPECT_EQ(old.change.state, ApprovalState::kApproved);
  EXPECT_NE(std::count_if(file.events.begin(), file.events.end(),
                          [&](const CreditFileEvent& event) {
                            return event.journal_index == recorded + 2 &&
                                   event.text.en.find("approved by second") !=
                                       std::string::npos;
                          }),
            0);
}

TEST_F(CheckChangeTest, AFailureThatBecomesAPassIsAsIfItHadPassed) {
  const CheckId check = Record(Failed());
  const auto effects = Done(AskCorrection(check, ToPass()));
  const auto closed = Find(effects, EffectKind::kCase);
  ASSERT_TRUE(closed);
  EXPECT_EQ(closed->before, "CASE_OPEN");
  EXPECT_EQ(closed->after, "");
  const CreditFile file = File();
  EXPECT_EQ(file.grade.grade, "A");
  EXPECT_EQ(file.checks[0].record.severity, Severity::kNone);
}

TEST_F(CheckChangeTest, AVoidMakesTheUnitDueAndTheLineTakesItsResultAgain) {
  const CheckId check = Record(Input());
  const auto effects = Done(AskVoid(check));
  const auto unit = Find(effects, EffectKind::kUnit);
  ASSERT_TRUE(unit);
  EXPECT_EQ(unit->subject, "tasks/T1 1");
  EXPECT_EQ(unit->before, "DONE");
  EXPECT_EQ(unit->after, "OPEN");
  const auto protection = Find(effects, EffectKind::kProtection);
  ASSERT_TRUE(protection);
  EXPECT_EQ(protection->subject, line_.str());
  EXPECT_EQ(protection->before, "SAMR18-8-1 2026-11-20 " + check.str());
  EXPECT_EQ(protection->after, "");
  EXPECT_TRUE(File().checks.empty());
  EXPECT_EQ(File().superseded.size(), 1u);
  const auto held = Read(
      [&](const store::View& view) { return store::OpenHoldOf(view, line_); });
  ASSERT_OK(held);
  EXPECT_FALSE(held->has_value());
  EXPECT_EQ(Record(Failed()), check);  // the report number is free again
  EXPECT_THAT(TryRecord(Input()), StatusReasonIs("HOLD_NOT_OPEN"));
  EXPECT_EQ(File().grade.grade, "C");
}

TEST_F(CheckChangeTest, AReportThatWasVoidCanBeRecordedForAnotherEnterprise) {
  const Usci other = MakeUsci("640181", 2);
  Import({Enterprise(other)});
  CheckRow row = Check(usci_, "毛巾", "2026-05-22");
  Import({row});
  const CheckId check = File().checks[0].record.check;
  row["usci"] = other.str();
  EXPECT_EQ(Import({row}).import.refused[0].error.reason,
            "REPORT_NUMBER_CONFLICT");
  Done(AskVoid(check));
  EXPECT_EQ(Import({row}).import.created, 1);
}

TEST_F(CheckChangeTest, AnotherPersonApprovesOnce) {
  const CheckId check = Record(Input());
  const auto change = AskVoid(check);
  ASSERT_OK(change);
  EXPECT_THAT(Approve(*change, "operator"), StatusReasonIs("SAME_PERSON"));
  EXPECT_EQ(File().checks.size(), 1u);
  EXPECT_THAT(AskVoid(check), StatusReasonIs("CHANGE_WAITS"));
  ASSERT_OK(Approve(*change));
  EXPECT_THAT(Approve(*change), StatusReasonIs("CHANGE_NOT_WAITING"));
  EXPECT_THAT(Approve("X00"), StatusReasonIs("CHANGE_NOT_FOUND"));
  EXPECT_THAT(AskVoid(check), StatusReasonIs("CHECK_NOT_FOUND"));
}

TEST_F(CheckChangeTest, RequestsAreListedByTheirState) {
  const CheckId check = Record(Input());
  Done(AskCorrection(check, ToFailure()));
  ASSERT_OK(AskVoid(check));
  EXPECT_EQ(Changes(std::nullopt).size(), 2u);
  ASSERT_EQ(Changes(ApprovalState::kWaiting).size(), 1u);
  EXPECT_EQ(Changes(ApprovalState::kWaiting)[0].kind,
            rules::CheckChangeKind::kVoid);
  ASSERT_EQ(Changes(ApprovalState::kApproved).size(), 1u);
  EXPECT_EQ(Changes(ApprovalState::kApproved)[0].approved_by, "second");
}

TEST_F(CheckChangeTest, ACheckThatBecameAnotherLeavesTheRequestObsolete) {
  CheckRow row = Check(usci_, "毛巾", "2026-05-22");
  row["verdict"] = "检验中";
  Import({row});
  const CheckId check = File().checks[0].record.check;
  Corrections to;
  to.sampled = CivilDate(2026, 5, 21);
  const auto change = AskCorrection(check, to);
  ASSERT_OK(change);
  row["verdict"] = "合格";
  EXPECT_EQ(Import({row}).import.changed, 1);
  EXPECT_EQ(Changes(ApprovalState::kObsolete).size(), 1u);
  EXPECT_THAT(Approve(*change), StatusReasonIs("CHANGE_NOT_WAITING"));
}

TEST_F(CheckChangeTest, AnotherProductMovesTheProtectionToItsLine) {
  Import({Check(usci_, "毛巾", "2026-05-22")});
  const CheckId check = File().checks[0].record.check;
  Corrections to;
  to.product_name = "浴巾";
  const auto effects = Done(AskCorrection(check, to));
  const std::string text = "NINGXIA-2017 2026-11-22 " + check.str() +
                           ", SAMR18-8-1 2026-11-22 " + check.str();
  int seen = 0;
  for (const Effect& effect : effects) {
    if (effect.kind != EffectKind::kProtection) continue;
    ++seen;
    const bool old = effect.subject == line_.str();
    EXPECT_EQ(effect.before, old ? text : "");
    EXPECT_EQ(effect.after, old ? "" : text);
    if (!old) {
      EXPECT_EQ(effect.subject, LineOf(usci_, "浴巾").str());
    }
  }
  EXPECT_EQ(seen, 2);
}

TEST_F(CheckChangeTest, AProductThatNoRegisterKnowsBecomesALine) {
  Import({Check(usci_, "毛巾", "2026-05-22")});
  Corrections to;
  to.product_name = "方巾";
  Done(AskCorrection(File().checks[0].record.check, to));
  const CreditFile file = File();
  EXPECT_EQ(file.lines.size(), 3u);
  EXPECT_EQ(file.checks[0].record.line, LineOf(usci_, "方巾"));
}

TEST_F(CheckChangeTest, TheProtectionOfAMonthsEndIsCountedAnew) {
  Import({Check(usci_, "毛巾", "2025-12-31")});
  const CheckId check = File().checks[0].record.check;
  Corrections to;
  to.sampled = CivilDate(2025, 11, 30);
  const auto effects = Done(AskCorrection(check, to));
  const auto protection = Find(effects, EffectKind::kProtection);
  ASSERT_TRUE(protection);
  EXPECT_EQ(protection->before, "NINGXIA-2017 2026-06-30 " + check.str() +
                                    ", SAMR18-8-1 2026-06-30 " + check.str());
  EXPECT_EQ(protection->after, "");
}

struct BadChange {
  void (*spoil)(CheckChangeInput&);
  const char* reason;
};
const BadChange kBadChanges[] = {
    {[](CheckChangeInput& c) { c.reason = " "; }, "REASON_OR_BASIS_MISSING"},
    {[](CheckChangeInput& c) { c.basis = ""; }, "REASON_OR_BASIS_MISSING"},
    {[](CheckChangeInput& c) { c.reason = std::string(201, 'x'); },
     "TEXT_LENGTH"},
    {[](CheckChangeInput& c) { c.check = CheckId("C0"); }, "CHECK_NOT_FOUND"},
    {[](CheckChangeInput& c) { c.corrections = Corrections(); },
     "CORRECTION_CHANGES_NOTHING"},
    {[](CheckChangeInput& c) { c.corrections->verdict = Verdict::kPending; },
     "VERDICT_NOT_FINAL"},
    {[](CheckChangeInput& c) { c.corrections->verdict = Verdict::kFail; },
     "SEVERITY_MISSING"},
    {[](CheckChangeInput& c) { c.corrections->severity = Severity::kSerious; },
     "SEVERITY_WITHOUT_FAILURE"},
    {[](CheckChangeInput& c) {
       c.corrections->sampled = CivilDate(2026, 6, 2);
     },
     "SAMPLED_OUT_OF_RANGE"},
    {[](CheckChangeInput& c) {
       c.corrections->sampled = CivilDate(2026, 4, 30);
     },
     "SAMPLED_OUT_OF_RANGE"},
    {[](CheckChangeInput& c) { c.corrections->product_name = "浴巾"; },
     "FIELD_NOT_CORRECTED"},
    {[](CheckChangeInput& c) {
       c.corrections->items.emplace();
       c.corrections->items->push_back({"甲醛", "", "90", Verdict::kFail});
     },
     "PASS_WITH_FAILED_ITEM"},
};

TEST_F(CheckChangeTest, WhatIsAskedForMustFitTogether) {
  const CheckId check = Record(Input());
  const std::int64_t before = JournalSize();
  for (const BadChange& bad : kBadChanges) {
    CheckChangeInput input{check, "录错", "更正函", Corrections()};
    bad.spoil(input);
    EXPECT_THAT(Ask(input), StatusReasonIs(bad.reason)) << bad.reason;
  }
  EXPECT_EQ(JournalSize(), before);
}

TEST_F(CheckChangeTest, AnImportedCheckIsNotSampledAfterToday) {
  Import({Check(usci_, "毛巾", "2026-05-22")});
  Corrections to;
  to.sampled = CivilDate(2026, 6, 2);
  EXPECT_THAT(AskCorrection(File().checks[0].record.check, to),
              StatusReasonIs("SAMPLED_IN_FUTURE"));
}

TEST_F(CheckChangeTest, APassWithAFailedItemNeedsItsExplanation) {
  ResultInput input = Input();
  input.items = {{"甲醛含量", "≤75mg/kg", "90", Verdict::kFail}};
  EXPECT_THAT(TryRecord(input), StatusReasonIs("PASS_WITH_FAILED_ITEM"));
  input.explanation = "该项目不作判定";
  Record(input);
  EXPECT_EQ(File().checks[0].record.explanation, "该项目不作判定");
}

}  // namespace
}  // namespace spotcheck::app
