#include "lib/rules/law/authority.h"

#include "lib/base/status_matchers.h"
#include "tests/rules/law/fixtures.h"

namespace spotcheck::rules {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusReasonIs;
using testing::RegionOf;
using testing::UsciIn;

TEST(ParseLevelTest, ReadsEnglishAndChineseNames) {
  const struct {
    std::string_view text;
    Level level;
  } kCases[] = {
      {"national", Level::kNational},   {"国家", Level::kNational},
      {"国家级", Level::kNational},     {"provincial", Level::kProvincial},
      {"省", Level::kProvincial},       {"省级", Level::kProvincial},
      {"自治区级", Level::kProvincial}, {"直辖市级", Level::kProvincial},
      {"city", Level::kCity},           {"市级", Level::kCity},
      {"地市级", Level::kCity},         {"county", Level::kCounty},
      {"县级", Level::kCounty},         {"区级", Level::kCounty},
      {"区县级", Level::kCounty},       {" 省级 ", Level::kProvincial},
      {"Ｎational", Level::kNational},  {"NATIONAL", Level::kNational},
      {"\u3000县级\t", Level::kCounty},
  };
  for (const auto& c : kCases) {
    EXPECT_THAT(ParseLevel(c.text), IsOkAndHolds(c.level)) << c.text;
  }
}

TEST(ParseLevelTest, RefusesEverythingElse) {
  for (const std::string_view text :
       {"", "级", "乡级", "state", "国", "级省"}) {
    EXPECT_THAT(ParseLevel(text), StatusReasonIs("UNKNOWN_LEVEL")) << text;
  }
}

TEST(AuthorityOfTaskTest, CutsTheRegionToTheLevel) {
  const struct {
    Level level;
    std::string_view region;
    std::string_view expected;
  } kCases[] = {
      {Level::kNational, "0", ""},          {Level::kNational, "640181", ""},
      {Level::kProvincial, "64", "64"},     {Level::kProvincial, "6401", "64"},
      {Level::kCity, "6401", "6401"},       {Level::kCity, "640181", "6401"},
      {Level::kCounty, "640181", "640181"},
  };
  for (const auto& c : kCases) {
    const auto body = AuthorityOfTask("局", c.level, RegionOf(c.region));
    ASSERT_OK(body);
    EXPECT_EQ(body->region.str(), c.expected) << c.region;
  }
}

TEST(AuthorityOfTaskTest, RefusesALevelFinerThanTheRegion) {
  const struct {
    Level level;
    std::string_view region;
  } kCases[] = {
      {Level::kProvincial, "0"}, {Level::kCity, "0"},      {Level::kCity, "64"},
      {Level::kCounty, "64"},    {Level::kCounty, "6401"},
  };
  for (const auto& c : kCases) {
    EXPECT_THAT(AuthorityOfTask("局", c.level, RegionOf(c.region)),
                StatusReasonIs("LEVEL_NEEDS_REGION"));
  }
}

TEST(AuthorityOverTest, StandsOverTheEnterprisesRegion) {
  const Usci usci = UsciIn("640181", 1);
  EXPECT_EQ(AuthorityOver("局", Level::kNational, usci).region.str(), "");
  EXPECT_EQ(AuthorityOver("局", Level::kProvincial, usci).region.str(), "64");
  EXPECT_EQ(AuthorityOver("局", Level::kCity, usci).region.str(), "6401");
  EXPECT_EQ(AuthorityOver("局", Level::kCounty, usci).region.str(), "640181");
}

TEST(SameAuthorityTest, NeedsNameLevelAndRegion) {
  const Authority body{"市质监局", Level::kCity, RegionOf("6401")};
  Authority other = body;
  EXPECT_TRUE(SameAuthority(body, other));
  other.name = "市质监局 ";
  EXPECT_FALSE(SameAuthority(body, other));
  other = body;
  other.level = Level::kCounty;
  EXPECT_FALSE(SameAuthority(body, other));
  other = body;
  other.region = RegionOf("6402");
  EXPECT_FALSE(SameAuthority(body, other));
}

TEST(IsSuperiorTest, NeedsAHigherLevelAndARegionThatHoldsTheOther) {
  const Authority nation{"总局", Level::kNational, Region()};
  const Authority ningxia{"局", Level::kProvincial, RegionOf("64")};
  const Authority shanxi{"局", Level::kProvincial, RegionOf("14")};
  const Authority yinchuan{"局", Level::kCity, RegionOf("6401")};
  const Authority lingwu{"局", Level::kCounty, RegionOf("640181")};
  EXPECT_TRUE(IsSuperior(nation, ningxia));
  EXPECT_TRUE(IsSuperior(nation, lingwu));
  EXPECT_TRUE(IsSuperior(ningxia, yinchuan));
  EXPECT_TRUE(IsSuperior(yinchuan, lingwu));
  EXPECT_FALSE(IsSuperior(ningxia, nation));
  EXPECT_FALSE(IsSuperior(ningxia, ningxia));
  EXPECT_FALSE(IsSuperior(ningxia, shanxi));
  EXPECT_FALSE(IsSuperior(shanxi, yinchuan));
  EXPECT_FALSE(IsSuperior(lingwu, yinchuan));
}

TEST(CoversAuthorityTest, AGrantCoversItsOwnBodyInAnySpellingAndBodiesBeneath) {
  const Authority yinchuan{"银川市市场监管局", Level::kCity, RegionOf("6401")};
  const struct {
    const char* name;
    Level level;
    const char* region;
    bool covered;
  } kCases[] = {
      {"银川市市场监管局", Level::kCity, "6401", true},
      {"银川市 市场监管局", Level::kCity, "6401", true},
      {"银川市市场监管局\u3000", Level::kCity, "6401", true},
      {"灵武市市场监管局", Level::kCounty, "640181", true},
      {"银川市市场监管局", Level::kCounty, "640181", true},
      // Another body of the same level and region.
      {"银川市药监局", Level::kCity, "6401", false},
      // Elsewhere.
      {"银川市市场监管局", Level::kCity, "6402", false},
      {"惠农区市场监管局", Level::kCounty, "640205", false},
      // Above.
      {"银川市市场监管局", Level::kProvincial, "64", false},
      {"银川市市场监管局", Level::kNational, "0", false},
  };
  for (const auto& one : kCases) {
    const Authority other{one.name, one.level, RegionOf(one.region)};
    EXPECT_EQ(CoversAuthority(yinchuan, other), one.covered)
        << one.name << " " << one.region;
  }
}

TEST(CoversAuthorityTest, ANameThatIsNoTextCoversNothing) {
  const Authority broken{"\xff", Level::kCity, RegionOf("6401")};
  EXPECT_FALSE(CoversAuthority(broken, broken));
}

}  // namespace
}  // namespace spotcheck::rules
