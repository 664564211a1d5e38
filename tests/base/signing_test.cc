#include "lib/base/signing.h"

#include <openssl/err.h>

#include "gtest/gtest.h"
#include "lib/base/bytes.h"
#include "lib/base/status_matchers.h"

namespace spotcheck {
namespace {

using testing::IsOkAndHolds;
using testing::StatusReasonIs;

std::string Unhex(std::string_view hex) { return HexDecode(hex).value(); }

// RFC 8032 section 7.1, tests 1 to 3.
struct Rfc8032Case {
  const char* seed;
  const char* key;
  const char* message;
  const char* signature;
};

constexpr Rfc8032Case kRfc8032[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb88215"
     "90a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e4"
     "3e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b53"
     "8d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"},
};

TEST(SigningTest, AgreesWithRfc8032) {
  for (const Rfc8032Case& c : kRfc8032) {
    ASSERT_OK_AND_ASSIGN(const SigningKey key,
                         SigningKey::FromSeed(Unhex(c.seed)));
    EXPECT_EQ(key.verify_key().ToHex(), c.key);
    EXPECT_EQ(HexEncode(key.Sign(Unhex(c.message))), c.signature);
    ASSERT_OK_AND_ASSIGN(const VerifyKey verify, VerifyKey::FromHex(c.key));
    EXPECT_EQ(verify, key.verify_key());
    EXPECT_TRUE(verify.Verify(Unhex(c.message), Unhex(c.signature)));
  }
}

TEST(SigningTest, OnlyTheSignerTheMessageAndTheSignatureTogetherVerify) {
  FakeEntropy entropy(1);
  const SigningKey key = SigningKey::Generate(entropy);
  const SigningKey other = SigningKey::Generate(entropy);
  const std::string signature = key.Sign("message");
  EXPECT_TRUE(key.verify_key().Verify("message", signature));
  EXPECT_FALSE(key.verify_key().Verify("massage", signature));
  EXPECT_FALSE(other.verify_key().Verify("message", signature));
  EXPECT_FALSE(key.verify_key().Verify("message", signature.substr(1)));
  EXPECT_FALSE(key.verify_key().Verify("message", signature + "x"));
  EXPECT_FALSE(VerifyKey().Verify("message", signature));
  std::string changed = signature;
  changed[40] = static_cast<char>(changed[40] ^ 1);
  EXPECT_FALSE(key.verify_key().Verify("message", changed));
  EXPECT_EQ(ERR_peek_error(), 0u) << "failures must not be left behind";
}

TEST(SigningTest, ASeedHasThirtyTwoBytes) {
  EXPECT_THAT(SigningKey::FromSeed("short"),
              StatusReasonIs("INVALID_SIGNING_SEED"));
}

TEST(VerifyKeyTest, EveryGeneratedKeyIsAccepted) {
  FakeEntropy entropy(2);
  for (int i = 0; i < 200; ++i) {
    const VerifyKey key = SigningKey::Generate(entropy).verify_key();
    EXPECT_THAT(VerifyKey::FromBytes(key.bytes()), IsOkAndHolds(key));
  }
}

// About half of all y have no x: they must not pass as keys.
TEST(VerifyKeyTest, BytesThatAreNoPointAreRefused) {
  FakeEntropy entropy(3);
  int refused = 0;
  for (int i = 0; i < 400; ++i) {
    if (!VerifyKey::FromBytes(entropy.Bytes(32)).ok()) ++refused;
  }
  EXPECT_GT(refused, 140);
  EXPECT_LT(refused, 260);
  // y = 2 is on no point of the curve.
  EXPECT_THAT(VerifyKey::FromBytes("\x02" + std::string(31, '\0')),
              StatusReasonIs("INVALID_VERIFY_KEY"));
}

TEST(VerifyKeyTest, SmallOrderAndNonCanonicalPointsAreRefused) {
  const std::string zeros(62, '0');
  const std::string ones(60, 'f');
  const std::string kLowBytes[] = {
      "00" + zeros,
      "01" + zeros,
      "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
      "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
      "ec" + ones + "7f",
      "ed" + ones + "7f",
      "ee" + ones + "7f",
      "ff" + ones + "7f",
  };
  for (const std::string& hex : kLowBytes) {
    std::string raw = Unhex(hex);
    EXPECT_THAT(VerifyKey::FromBytes(raw), StatusReasonIs("INVALID_VERIFY_KEY"))
        << hex;
    raw.back() = static_cast<char>(raw.back() | 0x80);  // the other x
    EXPECT_THAT(VerifyKey::FromBytes(raw), StatusReasonIs("INVALID_VERIFY_KEY"))
        << hex;
  }
}

TEST(VerifyKeyTest, OtherSizesAreRefused) {
  EXPECT_THAT(VerifyKey::FromBytes(""), StatusReasonIs("INVALID_VERIFY_KEY"));
  EXPECT_THAT(VerifyKey::FromBytes(std::string(33, '\x09')),
              StatusReasonIs("INVALID_VERIFY_KEY"));
  EXPECT_THAT(VerifyKey::FromHex("zz"), StatusReasonIs("INVALID_HEX"));
}

}  // namespace
}  // namespace spotcheck
