#include "client/io/message_text.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "spotcheck/v1/credit.pb.h"
#include "spotcheck/v1/draw.pb.h"

namespace spotcheck::client {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::testing::HasSubstr;
using ::testing::SizeIs;

v1::BatchGetStatusResponse TwoStatuses() {
  v1::BatchGetStatusResponse answer;
  for (const char* usci : {"U1", "U2"}) {
    v1::Status& status = *answer.add_statuses();
    status.set_usci(usci);
    v1::StatusLine& line = *status.add_lines();
    line.set_line_id(std::string(usci) + "-L");
    line.add_protected_by()->set_policy("P1");
    line.add_protected_by()->set_policy("P2");
  }
  return answer;
}

TEST(MessageTextTest, RowsAreFoundThroughRepeatedFields) {
  const v1::BatchGetStatusResponse answer = TwoStatuses();
  const auto rows = RowsAt(answer, "statuses.lines.protected_by");
  ASSERT_THAT(rows, SizeIs(4));
  EXPECT_EQ(FieldText(rows[3], "policy", Language::kEn), "P2");
  EXPECT_EQ(FieldText(rows[3], "^line_id", Language::kEn), "U2-L");
  EXPECT_EQ(FieldText(rows[3], "^^usci", Language::kEn), "U2");
  EXPECT_THAT(RowsAt(answer, ""), SizeIs(1));
  EXPECT_THAT(RowsAt(answer, "no_such"), SizeIs(0));
}

TEST(MessageTextTest, FieldsAreTextInTheLanguage) {
  v1::Task task;
  task.set_level(v1::LEVEL_PROVINCIAL);
  task.add_categories("甲");
  task.add_categories("乙");
  (*task.mutable_weights())["A"] = 1;
  task.set_journal_index(7);
  const Lineage row = {&task};
  const auto text = [&](const char* field) {
    return FieldText(row, field, Language::kEn);
  };
  EXPECT_EQ(text("level"), "provincial");
  EXPECT_EQ(FieldText(row, "level", Language::kZh), "省级");
  EXPECT_EQ(FieldText(row, "level", {Language::kZh, Codes::kKept}),
            "PROVINCIAL");
  EXPECT_EQ(text("purpose"), "");
  EXPECT_EQ(text("categories"), "甲; 乙");
  EXPECT_EQ(text("weights"), "A=1");
  EXPECT_EQ(text("journal_index"), "7");
  EXPECT_EQ(text("unknown"), "");

  v1::Consequence consequence;
  consequence.mutable_reason()->set_zh("因");
  consequence.mutable_reason()->set_en("why");
  EXPECT_EQ(FieldText({&consequence}, "reason", Language::kZh), "因");
  EXPECT_EQ(FieldText({&consequence}, "reason", Language::kEn), "why");

  v1::RecordResultResponse recorded;
  recorded.mutable_grade()->set_grade("AA");
  EXPECT_EQ(FieldText({&recorded}, "grade.grade", Language::kEn), "AA");
}

TEST(MessageTextTest, JsonHasProtoNamesAndDefaults) {
  v1::StratumPreview stratum;
  stratum.set_in_scope(3);
  EXPECT_THAT(MessageJson(stratum, JsonLayout::kOneLine),
              IsOkAndHolds("{\"stratum\":\"\",\"in_scope\":3,\"eligible\":0,"
                           "\"excluded\":{},\"weight\":0}\n"));
}

TEST(MessageTextTest, AStatusThatIsNotKnownIsNeitherListedNorNot) {
  v1::Status status;
  EXPECT_EQ(FieldText({&status}, "listed", Language::kEn), "");
  status.set_listed(false);
  EXPECT_EQ(FieldText({&status}, "listed", Language::kEn), "no");
  const auto json = MessageJson(status, JsonLayout::kOneLine);
  ASSERT_TRUE(json.ok());
  EXPECT_NE(json->find("\"listed\":false"), std::string::npos);
}

}  // namespace
}  // namespace spotcheck::client
