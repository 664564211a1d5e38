#include "lib/store/read/search.h"

#include <algorithm>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "lib/rules/law/product_key.h"
#include "lib/store/tables/search_index.h"
#include "tests/store/samples.h"

namespace spotcheck::store {
namespace {

using testing::SampleEnterprise;
using testing::SampleProduct;
using testing::SampleUsci;
using testing::TestDatabase;

constexpr std::int64_t kAll = 100'000;

// No word for the empty query.
std::vector<std::string> WordsOf(const std::string& query) {
  if (query.empty()) return {};
  return {query};
}

class SearchTest : public ::testing::Test {
 protected:
  absl::Status Import(int n, const std::string& name) {
    EnterpriseRecord row = SampleEnterprise(n);
    row.name = name;
    return db_.Append({{EnterprisesImported{{row}}, {}}});
  }
  std::vector<Usci> Find(const std::string& text, const Usci& after = Usci(),
                         std::int64_t limit = kAll) {
    std::vector<Usci> found;
    EXPECT_OK(db_->Read([&](const View& view) -> absl::Status {
      ASSIGN_OR_RETURN(const std::string query, rules::NormaliseName(text));
      ASSIGN_OR_RETURN(found,
                       SearchEnterprises(view, {WordsOf(query)}, after, limit));
      return absl::OkStatus();
    }));
    return found;
  }
  TestDatabase db_;
};

struct SearchCase {
  const char* query;
  std::vector<int> found;
};

constexpr const char* kNames[] = {"宁夏百瑞源枸杞股份有限公司",
                                  "灵武市 ABC 乳业（集团）",
                                  "枸杞之乡",
                                  "a_b%c*d\"e'",
                                  "源",
                                  "中中中国",
                                  "𠮷野家餐饮",
                                  "OR AND NOT near"};

const SearchCase kCases[] = {
    {"枸杞", {0, 2}},
    {"杞枸", {}},
    {"源", {0, 4}},
    {"源枸", {0}},
    {"公司", {0}},
    {"有限公司", {0}},
    {"司", {0}},
    {"abc乳", {1}},
    {"ＡＢＣ 乳", {1}},
    {"(集团)", {1}},
    {"中国", {5}},
    {"中中国", {5}},
    {"中中中中", {}},
    {"%", {3}},
    {"_b%", {3}},
    {"*", {3}},
    {"\"e'", {3}},
    {"𠮷", {6}},
    {"𠮷野", {6}},
    {"吉野", {}},
    {"and", {7}},
    {"orand", {7}},
    {"near", {7}},
    {"宁夏百瑞源枸杞股份有限公司", {0}},
    {"宁夏百瑞源枸杞股份有限公司x", {}},
};

TEST_F(SearchTest, FindsEveryPartOfANameAndNothingElse) {
  int n = 0;
  for (const char* name : kNames) ASSERT_OK(Import(n++, name));
  for (const SearchCase& c : kCases) {
    std::vector<Usci> expected;
    for (const int i : c.found) expected.push_back(SampleUsci(i));
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(Find(c.query), expected) << c.query;
  }
  EXPECT_EQ(Find("").size(), std::size(kNames));
}

TEST_F(SearchTest, EveryWordIsInTheName) {
  int n = 0;
  for (const char* name : kNames) ASSERT_OK(Import(n++, name));
  const struct {
    std::vector<std::string> words;
    std::size_t found;
  } kWordCases[] = {
      {{"枸杞", "宁夏"}, 1}, {{"杞", "乡"}, 1}, {{"枸杞", "乳业"}, 0},
      {{"中", "国"}, 1},     {{"%", "_"}, 1},   {{"枸", "杞", "股份", "司"}, 1},
  };
  for (const auto& one : kWordCases) {
    EXPECT_OK(db_->Read([&](const View& view) -> absl::Status {
      ASSIGN_OR_RETURN(const auto found,
                       SearchEnterprises(view, {one.words}, Usci(), kAll));
      EXPECT_EQ(found.size(), one.found) << ::testing::PrintToString(one.words);
      return absl::OkStatus();
    }));
  }
}

TEST_F(SearchTest, ARenamedEnterpriseIsFoundByItsNewNameOnly) {
  ASSERT_OK(Import(1, "旧名称工厂"));
  ASSERT_OK(Import(1, "新名字工厂"));
  EXPECT_TRUE(Find("旧名").empty());
  EXPECT_TRUE(Find("旧").empty());
  EXPECT_EQ(Find("新名").size(), 1u);
  EXPECT_EQ(Find("工厂").size(), 1u);
}

TEST_F(SearchTest, ARolledBackNameIsNotFound) {
  ASSERT_OK(Import(1, "旧名称"));
  EXPECT_FALSE(db_->Write({.actor = "a"},
                          [](Transaction& tx) -> absl::StatusOr<std::string> {
                            EnterpriseRecord row = SampleEnterprise(1);
                            row.name = "新名字";
                            RETURN_IF_ERROR(
                                tx.Append(EnterprisesImported{{row}}).status());
                            return absl::AbortedError("no");
                          })
                   .ok());
  EXPECT_TRUE(Find("新").empty());
  EXPECT_EQ(Find("旧名").size(), 1u);
}

// More names than the index is asked for: the walk gives the same answers.
TEST_F(SearchTest, PagesOfAFrequentPartAreCompleteAndSorted) {
  constexpr int kMany = 2'600;
  EnterprisesImported event;
  std::vector<Usci> all;
  for (int n = 0; n < kMany; ++n) {
    event.rows.push_back(SampleEnterprise(n));
    all.push_back(SampleUsci(n));
  }
  std::sort(all.begin(), all.end());
  ASSERT_OK(db_.Append({{event, {}}}));
  for (const char* query : {"有限公司", "司", "有限", ""}) {
    std::vector<Usci> found;
    while (true) {
      const auto page = Find(query, found.empty() ? Usci() : found.back(), 700);
      if (page.empty()) break;
      found.insert(found.end(), page.begin(), page.end());
    }
    EXPECT_EQ(found, all) << query;
  }
  EXPECT_EQ(Find("第1234枸").size() + Find("第1234家").size(), 1u);
}

TEST_F(SearchTest, ProductsAreFoundByEnterpriseAndLine) {
  EnterprisesImported enterprises;
  ProductsImported products;
  for (int n = 0; n < 4; ++n) enterprises.rows.push_back(SampleEnterprise(n));
  for (int n = 0; n < 12; ++n) products.rows.push_back(SampleProduct(n));
  ASSERT_OK(db_.Append({{enterprises, {}}, {products, {}}}));
  EXPECT_OK(db_->Read([&](const View& view) -> absl::Status {
    ASSIGN_OR_RETURN(const auto one,
                     SearchProducts(view, {"枸杞11号"}, LineKey(), kAll));
    EXPECT_THAT(one, ::testing::ElementsAre(LineKey{SampleProduct(11).usci,
                                                    SampleProduct(11).line}));
    ASSIGN_OR_RETURN(const auto all,
                     SearchProducts(view, {"枸杞"}, LineKey(), kAll));
    EXPECT_EQ(all.size(), 12u);
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end()));
    ASSIGN_OR_RETURN(const auto rest,
                     SearchProducts(view, {"枸杞"}, all[6], kAll));
    EXPECT_EQ(rest.size(), 5u);
    return absl::OkStatus();
  }));
}

TEST(NamePairs, SpellEachCharacterInFourDigits) {
  EXPECT_EQ(NamePairs(""), "");
  EXPECT_EQ(NamePairs("a"), "002p0000");
  EXPECT_EQ(NamePairs("ab"), "002p002q 002q0000");
  EXPECT_EQ(PairQuery("a"), "002p*");
  EXPECT_EQ(PairQuery("ab"), "002p002q");
}

}  // namespace
}  // namespace spotcheck::store
