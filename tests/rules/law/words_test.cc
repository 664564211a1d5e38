#include "lib/rules/law/words.h"

#include "gtest/gtest.h"
#include "lib/base/hash_words.h"
#include "lib/rules/draw/words.h"
#include "lib/rules/law/list_names.h"

namespace spotcheck {
namespace {

using rules::Level;
using rules::ListState;
using rules::Purpose;
using rules::Severity;
using rules::Verdict;

TEST(WordsTest, AWordOfEitherLanguageOrACodeNamesTheValue) {
  for (const char* typed : {"不合格", "fail", "FAIL", "Fail", "未通过"}) {
    EXPECT_EQ(FromTyped<Verdict>(typed), Verdict::kFail) << typed;
  }
  for (const char* typed : {"省级", "provincial", "PROVINCIAL"}) {
    EXPECT_EQ(FromTyped<Level>(typed), Level::kProvincial) << typed;
  }
  for (const char* typed : {"例行", "例行抽查", "ROUTINE", "routine"}) {
    EXPECT_EQ(FromTyped<Purpose>(typed), Purpose::kRoutine) << typed;
  }
  for (const char* typed : {"FOLLOW_UP", "follow-up", "跟踪抽查"}) {
    EXPECT_EQ(FromTyped<Purpose>(typed), Purpose::kFollowUp) << typed;
  }
  EXPECT_EQ(FromTyped<Severity>("严重"), Severity::kSerious);
  EXPECT_EQ(FromTyped<ListState>("撤销"), ListState::kRevoked);
  EXPECT_EQ(FromTyped<HashSuite>("sm3"), HashSuite::kSm3);
  EXPECT_EQ(FromTyped<Verdict>("合"), std::nullopt);
  EXPECT_EQ(FromTyped<Verdict>(""), std::nullopt);
}

TEST(WordsTest, StoredCodesAreReadStrictly) {
  EXPECT_EQ(FromCode<Verdict>("PASS"), Verdict::kPass);
  EXPECT_EQ(FromCode<Verdict>("pass"), std::nullopt);
  EXPECT_EQ(FromCode<Verdict>("合格"), std::nullopt);
  EXPECT_EQ(FromCode<Severity>(""), Severity::kNone);
  EXPECT_EQ(CodeOf(Level::kCounty), "county");
}

TEST(WordsTest, NumbersOfTheWireAreKnownOrNot) {
  EXPECT_EQ(FromWire<Verdict>(2), Verdict::kFail);
  EXPECT_EQ(FromWire<Verdict>(0), std::nullopt);
  EXPECT_EQ(FromWire<Verdict>(4), std::nullopt);
  EXPECT_EQ(FromWire<Severity>(0), Severity::kNone);
  EXPECT_EQ(FromWire<ListState>(kNoWire), std::nullopt);
}

TEST(WordsTest, AListIsKnownByItsNameInEitherLanguage) {
  EXPECT_EQ(rules::ListCode("质量黑名单"), "QUALITY_BLACKLIST");
  EXPECT_EQ(rules::ListCode("Quality Blacklist"), "QUALITY_BLACKLIST");
  EXPECT_EQ(rules::ListCode("LOCAL_LIST"), "LOCAL_LIST");
  EXPECT_EQ(rules::FindListName("LOCAL_LIST"), nullptr);
}

}  // namespace
}  // namespace spotcheck
