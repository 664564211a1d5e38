#include "lib/app/register/read.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/app/common/page.h"
#include "lib/base/status_matchers.h"
#include "tests/app/credit/house.h"

namespace spotcheck::app {
namespace {

using testing::StatusReasonIs;

class RegisterReadTest : public House {
 protected:
  void SetUp() override {
    std::vector<EnterpriseRow> rows;
    for (int i = 1; i <= 5; ++i) {
      rows.push_back(Enterprise(MakeUsci("640181", i)));
      if (i > 3) rows.back()["enterprise_name"] = "银川玻璃厂";
    }
    Import(rows);
    Import({Lab(lab_)});
    Import({Inspector("ZF2"), Inspector("ZF1")});
  }
  absl::StatusOr<Page<EnterpriseAnswer>> List(const ListQuery& query) {
    return Read(
        [&](const store::View& view) { return ListEnterprises(view, query); });
  }
};

TEST_F(RegisterReadTest, WhatIsUnknownIsNotFoundByName) {
  const Usci unknown = MakeUsci("640181", 77);
  EXPECT_THAT(Read([&](const store::View& view) {
                return GetEnterprise(view, unknown);
              }),
              StatusReasonIs("ENTERPRISE_NOT_FOUND"));
  EXPECT_THAT(Read([&](const store::View& view) {
                return ListProducts(view, unknown, {});
              }),
              StatusReasonIs("ENTERPRISE_NOT_FOUND"));
  EXPECT_THAT(Read([&](const store::View& view) {
                return GetProduct(view, MakeUsci("640181", 1), LineId("L1"));
              }),
              StatusReasonIs("PRODUCT_NOT_FOUND"));
  EXPECT_THAT(
      Read([&](const store::View& view) { return GetLab(view, LabId("x")); }),
      StatusReasonIs("LAB_NOT_FOUND"));
  EXPECT_THAT(Read([&](const store::View& view) {
                return GetInspector(view, InspectorId("x"));
              }),
              StatusReasonIs("INSPECTOR_NOT_FOUND"));
}

TEST_F(RegisterReadTest, PagesFollowEachOtherInTheOrderOfCodes) {
  std::vector<Usci> seen;
  ListQuery query{2, "", ""};
  do {
    const auto page = List(query);
    ASSERT_OK(page);
    for (const EnterpriseAnswer& row : page->rows) {
      seen.push_back(row.enterprise.record.usci);
    }
    query.page_token = page->next_page_token;
  } while (!query.page_token.empty());
  ASSERT_EQ(seen.size(), 5u);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
}

TEST_F(RegisterReadTest, AQueryFindsPartsOfNormalisedNamesPageByPage) {
  const auto page = List({1, "", "Ｂ玻璃"});
  ASSERT_OK(page);
  EXPECT_TRUE(page->rows.empty());
  const auto first = List({1, "", "玻璃"});
  ASSERT_OK(first);
  ASSERT_EQ(first->rows.size(), 1u);
  const auto rest = List({1, first->next_page_token, " 玻璃　"});
  ASSERT_OK(rest);
  EXPECT_EQ(rest->rows.size(), 1u);
  EXPECT_EQ(rest->next_page_token, "");
}

TEST_F(RegisterReadTest, EveryWordOfAQueryIsInTheName) {
  const struct {
    std::string query;
    std::size_t found;
  } kCases[] = {{"银川 玻璃", 2}, {"玻璃 银川", 2},      {"厂　银", 2},
                {"银川 酿造", 0}, {"银川\t玻 璃 厂", 2}, {"  ", 5},
                {"玻璃银川", 0}};
  for (const auto& one : kCases) {
    const auto page = List({0, "", one.query});
    ASSERT_OK(page);
    EXPECT_EQ(page->rows.size(), one.found) << one.query;
  }
  EXPECT_THAT(List({0, "", "a b c d e"}), StatusReasonIs("TOO_MANY_WORDS"));
}

TEST_F(RegisterReadTest, EnterprisesOfARegionComeInPagesInTheOrderOfCodes) {
  std::vector<EnterpriseRow> rows;
  for (const char* region : {"640100", "640104", "640181", "650100"}) {
    for (int i = 20; i < 23; ++i) {
      rows.push_back(Enterprise(MakeUsci(region, i)));
    }
  }
  Import(rows);
  const struct {
    std::string region;
    std::size_t found;
  } kCases[] = {{"64", 14}, {"6401", 14},   {"640181", 8}, {"640104", 3},
                {"65", 3},  {"640100", 14}, {"11", 0},     {"0", 17}};
  for (const auto& one : kCases) {
    SCOPED_TRACE(one.region);
    ListQuery query{2, "", ""};
    query.region = Region::Parse(one.region).value();
    std::vector<Usci> seen;
    do {
      const auto page = List(query);
      ASSERT_OK(page);
      for (const EnterpriseAnswer& row : page->rows) {
        seen.push_back(row.enterprise.record.usci);
      }
      query.page_token = page->next_page_token;
    } while (!query.page_token.empty());
    EXPECT_EQ(seen.size(), one.found);
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  }
  ListQuery both{0, "", "玻璃"};
  both.region = Region::Parse("640181").value();
  EXPECT_EQ(List(both)->rows.size(), 2u);
  both.region = Region::Parse("65").value();
  EXPECT_EQ(List(both)->rows.size(), 0u);
}

TEST_F(RegisterReadTest, ATokenServesOnlyTheQuestionItCameFrom) {
  const auto page = List({1, "", "玻璃"});
  ASSERT_OK(page);
  EXPECT_THAT(List({1, page->next_page_token, "毛巾"}),
              StatusReasonIs("INVALID_PAGE_TOKEN"));
  EXPECT_THAT(List({1, "no base64", ""}), StatusReasonIs("INVALID_PAGE_TOKEN"));
  EXPECT_THAT(List({1, "AAAA", ""}), StatusReasonIs("INVALID_PAGE_TOKEN"));
  EXPECT_THAT(List({kMaxPageSize + 1, "", ""}),
              StatusReasonIs("INVALID_PAGE_SIZE"));
  EXPECT_THAT(List({-1, "", ""}), StatusReasonIs("INVALID_PAGE_SIZE"));
}

TEST_F(RegisterReadTest, ProductsOfAllAndOfOneAreSearchedTheSameWay) {
  const Usci first = MakeUsci("640181", 1);
  const Usci second = MakeUsci("640181", 2);
  Import({Product(first, "电水壶"), Product(first, "电饭锅"),
          Product(second, "电水壶")});
  const auto all = Read([&](const store::View& view) {
    return ListProducts(view, std::nullopt, {0, "", "水壶"});
  });
  ASSERT_OK(all);
  EXPECT_EQ(all->rows.size(), 2u);
  const auto one = Read([&](const store::View& view) {
    return ListProducts(view, first, {0, "", "水壶"});
  });
  ASSERT_OK(one);
  EXPECT_EQ(one->rows.size(), 1u);
  const auto page = Read([&](const store::View& view) {
    return ListProducts(view, std::nullopt, {2, "", ""});
  });
  ASSERT_OK(page);
  ASSERT_EQ(page->rows.size(), 2u);
  const auto rest = Read([&](const store::View& view) {
    return ListProducts(view, std::nullopt, {2, page->next_page_token, ""});
  });
  ASSERT_OK(rest);
  EXPECT_EQ(rest->rows.size(), 1u);
}

TEST_F(RegisterReadTest, LabsAndInspectorsAreListedInTheOrderOfTheirIds) {
  const auto labs = Read([&](const store::View& view) {
    return ListLabs(view, {0, "", "质检"});
  });
  ASSERT_OK(labs);
  EXPECT_EQ(labs->rows.size(), 1u);
  const auto none = Read([&](const store::View& view) {
    return ListLabs(view, {0, "", "%"});
  });
  ASSERT_OK(none);
  EXPECT_TRUE(none->rows.empty());
  const auto people = Read([&](const store::View& view) {
    return ListInspectors(view, {1, "", "王"});
  });
  ASSERT_OK(people);
  ASSERT_EQ(people->rows.size(), 1u);
  EXPECT_EQ(people->rows[0].record.inspector.str(), "ZF1");
  const auto rest = Read([&](const store::View& view) {
    return ListInspectors(view, {1, people->next_page_token, "王"});
  });
  ASSERT_OK(rest);
  ASSERT_EQ(rest->rows.size(), 1u);
  EXPECT_EQ(rest->rows[0].record.inspector.str(), "ZF2");
}

TEST_F(RegisterReadTest, AnOddRegionAndAnOddInnerCodeAreWarnings) {
  const Usci odd = MakeUsci("990000", 1);
  Import({Enterprise(odd)});
  const auto found =
      Read([&](const store::View& view) { return GetEnterprise(view, odd); });
  ASSERT_OK(found);
  EXPECT_FALSE(found->warnings.empty());
}

}  // namespace
}  // namespace spotcheck::app
