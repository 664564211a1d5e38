#include "lib/app/credit/import.h"

#include "gtest/gtest.h"
#include "lib/app/common/fields.h"
#include "lib/app/credit/file.h"
#include "lib/app/register/grants.h"
#include "lib/app/register/read.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "tests/app/credit/house.h"

namespace spotcheck::app {
namespace {

using testing::IsOkAndHolds;
using testing::StatusReasonIs;

class CreditImportTest : public House {
 protected:
  void SetUp() override {
    Import({Enterprise(usci_)});
    Import({Lab(lab_)});
    Import({Product(usci_, "毛巾")});
  }
  CreditFile File() {
    auto file = Read([&](const store::View& view) {
      return GetCreditFile(view, book_, today(), {usci_, std::nullopt});
    });
    EXPECT_OK(file);
    return file.ok() ? *std::move(file) : CreditFile();
  }

  Usci usci_ = MakeUsci("640181", 1);
};

TEST_F(CreditImportTest, ACheckIsImportedOnceAndUnchangedAfterThat) {
  const CheckRow row = Check(usci_, "毛巾", "2026-05-22");
  const ImportResultsAnswer first = Import({row});
  EXPECT_EQ(first.import.created, 1);
  EXPECT_EQ(first.new_lines, 0);
  const ImportResultsAnswer second = Import({row, row});
  EXPECT_EQ(second.import.unchanged, 2);
  EXPECT_EQ(second.import.journal_index, -1);
  const CreditFile file = File();
  ASSERT_EQ(file.checks.size(), 1u);
  EXPECT_EQ(file.checks[0].record.authority.level, rules::Level::kNational);
  EXPECT_EQ(file.checks[0].leaf_index, first.import.journal_index);
}

TEST_F(CreditImportTest, APeerPushesOnlyResultsOfItsOwnBodies) {
  const Speaker tax{"tax", Speaker::Kind::kBound};
  const auto push = [&](const std::vector<CheckRow>& rows) {
    return Write(
        "tax",
        [&](store::Transaction& tx) -> absl::StatusOr<ImportResultsAnswer> {
          ASSIGN_OR_RETURN(const Mandate by, Mandate::Of(tx, tax));
          return ImportResults(tx, book_, today(), {by, rows});
        });
  };
  const CheckRow national = Check(usci_, "毛巾", "2026-05-22");
  CheckRow own = Check(usci_, "毛巾", "2026-05-23");
  own["authority"] = "灵武市 税务局";
  own["level"] = "县级";
  EXPECT_THAT(push({own}), StatusReasonIs("AUTHORITY_NOT_YOURS"));
  ASSERT_OK(Write("admin", [&](store::Transaction& tx) {
    return AddGrant(tx, {"tax",
                         {"灵武市税务局", rules::Level::kCounty,
                          Region::Parse("640181").value()}});
  }));
  const auto answer = push({national, own});
  ASSERT_OK(answer);
  EXPECT_EQ(answer->import.created, 1);
  ASSERT_EQ(answer->import.refused.size(), 1u);
  EXPECT_EQ(answer->import.refused[0].error.reason, "AUTHORITY_NOT_YOURS");
  EXPECT_EQ(File().checks.size(), 1u);
}

TEST_F(CreditImportTest, AnUnknownLineIsCreatedWithoutCategoryInTheSameEvent) {
  const CheckRow row = Check(usci_, "浴巾", "2026-05-22");
  const ImportResultsAnswer answer = Import({row});
  EXPECT_EQ(answer.new_lines, 1);
  const auto line = Read([&](const store::View& view) {
    return GetProduct(view, usci_, LineOf(usci_, "浴巾"));
  });
  ASSERT_OK(line);
  EXPECT_EQ(line->product.record.category, "");
  EXPECT_EQ(line->product.leaf_index, answer.import.journal_index);
  EXPECT_EQ(Import({Product(usci_, "浴巾")}).changed, 1);
}

TEST_F(CreditImportTest, UnknownEnterprisesAndLaboratoriesAreRefused) {
  CheckRow stranger = Check(MakeUsci("640181", 9), "毛巾", "2026-05-22");
  CheckRow lab = Check(usci_, "毛巾", "2026-05-22");
  lab["lab"] = MakeUsci("640181", 10).str();
  const ImportResultsAnswer answer = Import({stranger, lab});
  ASSERT_EQ(answer.import.refused.size(), 2u);
  EXPECT_EQ(answer.import.refused[0].error.reason, "UNKNOWN_ENTERPRISE");
  EXPECT_EQ(answer.import.refused[1].error.reason, "UNKNOWN_LAB");
}

struct BadCheck {
  void (*spoil)(CheckRow&);
  const char* reason;
};
const BadCheck kBadChecks[] = {
    {[](CheckRow& r) { r["sampled"] = "2026-06-02"; }, "SAMPLED_IN_FUTURE"},
    {[](CheckRow& r) { r["sampled"] = "2026-02-30"; }, "INVALID_DATE"},
    {[](CheckRow& r) { r["level"] = "乡级"; }, "UNKNOWN_LEVEL"},
    {[](CheckRow& r) { r["verdict"] = "也许"; }, "UNKNOWN_VERDICT"},
    {[](CheckRow& r) { r["severity"] = "严重"; }, "SEVERITY_WITHOUT_FAILURE"},
    {[](CheckRow& r) { r["severity"] = "?"; }, "UNKNOWN_SEVERITY"},
    {[](CheckRow& r) { r["report_no"] = ""; }, "FIELD_MISSING"},
    {[](CheckRow& r) { r["authority"] = ""; }, "FIELD_MISSING"},
    {[](CheckRow& r) { r["product_name"] = "无"; }, "PRODUCT_NAME_EMPTY"},
    {[](CheckRow& r) { r["lab"] = "x"; }, "INVALID_USCI"},
};

TEST_F(CreditImportTest, BadRowsAreRefusedByNameAndNothingIsJournalled) {
  const std::int64_t before = JournalSize();
  for (const BadCheck& bad : kBadChecks) {
    CheckRow row = Check(usci_, "毛巾", "2026-05-22");
    bad.spoil(row);
    const ImportResultsAnswer answer = Import({row});
    ASSERT_EQ(answer.import.refused.size(), 1u) << bad.reason;
    EXPECT_EQ(answer.import.refused[0].error.reason, bad.reason);
  }
  EXPECT_EQ(JournalSize(), before);
}

TEST_F(CreditImportTest, AnotherCheckUnderTheSameReportNumberIsAConflict) {
  const CheckRow row = Check(usci_, "毛巾", "2026-05-22");
  Import({row});
  CheckRow other = row;
  other["verdict"] = "不合格";
  const ImportResultsAnswer answer = Import({other});
  ASSERT_EQ(answer.import.refused.size(), 1u);
  const ErrorInfo& error = answer.import.refused[0].error;
  EXPECT_EQ(error.reason, "REPORT_NUMBER_CONFLICT");
  EXPECT_NE(error.metadata.at("standing").find("PASS"), std::string::npos);
  EXPECT_NE(error.metadata.at("given").find("FAIL"), std::string::npos);
}

TEST_F(CreditImportTest, AReportNumberBelongsToOneEnterprise) {
  Import({Enterprise(MakeUsci("640181", 2))});
  const CheckRow row = Check(usci_, "毛巾", "2026-05-22");
  CheckRow other = row;
  other["usci"] = MakeUsci("640181", 2).str();
  const ImportResultsAnswer answer = Import({row, other});
  EXPECT_EQ(answer.import.created, 1);
  ASSERT_EQ(answer.import.refused.size(), 1u);
  EXPECT_EQ(answer.import.refused[0].error.reason, "REPORT_NUMBER_CONFLICT");
}

TEST_F(CreditImportTest, APendingCheckGetsItsConclusionOnce) {
  CheckRow pending = Check(usci_, "毛巾", "2026-05-22");
  pending["verdict"] = "检验中";
  CheckRow concluded = pending;
  concluded["verdict"] = "不合格";
  EXPECT_EQ(Import({pending}).import.created, 1);
  EXPECT_EQ(Import({concluded}).import.changed, 1);
  EXPECT_EQ(Import({pending, concluded}).import.unchanged, 2);
  EXPECT_EQ(File().checks[0].record.verdict, store::Verdict::kFail);
  EXPECT_EQ(File().checks[0].record.severity, store::Severity::kGeneral);
}

TEST_F(CreditImportTest, FailuresWithoutSeverityAreGeneralAndCounted) {
  CheckRow untold = Check(usci_, "毛巾", "2026-05-20");
  CheckRow serious = Check(usci_, "毛巾", "2026-05-21");
  CheckRow pending = Check(usci_, "毛巾", "2026-05-22");
  CheckRow passed = Check(usci_, "毛巾", "2026-05-23");
  CheckRow refused = Check(MakeUsci("640181", 9), "毛巾", "2026-05-24");
  untold["verdict"] = serious["verdict"] = refused["verdict"] = "不合格";
  serious["severity"] = "严重";
  pending["verdict"] = "检验中";
  const std::vector<CheckRow> rows = {untold, serious, pending, passed,
                                      refused};
  EXPECT_EQ(Import(rows).severity_assumed, 1);
  EXPECT_EQ(File().checks[0].record.severity, store::Severity::kGeneral);
  EXPECT_EQ(File().checks[1].record.severity, store::Severity::kSerious);
  EXPECT_EQ(Import(rows).severity_assumed, 0);
  CheckRow concluded = pending;
  concluded["verdict"] = "不合格";
  EXPECT_EQ(Import({concluded}).severity_assumed, 1);
}

TEST_F(CreditImportTest, TwoSeriousFailuresInThreeYearsAreProposedOnce) {
  CheckRow first = Check(usci_, "毛巾", "2024-05-22");
  CheckRow second = Check(usci_, "毛巾", "2026-05-22");
  first["verdict"] = second["verdict"] = "不合格";
  first["severity"] = second["severity"] = "严重";
  EXPECT_EQ(Import({first, second}).proposals, 1);
  CheckRow third = Check(usci_, "毛巾", "2026-05-23");
  third["verdict"] = "不合格";
  third["severity"] = "严重";
  EXPECT_EQ(Import({third}).proposals, 0);  // one is open already
  const CreditFile file = File();
  ASSERT_EQ(file.lists.size(), 1u);
  EXPECT_EQ(file.lists[0].record.rule, "SERIOUS-2");
  EXPECT_EQ(file.lists[0].record.checks.size(), 2u);
  EXPECT_FALSE(file.listed);
}

TEST(TypedDates, AreReadInTheFormsOfSpreadsheets) {
  for (const char* text :
       {"2017-05-07", "2017/5/7", "2017.5.7", "2017年5月7日", "20170507",
        "42862", "2017-05-07 00:00:00", " ２０１７-０５-０７ "}) {
    EXPECT_THAT(ParseTypedDate(text), IsOkAndHolds(CivilDate(2017, 5, 7)))
        << text;
  }
  for (const char* text : {"", "2017-5", "17-05-07", "2017-05-07-1", "428620",
                           "2017-13-01", "2017--07"}) {
    EXPECT_THAT(ParseTypedDate(text), StatusReasonIs("INVALID_DATE")) << text;
  }
}

}  // namespace
}  // namespace spotcheck::app
