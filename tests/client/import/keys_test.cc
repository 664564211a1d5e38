#include "client/import/keys.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/client/scratch.h"

namespace spotcheck::client {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::testing::ElementsAre;

absl::StatusOr<std::vector<bool>> Find(const ImportTable& table,
                                       const std::string& text) {
  const Scratch scratch;
  return FindSuperseded(scratch.Write("f.csv", text), table, Encoding::kUtf8);
}

TEST(ImportKeysTest, OnlyTheLastRowOfAnEnterpriseStands) {
  EXPECT_THAT(
      Find(EnterpriseTable(),
           "usci,name\n"
           "911401071101882788,a\n"
           "91140781113030687G,b\n"
           "９１1401071101882788,c\n"
           "91140781113030687g,d\n"
           "not a code,e\n"
           "not a code,f\n"),
      IsOkAndHolds(ElementsAre(true, true, false, false, false, false)));
}

TEST(ImportKeysTest, ProductsAreComparedAsTheRegisterDoes) {
  EXPECT_THAT(Find(ProductTable(),
                   "usci,product_name,category,standard,trademark,model\n"
                   "911401071101882788,毛 巾,服装服饰产品,GB/T 1,无,70*140\n"
                   "911401071101882788,毛巾,服装服饰产品,gb/t 1,—,70×140\n"
                   "911401071101882788,毛巾,服装服饰产品,GB/T 1,无,70*141\n"
                   "91140781113030687G,毛巾,服装服饰产品,GB/T 1,无,70*140\n"),
              IsOkAndHolds(ElementsAre(true, false, false, false)));
}

TEST(ImportKeysTest, TheDressOfAKeyDoesNotMatter) {
  EXPECT_THAT(Find(EnterpriseTable(),
                   "usci,name\n"
                   "'911401071101882788,a\n"
                   "911401071101882788.0,b\n"
                   "9114 0107 1101 8827 88,c\n"),
              IsOkAndHolds(ElementsAre(true, true, false)));
  EXPECT_THAT(Find(InspectorTable(),
                   "执法证号,姓名,每次任务上限\n'ZF-1,a,1\nzf—1,b,1\n"),
              IsOkAndHolds(ElementsAre(true, false)));
  EXPECT_THAT(Find(ProductTable(),
                   "usci,product_name,category,standard,trademark,model\n"
                   "911401071101882788,毛巾,x,GB/T 1—2020,无,A–1\n"
                   "911401071101882788,毛巾,x,GB/T 1-2020,无,A-1\n"),
              IsOkAndHolds(ElementsAre(true, false)));
}

TEST(ImportKeysTest, RefusedRowsSupersedeNothing) {
  EXPECT_THAT(Find(EnterpriseTable(),
                   "usci,name\n"
                   "911401071101882788,a\n"
                   "911401071101882788,\xFF\n"),
              IsOkAndHolds(ElementsAre(false, false)));
}

TEST(ImportKeysTest, InspectorsAreToldByTheirNumber) {
  EXPECT_THAT(Find(InspectorTable(),
                   "执法证号,姓名,每次任务上限\nZF1,a,1\nzf1 ,b,1\nZF2,c,1\n"),
              IsOkAndHolds(ElementsAre(true, false, false)));
}

}  // namespace
}  // namespace spotcheck::client
