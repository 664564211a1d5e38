#include "lib/base/sealer.h"

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"

namespace spotcheck {
namespace {

using testing::IsOkAndHolds;
using testing::StatusReasonIs;

const std::string kMaster(32, 'm');

TEST(SealerTest, WhatIsSealedOpens) {
  const Sealer sealer(kMaster);
  for (const std::string& plain :
       {std::string(), std::string("灵武"), std::string(1000000, 'x'),
        std::string("\0\xff", 2)}) {
    EXPECT_THAT(sealer.Open("c", sealer.Seal("c", plain)), IsOkAndHolds(plain));
  }
  EXPECT_THAT(sealer.Open("", sealer.Seal("", "x")),
              IsOkAndHolds(std::string("x")));
}

TEST(SealerTest, SealingIsDeterministicAndHidesTheText) {
  const std::string plain = "a secret of some length";
  const std::string sealed = Sealer(kMaster).Seal("c", plain);
  EXPECT_EQ(sealed, Sealer(kMaster).Seal("c", plain));
  EXPECT_EQ(sealed.size(), 12 + plain.size() + 16);
  EXPECT_EQ(sealed.find("secret"), std::string::npos);
}

TEST(SealerTest, NoncesDifferByContextAndByText) {
  const Sealer sealer(kMaster);
  const std::string nonce = sealer.Seal("c", "x").substr(0, 12);
  EXPECT_NE(nonce, sealer.Seal("d", "x").substr(0, 12));
  EXPECT_NE(nonce, sealer.Seal("c", "y").substr(0, 12));
  EXPECT_NE(nonce, Sealer(std::string(32, 'n')).Seal("c", "x").substr(0, 12));
}

TEST(SealerTest, AnotherContextOrKeyDoesNotOpen) {
  const Sealer sealer(kMaster);
  const std::string sealed = sealer.Seal("c", "x");
  EXPECT_THAT(sealer.Open("d", sealed), StatusReasonIs("SEAL_BROKEN"));
  EXPECT_THAT(Sealer(std::string(32, 'n')).Open("c", sealed),
              StatusReasonIs("SEAL_BROKEN"));
}

TEST(SealerTest, EveryChangedByteIsNoticed) {
  const Sealer sealer(kMaster);
  const std::string sealed = sealer.Seal("c", "text");
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    std::string changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_THAT(sealer.Open("c", changed), StatusReasonIs("SEAL_BROKEN")) << i;
    EXPECT_THAT(sealer.Open("c", sealed.substr(0, i)),
                StatusReasonIs("SEAL_BROKEN"))
        << i;
  }
  EXPECT_THAT(sealer.Open("c", sealed + "x"), StatusReasonIs("SEAL_BROKEN"));
}

TEST(SealerTest, TagsTellLabelsValuesAndKeysApart) {
  const Sealer sealer(kMaster);
  EXPECT_EQ(sealer.Tag("a", "bc"), Sealer(kMaster).Tag("a", "bc"));
  EXPECT_NE(sealer.Tag("a", "bc"), sealer.Tag("ab", "c"));
  EXPECT_NE(sealer.Tag("a", "bc"), sealer.Tag("a", "bd"));
  EXPECT_NE(sealer.Tag("a", "bc"), Sealer(std::string(32, 'n')).Tag("a", "bc"));
}

TEST(SealerDeathTest, AMasterKeyOfAnotherSizeStopsTheProcess) {
  EXPECT_DEATH(Sealer("short"), "fatal");
}

}  // namespace
}  // namespace spotcheck
