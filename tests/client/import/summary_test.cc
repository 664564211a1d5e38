#include "client/import/summary.h"

#include "gtest/gtest.h"
#include "spotcheck/v1/credit.pb.h"
#include "spotcheck/v1/register.pb.h"

namespace spotcheck::client {
namespace {

v1::ImportResponse Answer() {
  v1::ImportResponse answer;
  answer.set_read(5);
  answer.set_changed(3);
  answer.set_refused(1);
  v1::FieldCount& state = *answer.add_lost();
  state.set_field("state");
  state.set_rows(1);
  v1::FieldCount& address = *answer.add_lost();
  address.set_field("address");
  address.set_rows(2);
  v1::WordCount& word = *answer.add_unknown_states();
  word.set_word("迁出");
  word.set_rows(2);
  return answer;
}

ImportSummary Twice() {
  ImportSummary summary(EnterpriseTable(), *v1::ImportResponse::descriptor());
  summary.Add(Answer());
  summary.Add(Answer());
  summary.AddRefused(3);
  summary.SetRead(13);
  return summary;
}

TEST(ImportSummaryTest, BatchesAreAddedUp) {
  const Json json = Twice().Show({Format::kJson, Language::kZh});
  EXPECT_EQ(json["read"], 13);
  EXPECT_EQ(json["changed"], 6);
  EXPECT_EQ(json["refused"], 5);
  EXPECT_EQ(json["unchanged"], 0);
  EXPECT_EQ(json["lost"], Json::parse(R"([{"field": "address", "rows": 4},
                            {"field": "state", "rows": 2}])"));
  EXPECT_EQ(json["unknown_states"],
            Json::parse(R"([{"word": "迁出", "rows": 4}])"));
  EXPECT_EQ(json["restored"], Json::array());
  EXPECT_FALSE(json.contains("new_lines"));
}

TEST(ImportSummaryTest, TablesShowCountsInTheReadersWords) {
  EXPECT_EQ(Twice().Show({Format::kTable, Language::kZh})["lost"],
            "注册地址 4; 登记状态 2");
  EXPECT_EQ(Twice().Show({Format::kTable, Language::kEn})["lost"],
            "address 4; state 2");
  EXPECT_EQ(Twice().Show({Format::kCsv, Language::kZh})["unknown_states"],
            "迁出 4");
  EXPECT_EQ(Twice().Show({Format::kTable, Language::kZh})["restored"], "");
}

TEST(ImportSummaryTest, ChecksHaveNoStates) {
  const ImportSummary summary(CheckTable(),
                              *v1::ImportResultsResponse::descriptor());
  const Json json = summary.Show({Format::kJson, Language::kEn});
  EXPECT_EQ(json["severity_assumed"], 0);
  EXPECT_TRUE(json.contains("restored"));
  EXPECT_FALSE(json.contains("lost"));
  EXPECT_FALSE(json.contains("unknown_states"));
}

}  // namespace
}  // namespace spotcheck::client
