#include "lib/app/credit/results.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/app/credit/house.h"

namespace spotcheck::app {
namespace {

using testing::StatusReasonIs;

class ResultsTest : public House {
 protected:
  void SetUp() override {
    Import({Enterprise(first_), Enterprise(second_)});
    Import({Lab(lab_)});
    Import({Product(first_, "毛巾"), Product(second_, "电水壶")});
    std::vector<CheckRow> checks = {Check(first_, "毛巾", "2026-05-20"),
                                    Check(first_, "毛巾", "2026-03-01"),
                                    Check(second_, "电水壶", "2026-04-15")};
    checks[2]["verdict"] = "不合格";
    checks[2]["severity"] = "一般";
    Import(checks);
  }
  std::vector<std::string> Found(ResultsQuery query) {
    std::vector<std::string> days;
    do {
      const auto page = Read(
          [&](const store::View& view) { return ListResults(view, query); });
      EXPECT_OK(page);
      if (!page.ok()) return days;
      for (const store::StoredCheck& check : page->rows) {
        days.push_back(check.record.sampled.ToString());
      }
      query.page_token = page->next_page_token;
    } while (!query.page_token.empty());
    return days;
  }
  Usci first_ = MakeUsci("640181", 1);
  Usci second_ = MakeUsci("650100", 2);
};

using Days = std::vector<std::string>;

TEST_F(ResultsTest, AllComeInTheOrderOfDaysPageByPage) {
  const Days all = {"2026-03-01", "2026-04-15", "2026-05-20"};
  ResultsQuery query;
  EXPECT_EQ(Found(query), all);
  query.page_size = 1;
  EXPECT_EQ(Found(query), all);
}

TEST_F(ResultsTest, ACheckFitsEveryFilterThatIsGiven) {
  ResultsQuery query;
  query.filter.usci = first_;
  EXPECT_EQ(Found(query), (Days{"2026-03-01", "2026-05-20"}));
  query.filter.from = CivilDate(2026, 3, 2);
  EXPECT_EQ(Found(query), (Days{"2026-05-20"}));
  query.filter.to = CivilDate(2026, 5, 19);
  EXPECT_EQ(Found(query), Days());
  query = {};
  query.filter.to = CivilDate(2026, 4, 15);
  EXPECT_EQ(Found(query), (Days{"2026-03-01", "2026-04-15"}));
  query = {};
  query.filter.verdict = rules::Verdict::kFail;
  EXPECT_EQ(Found(query), (Days{"2026-04-15"}));
  query = {};
  query.filter.region = Region::Parse("65").value();
  EXPECT_EQ(Found(query), (Days{"2026-04-15"}));
  query = {};
  query.filter.level = rules::Level::kNational;
  EXPECT_EQ(Found(query).size(), 3u) << "national is the level 0";
  query.filter.level = rules::Level::kCounty;
  EXPECT_EQ(Found(query), Days());
  query = {};
  query.filter.lab = LabId(lab_.str());
  EXPECT_EQ(Found(query).size(), 3u);
  query.filter.lab = LabId(first_.str());
  EXPECT_EQ(Found(query), Days());
  query = {};
  query.filter.task = TaskId("T1");
  EXPECT_EQ(Found(query), Days());
}

TEST_F(ResultsTest, ACategoryIsOneOfTheLawsAndATokenOfOneQuestion) {
  ResultsQuery query;
  query.filter.category = "毛衣";
  EXPECT_THAT(
      Read([&](const store::View& view) { return ListResults(view, query); }),
      StatusReasonIs("UNKNOWN_CATEGORY"));
  query = {};
  query.page_size = 1;
  const auto page =
      Read([&](const store::View& view) { return ListResults(view, query); });
  ASSERT_OK(page);
  query.page_token = page->next_page_token;
  query.filter.usci = first_;
  EXPECT_THAT(
      Read([&](const store::View& view) { return ListResults(view, query); }),
      StatusReasonIs("INVALID_PAGE_TOKEN"));
}

}  // namespace
}  // namespace spotcheck::app
