#include "lib/rules/law/product_key.h"

#include <set>

#include "lib/base/status_matchers.h"
#include "tests/rules/law/fixtures.h"

namespace spotcheck::rules {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusReasonIs;
using testing::Towel;
using testing::UsciIn;

TEST(NormaliseFieldTest, FoldsWhatDoesNotTellProductsApart) {
  const struct {
    std::string_view raw;
    std::string_view normal;
  } kCases[] = {
      {"", ""},
      {"毛巾", "毛巾"},
      {"  毛 巾\t", "毛巾"},
      {"毛\u3000巾\u00a0", "毛巾"},
      {"ＸＬ", "xl"},
      {"GB/T 22864-2009", "gb/t22864-2009"},
      {"STRASSE", "strasse"},
      {"Straße", "strasse"},
      {"70cm*140cm", "70cmx140cm"},
      {"70cm×140cm", "70cmx140cm"},
      {"70cm x 140cm", "70cmx140cm"},
      {"70cm × 140cm", "70cmx140cm"},
      {"70CM＊140CM", "70cmx140cm"},
      {"1400*800×750mm", "1400x800x750mm"},
      {"长×宽", "长x宽"},
      {"*5", "*5"},
      {"5*", "5*"},
      {"5**6", "5**6"},
      {"(5)×6", "(5)×6"},
      {"无", ""},
      {" 无 ", ""},
      {"—", ""},
      {"——", ""},
      {"-", ""},
      {"－", ""},
      {"/", ""},
      {"／", ""},
      {"N/A", ""},
      {"n/a", ""},
      {"Ｎ／Ａ", ""},
      {"无锡", "无锡"},
      {"无糖", "无糖"},
      {"A-", "a-"},
      {"12V/2A", "12v/2a"},
  };
  for (const auto& c : kCases) {
    EXPECT_THAT(NormaliseField(c.raw), IsOkAndHolds(std::string(c.normal)))
        << c.raw;
  }
}

TEST(NormaliseFieldTest, DoesNothingTheSecondTime) {
  for (const std::string_view raw : {"70CM ＊ 140cm", "Ｎ／Ａ", "e \u0301",
                                     "\u00b4x", "ǅ × ﬃ", "１２Ｖ／２Ａ"}) {
    const auto once = NormaliseField(raw);
    ASSERT_OK(once);
    EXPECT_THAT(NormaliseField(*once), IsOkAndHolds(*once)) << raw;
  }
}

TEST(NormaliseFieldTest, RefusesTextThatIsNotUtf8) {
  EXPECT_THAT(NormaliseField("\xff"), StatusReasonIs("INVALID_UTF8"));
  EXPECT_THAT(NormaliseName("\xc3"), StatusReasonIs("INVALID_UTF8"));
}

TEST(NormaliseNameTest, KeepsWhatAFieldWouldEmptyOrUnify) {
  EXPECT_THAT(NormaliseName(" 宁夏 Ａ*Ｂ 公司"),
              IsOkAndHolds(std::string("宁夏a*b公司")));
  EXPECT_THAT(NormaliseName("无"), IsOkAndHolds(std::string("无")));
}

TEST(NormaliseProductTest, EmptiesPlaceholdersButNeverTheName) {
  const auto product =
      NormaliseProduct({"枸 杞", "GB/T 18672-2014", "—", "500g/袋"});
  ASSERT_OK(product);
  EXPECT_EQ(*product,
            (ProductIdentity{"枸杞", "gb/t18672-2014", "", "500g/袋"}));
  EXPECT_THAT(NormaliseProduct({"无", "", "", "500g"}),
              StatusReasonIs("PRODUCT_NAME_EMPTY"));
}

TEST(SameProductTest, ComparesWhatTheScopeNames) {
  const ProductIdentity towel = Towel();
  ProductIdentity brand = towel;
  brand.trademark = "沙湖";
  ProductIdentity standard = towel;
  standard.standard = "q/1";
  ProductIdentity model = towel;
  model.model = "xl";
  ProductIdentity name = towel;
  name.name = "浴巾";
  const struct {
    ProductIdentity other;
    bool by_name_model;
    bool by_all;
  } kCases[] = {{towel, true, true},
                {brand, true, false},
                {standard, true, false},
                {model, false, false},
                {name, false, false}};
  for (const auto& c : kCases) {
    EXPECT_EQ(SameProduct(IdentityScope::kNameModel, towel, c.other),
              c.by_name_model);
    EXPECT_EQ(SameProduct(IdentityScope::kFull, towel, c.other), c.by_all);
  }
}

TEST(MakeLineIdTest, IsTheSameOnEveryMachine) {
  const auto usci = Usci::Parse("91330100799655058B");
  ASSERT_OK(usci);
  EXPECT_EQ(MakeLineId(*usci, Towel()).str(), "LDW0V5RBB02TFTF");
}

TEST(MakeLineIdTest, TellsEveryFieldAndEnterpriseApart) {
  const ProductIdentity towel = Towel();
  std::set<LineId> ids = {MakeLineId(UsciIn("640104", 1), towel),
                          MakeLineId(UsciIn("640104", 2), towel)};
  for (auto field : {&ProductIdentity::name, &ProductIdentity::standard,
                     &ProductIdentity::trademark, &ProductIdentity::model}) {
    ProductIdentity other = towel;
    (other.*field) += "a";
    ids.insert(MakeLineId(UsciIn("640104", 1), other));
  }
  // A character moved from one field to the next is another product.
  ids.insert(MakeLineId(UsciIn("640104", 1), {"ab", "c", "", ""}));
  ids.insert(MakeLineId(UsciIn("640104", 1), {"a", "bc", "", ""}));
  EXPECT_EQ(ids.size(), 8U);
  for (const LineId& id : ids) {
    EXPECT_EQ(id.str().size(), 15U);
    EXPECT_TRUE(IsIdText(id.str()));
  }
}

TEST(NormaliseProductTest, EveryDashOfAStandardOrAModelIsOneDash) {
  for (const char* dash : {"-", "‐", "‑", "‒", "–", "—", "―", "−", "－"}) {
    const std::string d = dash;
    ASSERT_OK_AND_ASSIGN(
        const ProductIdentity product,
        NormaliseProduct({"枸杞", "GB/T 1.1" + d + "2020", "", "A" + d + "1"}));
    EXPECT_EQ(product.standard, "gb/t1.1-2020") << dash;
    EXPECT_EQ(product.model, "a-1") << dash;
    ASSERT_OK_AND_ASSIGN(const ProductIdentity empty,
                         NormaliseProduct({"枸杞", d, "", d + d}));
    EXPECT_EQ(empty.standard, "") << dash;
    EXPECT_EQ(empty.model, "") << dash;
  }
}

TEST(MakeCheckIdTest, EveryDressOfAReportNumberIsOneCheck) {
  const LabId lab("12140000EXN0CYN7XN");
  ASSERT_OK_AND_ASSIGN(const CheckId check, MakeCheckId(lab, "JC-1"));
  for (const char* dress : {"'JC-1", "=\"JC-1\"", "JC—1", "JC\u200B-1",
                            "jc － 1", "\u202DJC-1\u202C"}) {
    EXPECT_EQ(*MakeCheckId(lab, dress), check) << dress;
  }
  EXPECT_NE(*MakeCheckId(lab, "JC1"), check);
}

TEST(MakeCheckIdTest, IsOnePerLaboratoryAndReportNumber) {
  const LabId lab("12140000EXN0CYN7XN");
  EXPECT_THAT(MakeCheckId(lab, "JC2017000000"),
              IsOkAndHolds(CheckId("RS5YZ6GKTKJGEJQ")));
  EXPECT_EQ(*MakeCheckId(lab, "JC2017000000"),
            *MakeCheckId(lab, " ｊｃ2017000000"));
  EXPECT_NE(*MakeCheckId(lab, "JC2017000000"),
            *MakeCheckId(lab, "JC2017000001"));
  EXPECT_NE(*MakeCheckId(lab, "JC2017000000"),
            *MakeCheckId(LabId("12140000UM3CA458FW"), "JC2017000000"));
}

TEST(ParseCategoryTest, AnswersTheCataloguesSpelling) {
  for (const std::string_view category : kCategories) {
    EXPECT_TRUE(IsCategory(category));
    EXPECT_THAT(ParseCategory(category), IsOkAndHolds(std::string(category)));
  }
  EXPECT_THAT(ParseCategory(" 家用电器\u3000"),
              IsOkAndHolds(std::string("家用电器")));
  EXPECT_THAT(ParseCategory("药品"), StatusReasonIs("UNKNOWN_CATEGORY"));
  EXPECT_THAT(ParseCategory(""), StatusReasonIs("UNKNOWN_CATEGORY"));
}

}  // namespace
}  // namespace spotcheck::rules
