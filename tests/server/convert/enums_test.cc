#include "server/convert/enums.h"

#include <google/protobuf/descriptor.h>

#include <set>
#include <string>

#include "gtest/gtest.h"
#include "lib/rules/law/policy_words.h"
#include "spotcheck/v1/config.pb.h"

namespace spotcheck::server {
namespace {

// Checks that a table has each number of the proto's enum but UNSPECIFIED,
// under the proto's name for it.
template <typename E>
void ExpectSame(const google::protobuf::EnumDescriptor& list) {
  std::set<int> numbers;
  const std::string prefix = list.value(0)->name().substr(
      0, list.value(0)->name().rfind("UNSPECIFIED"));
  for (const Word<E>& word : kWords<E>) {
    if (word.wire == 0) continue;
    const auto* value = list.FindValueByNumber(word.wire);
    ASSERT_NE(value, nullptr) << list.full_name() << " " << word.wire;
    EXPECT_TRUE(SameLetters(value->name(), prefix + std::string(word.code)))
        << value->name() << " " << word.code;
    numbers.insert(word.wire);
  }
  EXPECT_EQ(static_cast<int>(numbers.size()), list.value_count() - 1)
      << list.full_name();
}

TEST(EnumsTest, EveryTableHasEachValueOfTheProtoUnderItsNumber) {
  ExpectSame<rules::Level>(*v1::Level_descriptor());
  ExpectSame<rules::Purpose>(*v1::Purpose_descriptor());
  ExpectSame<rules::Verdict>(*v1::Verdict_descriptor());
  ExpectSame<rules::Severity>(*v1::Severity_descriptor());
  ExpectSame<HashSuite>(*v1::HashSuite_descriptor());
  ExpectSame<rules::EarlierBy>(*v1::EarlierBy_descriptor());
  ExpectSame<rules::EarlierResult>(*v1::CountedResult_descriptor());
  ExpectSame<rules::IdentityScope>(*v1::SameProduct_descriptor());
  ExpectSame<rules::Anchor>(*v1::Anchor_descriptor());
  ExpectSame<rules::PolicyEffect>(*v1::PolicyEffect_descriptor());
  ExpectSame<rules::CreditKind>(*v1::CreditEventKind_descriptor());
}

TEST(EnumsTest, UnspecifiedHasAMeaningWhereTheContractGivesOne) {
  EXPECT_EQ(FromProto(v1::LEVEL_UNSPECIFIED), std::nullopt);
  EXPECT_EQ(FromProto(v1::VERDICT_UNSPECIFIED), std::nullopt);
  EXPECT_EQ(FromProto(v1::PURPOSE_UNSPECIFIED), rules::Purpose::kRoutine);
  EXPECT_EQ(FromProto(v1::SEVERITY_UNSPECIFIED), rules::Severity::kNone);
  EXPECT_EQ(FromProto(v1::HASH_SUITE_UNSPECIFIED), HashSuite::kSha256);
  EXPECT_EQ(FromProto(static_cast<v1::Level>(9)), std::nullopt);
}

}  // namespace
}  // namespace spotcheck::server
