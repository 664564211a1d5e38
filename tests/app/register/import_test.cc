#include "lib/app/register/import.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/app/register/read.h"
#include "lib/base/status_matchers.h"
#include "tests/app/credit/house.h"

namespace spotcheck::app {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class RegisterImportTest : public House {
 protected:
  store::EnterpriseRecord Stored(const Usci& usci) {
    auto found = Read(
        [&](const store::View& view) { return GetEnterprise(view, usci); });
    EXPECT_OK(found);
    return found.ok() ? found->enterprise.record : store::EnterpriseRecord();
  }

  Usci usci_ = MakeUsci("640181", 1);
};

TEST_F(RegisterImportTest, ANewRowIsCreatedAndImportingItAgainChangesNothing) {
  const ImportAnswer first = Import({Enterprise(usci_)});
  EXPECT_EQ(first.read, 1);
  EXPECT_EQ(first.created, 1);
  EXPECT_EQ(first.journal_index, 0);
  const ImportAnswer second = Import({Enterprise(usci_)});
  EXPECT_EQ(second.unchanged, 1);
  EXPECT_EQ(second.journal_index, -1);
  EXPECT_EQ(JournalSize(), 1);
}

TEST_F(RegisterImportTest, TheSameKeyWithOtherContentIsChanged) {
  Import({Enterprise(usci_)});
  EnterpriseRow moved = Enterprise(usci_);
  moved["address"] = "银川市";
  const ImportAnswer answer = Import({moved});
  EXPECT_EQ(answer.changed, 1);
  EXPECT_EQ(answer.journal_index, 1);
  EXPECT_EQ(Stored(usci_).address, "银川市");
}

TEST_F(RegisterImportTest, TheLastRowOfABatchWinsAndTheBatchAgainIsUnchanged) {
  EnterpriseRow first = Enterprise(usci_);
  EnterpriseRow last = Enterprise(usci_);
  last["enterprise_name"] = "后来的名称";
  const ImportAnswer once = Import({first, last});
  EXPECT_EQ(once.created, 1);
  EXPECT_EQ(once.changed, 1);
  EXPECT_EQ(Stored(usci_).name, "后来的名称");
  const ImportAnswer twice = Import({first, last});
  EXPECT_EQ(twice.unchanged, 2);
  EXPECT_EQ(twice.journal_index, -1);
}

TEST_F(RegisterImportTest, ASupersededRowIsAppliedOnlyWhereItsKeyIsNew) {
  EnterpriseRow early = Enterprise(usci_);
  early.place.superseded = true;
  early["enterprise_name"] = "先前的名称";
  EXPECT_EQ(Import({early}).created, 1);
  EXPECT_EQ(Import({Enterprise(usci_)}).changed, 1);
  EXPECT_EQ(Import({early}).unchanged, 1);
  EXPECT_EQ(Stored(usci_).name, "灵武毛巾有限公司");
}

TEST_F(RegisterImportTest, OneBadRowIsRefusedWithItsLineAndTheOthersStand) {
  EnterpriseRow bad = Enterprise(usci_);
  bad.place.row = 7;
  bad["usci"] = "91140107110045883A";
  const ImportAnswer answer = Import({bad, Enterprise(usci_)});
  EXPECT_EQ(answer.read, 2);
  EXPECT_EQ(answer.created, 1);
  ASSERT_EQ(answer.refused.size(), 1u);
  EXPECT_EQ(answer.refused[0].row, 7);
  EXPECT_EQ(answer.refused[0].error.reason, "INVALID_USCI");
  EXPECT_FALSE(answer.refused[0].error.message.zh.empty());
}

TEST_F(RegisterImportTest, CodesAreFoldedFromFullWidthAndLowerCase) {
  EnterpriseRow row = Enterprise(MakeUsci("640181", 35));
  std::string wide;
  for (const char c : row["usci"]) {
    wide += c >= '0' && c <= '9'
                ? std::string("\xEF\xBC") + static_cast<char>(0x90 + (c - '0'))
                : std::string(1, static_cast<char>(c | 32));
  }
  row["usci"] = " " + wide + "　";
  EXPECT_EQ(Import({row}).created, 1);
  EXPECT_EQ(Stored(MakeUsci("640181", 35)).registered_on, "");
}

struct BadField {
  const char* name;
  void (*spoil)(EnterpriseRow&);
  const char* reason;
};
const BadField kBadFields[] = {
    {"no name", [](EnterpriseRow& r) { r["enterprise_name"] = " 　"; },
     "FIELD_MISSING"},
    {"long name",
     [](EnterpriseRow& r) { r["enterprise_name"] = std::string(201, 'x'); },
     "FIELD_TOO_LONG"},
    {"huge scope",
     [](EnterpriseRow& r) { r["scope"] = std::string(10'000'000, 'x'); },
     "FIELD_TOO_LONG"},
    {"not UTF-8", [](EnterpriseRow& r) { r["kind"] = "\xC3\x28"; },
     "FIELD_NOT_UTF8"},
    {"NUL", [](EnterpriseRow& r) { r["city"] = std::string("a\0b", 3); },
     "FIELD_CONTROL_CHARACTER"},
    {"line break in a name",
     [](EnterpriseRow& r) { r["enterprise_name"] = "a\nb"; },
     "FIELD_CONTROL_CHARACTER"},
    {"a name that reads from the right",
     [](EnterpriseRow& r) { r["enterprise_name"] = "灵武\u202E毛巾"; },
     "FIELD_CONTROL_CHARACTER"},
    {"a name with a character that is not seen",
     [](EnterpriseRow& r) { r["enterprise_name"] = "灵武\u200B毛巾"; },
     "FIELD_CONTROL_CHARACTER"},
    {"registered in years to come",
     [](EnterpriseRow& r) { r["registered_on"] = "2999/1/1"; },
     "REGISTERED_IN_FUTURE"},
    {"code not UTF-8", [](EnterpriseRow& r) { r["usci"] = "\xFF\xFE"; },
     "INVALID_USCI"},
};

TEST_F(RegisterImportTest, BadFieldsAreRefusedByName) {
  for (const BadField& bad : kBadFields) {
    EnterpriseRow row = Enterprise(usci_);
    bad.spoil(row);
    const ImportAnswer answer = Import({row});
    ASSERT_EQ(answer.refused.size(), 1u) << bad.name;
    EXPECT_EQ(answer.refused[0].error.reason, bad.reason) << bad.name;
  }
  EXPECT_EQ(JournalSize(), 0);
}

TEST_F(RegisterImportTest, ARegistrationDateIsADayOrNothingAndRefusesNoRow) {
  const struct {
    const char* typed;
    const char* stored;
  } kCases[] = {
      {"2010-03-04", "2010-03-04"},
      {"2010年3月4日", "2010-03-04"},
      {"20100304", "2010-03-04"},
      {"2010/3/4 0:00:00", "2010-03-04"},
      {"40241", "2010-03-04"},
      {"", ""},
      {"N/A", ""},
      {"——", ""},
      {"长期", ""},
      {"NULL", ""},
      {"2010-02-30", ""},
      {"去年", ""},
      {"\xFF", ""},
  };
  for (const auto& c : kCases) {
    EnterpriseRow row = Enterprise(usci_);
    row["registered_on"] = c.typed;
    EXPECT_TRUE(Import({row}).refused.empty()) << c.typed;
    EXPECT_EQ(Stored(usci_).registered_on, c.stored) << c.typed;
  }
  EnterpriseRow row = Enterprise(usci_);
  row["registered_on"] = today().ToString();
  EXPECT_TRUE(Import({row}).refused.empty());
  row["registered_on"] = today().AddDays(1).ToString();
  EXPECT_EQ(Import({row}).refused.size(), 1u);
}

TEST_F(RegisterImportTest, LineBreaksInScopeAndAddressBecomeSpaces) {
  EnterpriseRow row = Enterprise(usci_);
  row["scope"] = "毛巾\n浴巾\t手帕";
  row["address"] = "灵武市\r东塔镇";
  Import({row});
  EXPECT_EQ(Stored(usci_).scope, "毛巾 浴巾 手帕");
  EXPECT_EQ(Stored(usci_).address, "灵武市 东塔镇");
}

TEST_F(RegisterImportTest, TheIndustryIsKeptAsTyped) {
  EnterpriseRow row = Enterprise(usci_);
  row["industry"] = "纺织业（毛巾）";
  EXPECT_EQ(Import({row}).created, 1);
  EXPECT_EQ(Stored(usci_).industry, "纺织业（毛巾）");
  row["industry"] = std::string(201, 'x');
  EXPECT_EQ(Import({row}).refused.size(), 1u);
}

TEST_F(RegisterImportTest, AnOddPostcodeIsKeptAsTyped) {
  for (const char* typed : {"", "750400", "７５０４００", "不详"}) {
    EnterpriseRow row = Enterprise(usci_);
    row["postcode"] = typed;
    EXPECT_TRUE(Import({row}).refused.empty()) << typed;
    EXPECT_EQ(Stored(usci_).postcode, typed);
  }
}

TEST_F(RegisterImportTest, TheStateTellsWhetherTheEnterpriseIsGone) {
  EnterpriseRow row = Enterprise(usci_);
  row["state"] = "吊销，未注销";
  Import({row});
  EXPECT_TRUE(Stored(usci_).deregistered);
}

TEST_F(RegisterImportTest, TheSameProductInAnotherSpellingIsOneLine) {
  Import({Enterprise(usci_)});
  EXPECT_EQ(Import({Product(usci_, "毛巾")}).created, 1);
  ProductRow other = Product(usci_, "毛 巾");
  other["model"] = "７０ＣＭ×１４０ｃｍ";
  other["trademark"] = "—";
  EXPECT_EQ(Import({other}).changed, 1);
  const auto page = Read(
      [&](const store::View& view) { return ListProducts(view, usci_, {}); });
  ASSERT_OK(page);
  ASSERT_EQ(page->rows.size(), 1u);
  EXPECT_EQ(page->rows[0].product.record.model, "７０ＣＭ×１４０ｃｍ");
}

TEST_F(RegisterImportTest, AProductNeedsAKnownEnterpriseAndCategory) {
  Import({Enterprise(usci_)});
  ProductRow stranger = Product(MakeUsci("640181", 2), "毛巾");
  ProductRow odd = Product(usci_, "毛巾");
  odd["category"] = "航天器";
  const ImportAnswer answer = Import({stranger, odd});
  ASSERT_EQ(answer.refused.size(), 2u);
  EXPECT_EQ(answer.refused[0].error.reason, "UNKNOWN_ENTERPRISE");
  EXPECT_EQ(answer.refused[1].error.reason, "UNKNOWN_CATEGORY");
}

TEST_F(RegisterImportTest, AWrongGtinIsKeptAndOnlyWarnedOf) {
  Import({Enterprise(usci_)});
  ProductRow row = Product(usci_, "毛巾");
  row["gtin"] = "6901234567890";
  EXPECT_EQ(Import({row}).created, 1);
  const auto found = Read([&](const store::View& view) {
    return GetProduct(view, usci_, LineOf(usci_, "毛巾"));
  });
  ASSERT_OK(found);
  EXPECT_EQ(found->product.record.gtin, "6901234567890");
  EXPECT_EQ(found->warnings.size(), 1u);
}

TEST_F(RegisterImportTest, LabsReadTheirListsInAnyOfThreeSeparators) {
  LabRow row = Lab(lab_);
  row["categories"] = "家用电器；食品及相关产品、家用电器";
  row["conflicts"] = usci_.str() + ";" + MakeUsci("640181", 2).str() + "；";
  row["capacity"] = "８０";
  EXPECT_EQ(Import({row}).created, 1);
  const auto lab = Read(
      [&](const store::View& view) { return GetLab(view, LabId(lab_.str())); });
  ASSERT_OK(lab);
  EXPECT_THAT(lab->record.categories,
              ElementsAre("家用电器", "食品及相关产品"));
  EXPECT_THAT(lab->record.conflicts, ElementsAre(usci_, MakeUsci("640181", 2)));
  EXPECT_EQ(lab->record.capacity, 80);
  EXPECT_TRUE(lab->record.active);
}

TEST_F(RegisterImportTest, LabsWithWrongCodesOrCapacitiesAreRefused) {
  LabRow conflict = Lab(lab_);
  conflict["conflicts"] = "91140107110045883A";
  LabRow none = Lab(lab_);
  none["capacity"] = "0";
  LabRow many = Lab(lab_);
  many["capacity"] = "1000001";
  LabRow idle = Lab(lab_);
  idle["categories"] = ";";
  const ImportAnswer answer = Import({conflict, none, many, idle});
  ASSERT_EQ(answer.refused.size(), 4u);
  EXPECT_EQ(answer.refused[0].error.reason, "INVALID_LISTED_CODE");
  EXPECT_EQ(answer.refused[1].error.reason, "INVALID_CAPACITY");
  EXPECT_EQ(answer.refused[2].error.reason, "INVALID_CAPACITY");
  EXPECT_EQ(answer.refused[3].error.reason, "LAB_WITHOUT_CATEGORY");
}

TEST_F(RegisterImportTest, InspectorsAreSealedAndFoundByTheirFoldedBadge) {
  InspectorRow row = Inspector("ｚｆ1400000");
  row["state"] = "停职";
  EXPECT_EQ(Import({row}).created, 1);
  EXPECT_EQ(Import({row}).unchanged, 1);
  const auto found = Read([&](const store::View& view) {
    return GetInspector(view, InspectorId("ZF1400000"));
  });
  ASSERT_OK(found);
  EXPECT_EQ(found->record.person_name, "王伟");
  EXPECT_FALSE(found->record.active);
  const auto leaf = Read([](const store::View& view) { return view.Leaf(0); });
  ASSERT_OK(leaf);
  EXPECT_EQ(leaf->find("王伟"), std::string::npos);
}

TEST_F(RegisterImportTest, TooManyRowsAreRefusedAsAWhole) {
  const std::vector<EnterpriseRow> rows(kMaxImportRows + 1);
  const auto answer = Write(
      [&](store::Transaction& tx) { return ImportEnterprises(tx, rows); });
  EXPECT_THAT(answer, testing::StatusReasonIs("TOO_MANY_ROWS"));
}

}  // namespace
}  // namespace spotcheck::app
