#include "lib/base/entropy.h"

#include <set>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace spotcheck {
namespace {

TEST(EntropyTest, FakeEntropyRepeatsItselfForTheSameSeedOnly) {
  FakeEntropy a(7);
  FakeEntropy b(7);
  FakeEntropy other(8);
  const std::string first = a.Bytes(40);
  EXPECT_EQ(first.size(), 40u);
  EXPECT_EQ(first, b.Bytes(40));
  EXPECT_NE(first, other.Bytes(40));
  EXPECT_EQ(a.Bytes(5), b.Bytes(5));
}

TEST(EntropyTest, FakeEntropyNeverGivesTheSameBytesTwice) {
  FakeEntropy entropy(1);
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(entropy.Bytes(16));
  EXPECT_EQ(seen.size(), 1000u);
}

TEST(EntropyTest, SystemEntropyGivesAsManyFreshBytesAsAsked) {
  SystemEntropy entropy;
  EXPECT_EQ(entropy.Bytes(0), "");
  EXPECT_EQ(entropy.Bytes(1000).size(), 1000u);
  EXPECT_NE(entropy.Bytes(32), entropy.Bytes(32));
}

TEST(EntropyTest, UuidsAreRandomVersionFour) {
  constexpr char kShape[] =
      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
  FakeEntropy entropy(3);
  std::set<std::string> seen;
  for (int i = 0; i < 200; ++i) {
    const std::string uuid = NewUuid(entropy);
    EXPECT_THAT(uuid, ::testing::MatchesRegex(kShape));
    seen.insert(uuid);
  }
  EXPECT_EQ(seen.size(), 200u);
}

}  // namespace
}  // namespace spotcheck
