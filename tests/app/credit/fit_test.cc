// An import of a drawn line's result, and what callers are told of it.

#include "lib/app/credit/fit.h"

#include <optional>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/app/credit/file.h"
#include "lib/app/credit/record.h"
#include "lib/app/credit/record_many.h"
#include "lib/app/register/grants.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "lib/store/read/units.h"
#include "tests/app/credit/house.h"

namespace spotcheck::app {
namespace {

using testing::StatusReasonIs;

enum class Sight { kRunsDraws, kOther };

class FitTest : public House {
 protected:
  void SetUp() override {
    Import({Enterprise(usci_)});
    Import({Lab(lab_), Lab(other_lab_)});
    Import({Product(usci_, "毛巾"), Product(usci_, "浴巾")});
    Draw("T1", rules::Purpose::kRoutine, usci_, line_);
  }
  // The result of the drawn line as a row of an import.
  CheckRow Row(const std::string& product = "毛巾") {
    CheckRow row = Check(usci_, product, "2026-05-20");
    row["authority"] = "宁夏回族自治区市场监管厅";
    row["level"] = "省级";
    return row;
  }
  ImportResultsAnswer Send(const std::vector<CheckRow>& rows,
                           Sight sight = Sight::kRunsDraws) {
    auto answer = Write([&](store::Transaction& tx) {
      std::optional<Mandate> records;
      if (sight == Sight::kRunsDraws) records = Mandate::ForAll();
      return ImportResults(tx, book_, today(),
                           {Mandate::ForAll(), rows, records});
    });
    EXPECT_OK(answer);
    return answer.value_or(ImportResultsAnswer());
  }
  bool IsHeld() {
    const auto hold = Read([&](const store::View& view) {
      return store::OpenHoldOf(view, line_);
    });
    EXPECT_OK(hold);
    return hold.ok() && hold->has_value();
  }
  CreditFile File() {
    auto file = Read([&](const store::View& view) {
      return GetCreditFile(view, book_, today(), {usci_, std::nullopt});
    });
    EXPECT_OK(file);
    return file.value_or(CreditFile());
  }
  absl::StatusOr<ResultAnswer> Record(const CheckRow& row) {
    ResultInput input;
    input.task = TaskId("T1");
    input.usci = usci_;
    input.line = line_;
    input.sampled = CivilDate(2026, 5, 20);
    input.report_no = row["report_no"];
    return Write([&](store::Transaction& tx) {
      return RecordResult(tx, book_, today(), input);
    });
  }

  Usci usci_ = MakeUsci("640181", 1);
  Usci other_lab_ = MakeUsci("640100", 901);
  LineId line_ = LineOf(usci_, "毛巾");
};

TEST_F(FitTest, ARowThatAgreesWithAnOpenHoldIsItsResult) {
  const ImportResultsAnswer answer = Send({Row()});
  EXPECT_EQ(answer.filled, 1);
  EXPECT_EQ(answer.import.created, 1);
  EXPECT_FALSE(IsHeld());
  ASSERT_EQ(File().checks.size(), 1u);
  EXPECT_EQ(File().checks[0].record.task.str(), "T1");
  EXPECT_EQ(File().checks[0].leaf_index, answer.import.journal_index);
}

TEST_F(FitTest, TheSameRowAgainChangesNothing) {
  const CheckRow row = Row();
  EXPECT_EQ(Send({row, row}).import.unchanged, 1);
  const ImportResultsAnswer again = Send({row});
  EXPECT_EQ(again.filled, 0);
  EXPECT_EQ(again.import.unchanged, 1);
  EXPECT_EQ(again.import.journal_index, -1);
}

TEST_F(FitTest, ADueUnitTakesARowOfTheHoldsDaysToo) {
  SwitchOffFor(absl::Hours(24 * 70));
  ASSERT_OK(Append(store::HoldsExpired{TaskId("T1"), 1, today()}));
  CheckRow late = Row();
  late["sampled"] = "2026-08-01";  // the hold ended on 2026-07-31
  EXPECT_EQ(Send({late}).import.refused.at(0).error.reason, "HOLD_MISMATCH");
  CheckRow last = Row();
  last["sampled"] = "2026-07-31";
  EXPECT_EQ(Send({last}).filled, 1);
}

TEST_F(FitTest, AnotherLaboratoryOrDayOfTheSameAuthorityIsRefused) {
  CheckRow lab = Row();
  lab["lab"] = other_lab_.str();
  CheckRow early = Row();
  early["sampled"] = "2026-04-30";
  const ImportResultsAnswer answer = Send({lab, early});
  ASSERT_EQ(answer.import.refused.size(), 2u);
  for (const RefusedRow& row : answer.import.refused) {
    EXPECT_EQ(row.error.reason, "HOLD_MISMATCH");
  }
  EXPECT_TRUE(IsHeld());
  EXPECT_EQ(answer.import.journal_index, -1);
}

TEST_F(FitTest, AnotherAuthoritysCheckLeavesTheHold) {
  CheckRow row = Row();
  row["authority"] = "国家市场监管总局";
  row["level"] = "国家级";
  const ImportResultsAnswer answer = Send({row});
  EXPECT_EQ(answer.import.created, 1);
  EXPECT_EQ(answer.filled, 0);
  EXPECT_TRUE(IsHeld());
  EXPECT_EQ(File().checks[0].record.task.str(), "");
}

TEST_F(FitTest, WhoMayNotSeeDrawsIsToldTheSameOfDrawnAndUndrawn) {
  CheckRow lab = Row();
  lab["lab"] = other_lab_.str();
  for (const CheckRow& row : {Row(), lab, Row("浴巾")}) {
    const ImportResultsAnswer answer = Send({row}, Sight::kOther);
    EXPECT_EQ(answer.import.created, 1);
    EXPECT_EQ(answer.filled, 0);
    EXPECT_TRUE(answer.import.refused.empty());
  }
  EXPECT_TRUE(IsHeld());
}

TEST_F(FitTest, TheResultAdoptsWhatAnotherBodySentBefore) {
  const CheckRow row = Row();
  Send({row}, Sight::kOther);
  ASSERT_OK(Record(row));
  EXPECT_FALSE(IsHeld());
  ASSERT_EQ(File().checks.size(), 1u);
  EXPECT_EQ(File().checks[0].record.task.str(), "T1");
}

TEST_F(FitTest, AnImportAdoptsWhatAnotherBodySentBefore) {
  const CheckRow row = Row();
  Send({row}, Sight::kOther);
  const ImportResultsAnswer answer = Send({row});
  EXPECT_EQ(answer.import.changed, 1);
  EXPECT_EQ(answer.filled, 1);
  EXPECT_FALSE(IsHeld());
  EXPECT_EQ(File().checks.size(), 1u);
}

TEST_F(FitTest, APendingRowWaitsForItsConclusion) {
  CheckRow row = Row();
  row["verdict"] = "检验中";
  EXPECT_EQ(Send({row}).filled, 0);
  EXPECT_TRUE(IsHeld());
  row["verdict"] = "合格";
  EXPECT_EQ(Send({row}).filled, 1);
  EXPECT_FALSE(IsHeld());
}

TEST_F(FitTest, AFailureThatFillsAHoldOpensItsCaseAndIsProposed) {
  CheckRow row = Row();
  row["verdict"] = "不合格";
  row["severity"] = "一般";
  Send({row});
  EXPECT_EQ(File().grade.grade, "C");
  Draw("T2", rules::Purpose::kFollowUp, usci_, line_);
  CheckRow again = Row();
  again["verdict"] = "不合格";
  again["severity"] = "一般";
  again["sampled"] = "2026-05-30";
  const ImportResultsAnswer answer = Send({again});
  EXPECT_EQ(answer.filled, 1);
  EXPECT_EQ(answer.proposals, 1);
  EXPECT_EQ(File().grade.grade, "D");
}

TEST_F(FitTest, WhoMayNotRecordForTheAuthorityFillsNothing) {
  const auto answer = Write(
      "li", [&](store::Transaction& tx) -> absl::StatusOr<ImportResultsAnswer> {
        ASSIGN_OR_RETURN(const Mandate none,
                         Mandate::Of(tx, {"li", Speaker::Kind::kBound}));
        const std::vector<CheckRow> rows = {Row()};
        return ImportResults(tx, book_, today(),
                             {Mandate::ForAll(), rows, none});
      });
  ASSERT_OK(answer);
  EXPECT_EQ(answer->import.created, 1);
  EXPECT_EQ(answer->filled, 0);
  EXPECT_TRUE(IsHeld());
}

class RecordManyTest : public FitTest {
 protected:
  ResultRow Typed(std::int32_t row) {
    ResultRow typed;
    typed.row = row;
    typed.usci = usci_.str();
    typed.line_id = line_.str();
    typed.sampled = "2026/5/20";
    typed.verdict = "合格";
    typed.report_no = "JC-" + std::to_string(row);
    return typed;
  }
  ImportResultsAnswer RecordAll(const std::vector<ResultRow>& rows) {
    auto answer = Write([&](store::Transaction& tx) {
      return RecordResults(tx, book_, today(), {TaskId("T1"), rows});
    });
    EXPECT_OK(answer);
    return answer.value_or(ImportResultsAnswer());
  }
};

TEST_F(RecordManyTest, EachRowIsRecordedOrRefusedByItself) {
  ResultRow by_product = Typed(2);
  by_product.line_id.clear();
  by_product.product_name = "毛巾";
  by_product.standard = "GB 4706.1-2005";
  by_product.trademark = "无";
  by_product.model = "70cm*140cm";
  ResultRow undrawn = Typed(3);
  undrawn.line_id = LineOf(usci_, "浴巾").str();
  ResultRow malformed = Typed(4);
  malformed.sampled = "2026-02-30";
  ResultRow second = Typed(5);
  const ImportResultsAnswer answer =
      RecordAll({by_product, undrawn, malformed, second});
  EXPECT_EQ(answer.import.read, 4);
  EXPECT_EQ(answer.import.created, 1);
  EXPECT_EQ(answer.filled, 1);
  const std::vector<std::pair<int, std::string>> refused = {
      {3, "LINE_NOT_DRAWN"}, {4, "INVALID_DATE"}, {5, "HOLD_NOT_OPEN"}};
  ASSERT_EQ(answer.import.refused.size(), refused.size());
  for (std::size_t i = 0; i < refused.size(); ++i) {
    EXPECT_EQ(answer.import.refused[i].row, refused[i].first);
    EXPECT_EQ(answer.import.refused[i].error.reason, refused[i].second);
  }
  EXPECT_FALSE(IsHeld());
}

TEST_F(RecordManyTest, TheSameFileAgainIsUnchanged) {
  ResultRow row = Typed(2);
  row.items = {{"甲醛含量", "≤75mg/kg", "20", store::Verdict::kPass}};
  EXPECT_EQ(RecordAll({row}).import.created, 1);
  const ImportResultsAnswer again = RecordAll({row});
  EXPECT_EQ(again.import.unchanged, 1);
  EXPECT_EQ(again.import.journal_index, -1);
}

}  // namespace
}  // namespace spotcheck::app
