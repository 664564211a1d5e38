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
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

class IdentifiersTest : public House {
 protected:
  IdentifiersTest() {
    Import({Enterprise(usci_)});
    Import({Product(usci_, "毛巾")});
    Import({Lab(lab_)});
  }
  const Usci usci_ = MakeUsci("640181", 1);
};

// What spreadsheets and messengers put around an identifier.
std::vector<std::string> Dresses(const std::string& plain) {
  std::string inner = plain;
  inner.insert(plain.size() / 2, "\u200B");
  return {"'" + plain,      "=\"" + plain + "\"",        "\uFEFF" + plain,
          plain + "\u200E", "\u202A" + plain + "\u202C", inner,
          "\u00AD" + plain};
}

TEST_F(IdentifiersTest, OneReportCountsOnceInWhateverDress) {
  CheckRow check = Check(usci_, "毛巾", "2017-05-17");
  check["report_no"] = "JC2017-1";
  ASSERT_EQ(Import({check}).import.created, 1);
  std::vector<std::string> dresses = Dresses("JC2017-1");
  for (const char* other :
       {"JC2017—1", "JC2017－1", "ｊｃ2017–1", "JC 2017-1", "JC2017−1"}) {
    dresses.push_back(other);
  }
  for (const std::string& dress : dresses) {
    check["report_no"] = dress;
    const ImportResultsAnswer answer = Import({check});
    EXPECT_EQ(answer.import.unchanged, 1) << dress;
    EXPECT_THAT(answer.import.refused, IsEmpty()) << dress;
  }
  check["verdict"] = "不合格";
  check["report_no"] = "'JC2017-1";
  EXPECT_EQ(Import({check}).import.refused.at(0).error.reason,
            "REPORT_NUMBER_CONFLICT");
}

TEST_F(IdentifiersTest, CodesOfACheckAreRestoredAndCountedByField) {
  CheckRow check = Check(usci_, "毛巾", "2017-05-17");
  check["usci"] = "'" + usci_.str();
  check["lab"] = "=\"" + lab_.str() + "\"";
  check["report_no"] = "2017001.0";
  const ImportAnswer answer = Import({check}).import;
  EXPECT_EQ(answer.created, 1);
  EXPECT_THAT(answer.restored,
              UnorderedElementsAre(Pair("usci", 1), Pair("lab", 1),
                                   Pair("report_no", 1)));
}

TEST_F(IdentifiersTest, EveryRegisterReadsItsIdentifiersInEveryDress) {
  for (const std::string& dress : Dresses(usci_.str())) {
    EnterpriseRow row = Enterprise(usci_);
    row["usci"] = dress;
    const ImportAnswer answer = Import({row});
    EXPECT_EQ(answer.unchanged, 1) << dress;
    EXPECT_THAT(answer.restored, UnorderedElementsAre(Pair("usci", 1)));
  }
  for (const std::string& dress : Dresses("6901234567892")) {
    ProductRow row = Product(usci_, "毛巾");
    row["gtin"] = dress;
    EXPECT_THAT(Import({row}).restored, UnorderedElementsAre(Pair("gtin", 1)));
    const auto line = Read([&](const store::View& view) {
      return GetProduct(view, usci_, LineOf(usci_, "毛巾"));
    });
    EXPECT_EQ(line->product.record.gtin, "6901234567892");
  }
  Import({Inspector("ZF14-001")});
  for (const std::string& dress : Dresses("ZF14-001")) {
    EXPECT_EQ(Import({Inspector(dress)}).unchanged, 1) << dress;
  }
  EXPECT_EQ(Import({Inspector("ＺＦ14—001")}).unchanged, 1);
  for (const std::string& dress : Dresses(lab_.str())) {
    LabRow row = Lab(lab_);
    row["usci"] = dress;
    row["accreditation"] = "'CMA1";
    EXPECT_EQ(Import({row}).unchanged, 1) << dress;
  }
}

TEST_F(IdentifiersTest, CodesOfAListAreRestoredEach) {
  InspectorRow row = Inspector("ZF1");
  row["recusals"] = "'" + usci_.str() + ";" + lab_.str() + "\u200B";
  const ImportAnswer answer = Import({row});
  EXPECT_EQ(answer.created, 1);
  EXPECT_THAT(answer.restored, UnorderedElementsAre(Pair("recusals", 1)));
  const auto found = Read([&](const store::View& view) {
    return GetInspector(view, InspectorId("ZF1"));
  });
  EXPECT_THAT(found->record.recusals, ElementsAre(usci_, lab_));
}

TEST_F(IdentifiersTest, WhatPartsAListIsNoDress) {
  InspectorRow row = Inspector("ZF1");
  for (const char* between : {";", "；", "、", "，", ", ", "\n", "; "}) {
    row["recusals"] = usci_.str() + between + lab_.str();
    const ImportAnswer answer = Import({row});
    EXPECT_THAT(answer.refused, IsEmpty()) << between;
    EXPECT_THAT(answer.restored, IsEmpty()) << between;
  }
}

void ExpectIsNumber(const std::vector<RefusedRow>& refused) {
  ASSERT_EQ(refused.size(), 1u);
  const Localized& message = refused[0].error.message;
  EXPECT_THAT(message.en, HasSubstr("a spreadsheet turned it into a number; "
                                    "format the column as text"));
  EXPECT_THAT(message.zh, HasSubstr("设为文本格式"));
}

TEST_F(IdentifiersTest, WhatASpreadsheetCutIsRefusedInEveryField) {
  EnterpriseRow enterprise = Enterprise(usci_);
  enterprise["usci"] = "9.11E+17";
  ExpectIsNumber(Import({enterprise}).refused);
  ProductRow product = Product(usci_, "毛巾");
  product["gtin"] = "6.90E+12";
  ExpectIsNumber(Import({product}).refused);
  LabRow lab = Lab(lab_);
  lab["usci"] = "1.214E+17";
  ExpectIsNumber(Import({lab}).refused);
  ExpectIsNumber(Import({Inspector("6.4E+11")}).refused);
  InspectorRow inspector = Inspector("ZF1");
  inspector["recusals"] = "9.11E+17";
  ExpectIsNumber(Import({inspector}).refused);
  CheckRow check = Check(usci_, "毛巾", "2017-05-17");
  check["report_no"] = "2.01700E+11";
  ExpectIsNumber(Import({check}).import.refused);
}

TEST_F(IdentifiersTest, ACapacityIsANumberInEveryDress) {
  LabRow row = Lab(lab_);
  for (const char* typed : {"80", "80.0", "'80", "８０", "=\"80\""}) {
    row["capacity"] = typed;
    EXPECT_EQ(Import({row}).unchanged, 1) << typed;
  }
  for (const char* typed : {"8E+1", "80.5", "0.0", "八十"}) {
    row["capacity"] = typed;
    const auto refused = Import({row}).refused;
    ASSERT_EQ(refused.size(), 1u) << typed;
    EXPECT_EQ(refused[0].error.reason, "INVALID_CAPACITY") << typed;
  }
}

TEST_F(IdentifiersTest, AnInvisibleCharacterIsNamed) {
  EnterpriseRow name = Enterprise(usci_);
  name["enterprise_name"] = "灵武\u200B毛巾";
  const auto refused = Import({name}).refused;
  ASSERT_EQ(refused.size(), 1u);
  EXPECT_THAT(refused[0].error.message.zh, HasSubstr("U+200B 零宽空格"));
  EXPECT_THAT(refused[0].error.message.en, HasSubstr("zero width space"));
  EXPECT_EQ(refused[0].error.metadata.at("value"), "U+200B");
}

TEST_F(IdentifiersTest, WordsWithoutASpreadsheetStayAsTyped) {
  ProductRow row = Product(usci_, "毛巾");
  for (const char* typed : {"无", "——", "690-1234", "N/A"}) {
    row["gtin"] = typed;
    const ImportAnswer answer = Import({row});
    EXPECT_THAT(answer.refused, IsEmpty()) << typed;
    EXPECT_THAT(answer.restored, IsEmpty()) << typed;
    const auto line = Read([&](const store::View& view) {
      return GetProduct(view, usci_, LineOf(usci_, "毛巾"));
    });
    EXPECT_EQ(line->product.record.gtin, typed);
  }
}

// A line as a version stored it for which the long dash was a character of its
// own: under an id that the normal form of today does not give.
class OlderLineTest : public IdentifiersTest {
 protected:
  OlderLineTest() {
    store::ProductRecord line;
    line.usci = usci_;
    line.line = LineId("LOLD");
    line.product_name = "浴巾";
    line.category = "家用电器";
    line.standard = "GB 4706.1—2005";
    line.trademark = "无";
    line.model = "70cm*140cm";
    EXPECT_OK(Append(store::ProductsImported{{line}}));
  }
  std::size_t Lines() {
    return Read([&](const store::View& view) {
             return ListProducts(view, usci_, {});
           })
        ->rows.size();
  }
};

TEST_F(OlderLineTest, IsFoundByAShortDashAndKeepsItsId) {
  ASSERT_EQ(Lines(), 2u);
  ProductRow row = Product(usci_, "浴巾");
  row["gtin"] = "6901234567892";
  EXPECT_EQ(Import({row}).changed, 1);
  EXPECT_EQ(Lines(), 2u);
  const auto line = Read([&](const store::View& view) {
    return GetProduct(view, usci_, LineId("LOLD"));
  });
  ASSERT_OK(line);
  EXPECT_EQ(line->product.record.gtin, "6901234567892");
  EXPECT_EQ(line->product.record.standard, "GB 4706.1-2005");
}

TEST_F(OlderLineTest, TakesTheChecksOfEitherDash) {
  CheckRow check = Check(usci_, "浴巾", "2017-05-17");
  const ImportResultsAnswer answer = Import({check});
  EXPECT_EQ(answer.new_lines, 0);
  check["standard"] = "GB 4706.1–2005";
  EXPECT_EQ(Import({check}).import.unchanged, 1);
  EXPECT_EQ(Lines(), 2u);
}

TEST_F(OlderLineTest, TwoLinesThatMeetAreEachFoundByTheirOwnTexts) {
  // A third dash was a third line.
  store::ProductRecord other;
  other.usci = usci_;
  other.line = LineId("LOLDER");
  other.product_name = "浴巾";
  other.category = "家用电器";
  other.standard = "GB 4706.1–2005";
  other.trademark = "无";
  other.model = "70cm*140cm";
  EXPECT_OK(Append(store::ProductsImported{{other}}));
  for (const char* standard : {"GB 4706.1—2005", "GB 4706.1–2005"}) {
    ProductRow row = Product(usci_, "浴巾");
    row["standard"] = standard;
    EXPECT_EQ(Import({row}).unchanged, 1) << standard;
  }
}

}  // namespace
}  // namespace spotcheck::app
