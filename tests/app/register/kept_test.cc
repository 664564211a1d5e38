#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/app/register/members.h"
#include "lib/app/register/read.h"
#include "lib/base/status_matchers.h"
#include "tests/app/credit/house.h"

namespace spotcheck::app {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

// As `list -o csv` writes a member.
std::string CellOf(const std::string& value) { return value; }
std::string CellOf(std::int64_t value) { return std::to_string(value); }
std::string CellOf(const std::vector<std::string>& values) {
  return absl::StrJoin(values, "; ");
}
std::string CellOf(const std::vector<Usci>& codes) {
  std::vector<std::string> texts;
  for (const Usci& code : codes) texts.push_back(code.str());
  return CellOf(texts);
}
template <typename Id>
std::string CellOf(const Id& id) {
  return id.str();
}

template <typename Record>
TypedRow<Record> RowOf(const Record& record) {
  TypedRow<Record> row;
  ForEachMember<Record>([&](const auto& member, std::size_t column) {
    row[ColumnsOf<Record>()[column].field] = CellOf(record.*member.at);
    return true;
  });
  return row;
}

class KeptTest : public House {
 protected:
  KeptTest() {
    EnterpriseRow enterprise = Enterprise(usci_);
    enterprise["state"] = "吊销，未注销";
    enterprise["industry"] = "纺织业";
    enterprise["postcode"] = "750400";
    Import({enterprise});
    ProductRow product = Product(usci_, "毛巾");
    product["gtin"] = "6901234567892";
    Import({product});
    LabRow lab = Lab(lab_);
    lab["conflicts"] = usci_.str() + ";" + other_.str();
    lab["state"] = "暂停";
    Import({lab});
    InspectorRow inspector = Inspector("ZF1");
    inspector["recusals"] = usci_.str();
    inspector["state"] = "退休";
    Import({inspector});
  }
  store::EnterpriseRecord StoredEnterprise() {
    return Read([&](const store::View& view) {
             return GetEnterprise(view, usci_);
           })
        ->enterprise.record;
  }
  store::ProductRecord StoredProduct() {
    return Read([&](const store::View& view) {
             return GetProduct(view, usci_, LineOf(usci_, "毛巾"));
           })
        ->product.record;
  }
  store::LabRecord StoredLab() {
    return Read([&](const store::View& view) {
             return GetLab(view, LabId(lab_.str()));
           })
        ->record;
  }
  store::InspectorRecord StoredInspector() {
    return Read([&](const store::View& view) {
             return GetInspector(view, InspectorId("ZF1"));
           })
        ->record;
  }

  const Usci usci_ = MakeUsci("640181", 1);
  const Usci other_ = MakeUsci("640181", 2);
};

TEST_F(KeptTest, WhatARegisterListsChangesNothingWhenItIsImportedAgain) {
  EXPECT_EQ(Import({RowOf(StoredEnterprise())}).unchanged, 1);
  EXPECT_EQ(Import({RowOf(StoredProduct())}).unchanged, 1);
  EXPECT_EQ(Import({RowOf(StoredLab())}).unchanged, 1);
  EXPECT_EQ(Import({RowOf(StoredInspector())}).unchanged, 1);
}

TEST_F(KeptTest, ALineThatOnlyACheckMadeCanBeImportedAsItIsListed) {
  Import({Check(usci_, "浴巾", "2017-05-17")});
  const auto page = Read(
      [&](const store::View& view) { return ListProducts(view, usci_, {}); });
  ASSERT_OK(page);
  int without = 0;
  for (const ProductAnswer& answer : page->rows) {
    without += answer.product.record.category.empty() ? 1 : 0;
    EXPECT_EQ(Import({RowOf(answer.product.record)}).unchanged, 1);
  }
  EXPECT_EQ(without, 1);
}

TEST_F(KeptTest, AnEmptyCategoryNeverTakesOneAwayAndMakesNoLine) {
  ProductRow row = Product(usci_, "毛巾");
  row["category"] = "";
  ProductRow unknown = Product(usci_, "手帕");
  unknown["category"] = " ";
  const ImportAnswer answer = Import({row, unknown});
  ASSERT_EQ(answer.refused.size(), 2u);
  EXPECT_EQ(answer.refused[0].error.reason, "FIELD_MISSING");
  EXPECT_EQ(answer.refused[1].error.reason, "FIELD_MISSING");
}

// A row with the required fields alone.
template <typename Row>
Row Required(const Row& whole, const std::vector<std::string>& fields) {
  Row row;
  for (const std::string& field : fields) row[field] = whole[field];
  return row;
}

TEST_F(KeptTest, AColumnThatTheFileHasNotKeepsWhatStands) {
  const ImportAnswer enterprise =
      Import({Required(Enterprise(usci_), {"usci", "enterprise_name"})});
  EXPECT_EQ(enterprise.unchanged, 1);
  EXPECT_THAT(enterprise.lost, IsEmpty());
  EXPECT_TRUE(StoredEnterprise().deregistered);
  EXPECT_EQ(StoredEnterprise().address, "灵武市");
  EXPECT_EQ(Import({Required(Product(usci_, "毛巾"),
                             {"usci", "product_name", "category", "standard",
                              "trademark", "model"})})
                .unchanged,
            1);
  EXPECT_EQ(StoredProduct().gtin, "6901234567892");
  EXPECT_EQ(Import({Required(Lab(lab_),
                             {"usci", "lab_name", "categories", "capacity"})})
                .unchanged,
            1);
  EXPECT_THAT(StoredLab().conflicts, ElementsAre(usci_, other_));
  EXPECT_FALSE(StoredLab().active);
  EXPECT_EQ(Import({Required(Inspector("ZF1"),
                             {"inspector_id", "person_name", "capacity"})})
                .unchanged,
            1);
  EXPECT_THAT(StoredInspector().recusals, ElementsAre(usci_));
  EXPECT_FALSE(StoredInspector().active);
}

TEST_F(KeptTest, ALineIsFoundByTheTextsThatAFileHas) {
  ProductRow row =
      Required(Product(usci_, "毛巾"), {"usci", "product_name", "category"});
  row["gtin"] = "6901234567809";
  const ImportAnswer found = Import({row});
  EXPECT_EQ(found.changed, 1);
  EXPECT_THAT(found.lost, IsEmpty());
  EXPECT_EQ(StoredProduct().gtin, "6901234567809");
  EXPECT_EQ(StoredProduct().standard, "GB 4706.1-2005");
  EXPECT_EQ(StoredProduct().trademark, "无");

  ProductRow other = Product(usci_, "毛巾");
  other["model"] = "80cm*160cm";
  EXPECT_EQ(Import({other}).created, 1);
  const ImportAnswer several = Import({row});
  ASSERT_EQ(several.refused.size(), 1u);
  EXPECT_EQ(several.refused[0].error.reason, "SEVERAL_LINES");
  row["model"] = "80cm*160cm";
  EXPECT_EQ(Import({row}).changed, 1);
  row["product_name"] = "手帕";
  EXPECT_EQ(Import({row}).created, 1);
}

TEST_F(KeptTest, AnEmptyStandardThatIsGivenIsALineOfItsOwn) {
  ProductRow row = Product(usci_, "毛巾");
  row["standard"] = "";
  EXPECT_EQ(Import({row}).created, 1);
  EXPECT_EQ(StoredProduct().standard, "GB 4706.1-2005");
}

TEST_F(KeptTest, AChangeOfOneFieldKeepsTheFieldsThatAreNotGiven) {
  InspectorRow row =
      Required(Inspector("ZF1"), {"inspector_id", "person_name", "capacity"});
  row["capacity"] = "9";
  const ImportAnswer answer = Import({row});
  EXPECT_EQ(answer.changed, 1);
  EXPECT_THAT(answer.lost, IsEmpty());
  EXPECT_EQ(StoredInspector().capacity, 9);
  EXPECT_THAT(StoredInspector().recusals, ElementsAre(usci_));
}

TEST_F(KeptTest, AnEmptyCellEmptiesAndTheLossIsCountedByField) {
  EnterpriseRow enterprise = Enterprise(usci_);
  enterprise["address"] = "";
  enterprise["state"] = "";
  const ImportAnswer gone = Import({enterprise});
  EXPECT_EQ(gone.changed, 1);
  EXPECT_THAT(gone.lost,
              UnorderedElementsAre(Pair("address", 1), Pair("state", 1)));
  EXPECT_FALSE(StoredEnterprise().deregistered);
  EXPECT_EQ(StoredEnterprise().industry, "纺织业");

  InspectorRow inspector = Inspector("ZF1");
  inspector["recusals"] = "";
  EXPECT_THAT(Import({inspector}).lost,
              UnorderedElementsAre(Pair("recusals", 1)));
  EXPECT_THAT(StoredInspector().recusals, IsEmpty());
  EXPECT_FALSE(StoredInspector().active);
}

TEST_F(KeptTest, AListThatGetsShorterLosesAValue) {
  LabRow row = Lab(lab_);
  row["conflicts"] = other_.str();
  EXPECT_THAT(Import({row}).lost, UnorderedElementsAre(Pair("conflicts", 1)));
  row["conflicts"] = other_.str() + ";" + usci_.str();
  const ImportAnswer more = Import({row});
  EXPECT_EQ(more.changed, 1);
  EXPECT_THAT(more.lost, IsEmpty());
}

TEST_F(KeptTest, ADateThatIsTheSameDayInAnotherSpellingChangesNothing) {
  const struct {
    const char* stands;
    const char* given;
  } kSame[] = {{"2010/3/4", "2010-03-04"},
               {"2010年3月4日", "40241"},
               {"N/A", ""},
               {"——", "长期"}};
  for (const auto& [stands, given] : kSame) {
    store::EnterpriseRecord older = StoredEnterprise();
    older.registered_on = stands;
    ASSERT_OK(Append(store::EnterprisesImported{{older}}));
    EnterpriseRow row = Enterprise(usci_);
    row["registered_on"] = given;
    const ImportAnswer answer = Import({row});
    EXPECT_EQ(answer.unchanged, 1) << stands;
    EXPECT_THAT(answer.lost, IsEmpty()) << stands;
  }
}

TEST_F(KeptTest, UnknownStatesCountAsInBusinessAndAreNamed) {
  EnterpriseRow first = Enterprise(usci_);
  first["state"] = "公告注销异议中";
  EnterpriseRow second = Enterprise(other_);
  second["state"] = " 公告注销异议中 ";
  EnterpriseRow known = Enterprise(MakeUsci("640181", 3));
  known["state"] = "拟注销";
  const ImportAnswer answer = Import({first, second, known});
  EXPECT_THAT(answer.unknown_states,
              UnorderedElementsAre(Pair("公告注销异议中", 2)));
  EXPECT_FALSE(StoredEnterprise().deregistered);
}

}  // namespace
}  // namespace spotcheck::app
