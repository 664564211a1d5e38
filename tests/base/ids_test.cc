#include "lib/base/ids.h"

#include <fstream>
#include <map>
#include <sstream>

#include "absl/hash/hash_testing.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/source_dir.h"

namespace spotcheck {
namespace {

using testing::StatusReasonIs;

constexpr char kHuawei[] = "914403001922038216";

using Validator = bool (*)(std::string_view);

bool IsValidUsci(std::string_view text) { return Usci::Parse(text).ok(); }

TEST(IdentifiersTest, EveryRowOfTheVectorsIsJudgedAsStated) {
  const std::map<std::string, Validator> kValidators = {
      {"USCI", IsValidUsci},
      {"ORG", IsValidOrganisationCode},
      {"RID", IsValidResidentId},
      {"GTIN", IsValidGtin},
      {"REG15", IsValidRegistrationNumber},
  };
  std::ifstream file(SourceDir() + "/tests/testdata/vectors/identifiers.tsv");
  std::map<std::string, int> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    std::string type, code, valid;
    std::getline(fields, type, '\t');
    std::getline(fields, code, '\t');
    std::getline(fields, valid, '\t');
    ASSERT_TRUE(kValidators.contains(type)) << line;
    EXPECT_EQ(kValidators.at(type)(code), valid == "1") << line;
    ++rows[type];
  }
  EXPECT_EQ(
      rows,
      (std::map<std::string, int>{
          {"USCI", 35}, {"ORG", 2}, {"RID", 3}, {"GTIN", 5}, {"REG15", 3}}));
}

TEST(IdentifiersTest, AnyChangedDigitIsNoticed) {
  const std::pair<std::string, Validator> kValid[] = {
      {kHuawei, IsValidUsci},
      {"192203821", IsValidOrganisationCode},
      {"440524188001010014", IsValidResidentId},
      {"6901234567892", IsValidGtin},
      {"440301103448669", IsValidRegistrationNumber},
  };
  for (const auto& [code, is_valid] : kValid) {
    ASSERT_TRUE(is_valid(code)) << code;
    for (std::size_t i = 0; i < code.size(); ++i) {
      std::string changed = code;
      changed[i] = static_cast<char>('0' + (code[i] - '0' + 1) % 10);
      EXPECT_FALSE(is_valid(changed)) << changed;
    }
  }
}

TEST(IdentifiersTest, OtherShapesAreRefused) {
  for (const char* text : {"", "69012345678920", "690123456789A", "1234567"}) {
    EXPECT_FALSE(IsValidGtin(text)) << text;
  }
  for (const char* text :
       {"", "11010519491231002x", "11010519491331002X", "1101051949123100"}) {
    EXPECT_FALSE(IsValidResidentId(text)) << text;
  }
  for (const char* text : {"", "19220382-1", "71526726x", "1922038210"}) {
    EXPECT_FALSE(IsValidOrganisationCode(text)) << text;
  }
  EXPECT_FALSE(IsValidRegistrationNumber("44030110344866"));
}

TEST(UsciTest, ParsedCodeGivesItsTextRegionAndInnerCode) {
  ASSERT_OK_AND_ASSIGN(const Usci usci, Usci::Parse(kHuawei));
  EXPECT_EQ(usci.str(), kHuawei);
  EXPECT_EQ(usci.region(), "440300");
  EXPECT_TRUE(HasValidOrganisationCode(usci));
}

TEST(UsciTest, AWrongInnerCodeOrUnknownRegionIsNoRefusal) {
  const std::string first17 = "91990000192203820";
  ASSERT_OK_AND_ASSIGN(const char check, UsciCheckCharacter(first17));
  ASSERT_OK_AND_ASSIGN(const Usci usci, Usci::Parse(first17 + check));
  EXPECT_FALSE(HasValidOrganisationCode(usci));
}

TEST(UsciTest, StrictParsingRefusesWhatLenientParsingFolds) {
  for (const char* text :
       {"9144030071526726xg", "９１４４０３００７１５２６７２６ＸＧ",
        "９１４４０３００７１５２６７２６ｘｇ", "\t9144030071526726XG\r\n",
        "\u30009144030071526726XG\uFEFF"}) {
    EXPECT_THAT(Usci::Parse(text), StatusReasonIs("INVALID_USCI")) << text;
    ASSERT_OK_AND_ASSIGN(const Usci usci, Usci::ParseLenient(text));
    EXPECT_EQ(usci.view(), "9144030071526726XG");
  }
}

TEST(UsciTest, LenientParsingFoldsNothingElse) {
  for (const char* text :
       {"", "91440300-1922038216", "①14403001922038216",
        "91440300192203821\xff", "9144030019220382I6", "九14403001922038216"}) {
    EXPECT_THAT(Usci::ParseLenient(text), StatusReasonIs("INVALID_USCI"))
        << text;
  }
}

TEST(UsciTest, AWrongCheckCharacterIsToldApart) {
  const ErrorInfo wrong_check =
      GetErrorInfo(Usci::Parse("914403001922038217").status());
  EXPECT_EQ(wrong_check.metadata.at("value"), "914403001922038217");
  EXPECT_EQ(wrong_check.metadata.at("expected_check_character"), "6");
  const ErrorInfo too_short =
      GetErrorInfo(Usci::Parse("91440300192203821").status());
  EXPECT_FALSE(too_short.metadata.contains("expected_check_character"));
}

TEST(UsciTest, TheCheckCharacterNeedsSeventeenGoodCharacters) {
  EXPECT_THAT(UsciCheckCharacter("91440300192203821"),
              testing::IsOkAndHolds('6'));
  EXPECT_THAT(UsciCheckCharacter(kHuawei), StatusReasonIs("INVALID_USCI"));
  EXPECT_THAT(UsciCheckCharacter("9144030019220382O"),
              StatusReasonIs("INVALID_USCI"));
}

TEST(RegionTest, TrailingZeroPairsAreStripped) {
  struct Case {
    const char* text;
    const char* digits;
  };
  const Case kCases[] = {{"0", ""},
                         {"64", "64"},
                         {"6400", "64"},
                         {"640000", "64"},
                         {"6401", "6401"},
                         {"640100", "6401"},
                         {"640181", "640181"},
                         {"10", "10"},
                         {"429004", "429004"},
                         {"1400", "14"}};
  for (const Case& c : kCases) {
    ASSERT_OK_AND_ASSIGN(const Region region, Region::Parse(c.text));
    EXPECT_EQ(region.str(), c.digits) << c.text;
  }
}

TEST(RegionTest, OtherTextIsNoRegion) {
  for (const char* text : {"", "6", "640", "64010", "6401811", "00", "0000",
                           "000000", "64 ", "6a", "６４", "-1"}) {
    EXPECT_THAT(Region::Parse(text), StatusReasonIs("INVALID_REGION")) << text;
  }
}

TEST(RegionTest, ARegionContainsItsPartsByPrefix) {
  ASSERT_OK_AND_ASSIGN(const Region ningxia, Region::Parse("640000"));
  EXPECT_TRUE(ningxia.Contains("640181"));
  EXPECT_FALSE(ningxia.Contains("140100"));
  EXPECT_TRUE(Region().Contains("999999"));
  EXPECT_EQ(Region().Label(), "0");
  EXPECT_EQ(ningxia.Label(), "64");
  EXPECT_EQ(Region::Prefix("640181", 4).str(), "6401");
  EXPECT_EQ(Region::Prefix("640181", 0), Region());
}

TEST(IdTextTest, FollowsTheProtocolsGrammar) {
  EXPECT_TRUE(IsIdText("a.B_9-z"));
  EXPECT_TRUE(IsIdText(std::string(64, 'x')));
  for (const std::string& text :
       {std::string(), std::string(65, 'x'), std::string("a/b"),
        std::string("a b"), std::string("灵武"), std::string("a\n")}) {
    EXPECT_FALSE(IsIdText(text)) << text;
  }
  EXPECT_TRUE(IsStratumText("A1"));
  for (const char* text : {"", "a", "ABCDEFGHI", "A-B"}) {
    EXPECT_FALSE(IsStratumText(text)) << text;
  }
}

TEST(IdTest, IdsHashAsTheyCompare) {
  EXPECT_TRUE(absl::VerifyTypeImplementsAbslHashCorrectly(
      {LineId(), LineId("a"), LineId("b")}));
  EXPECT_LT(LineId("a"), LineId("b"));
}

}  // namespace
}  // namespace spotcheck
