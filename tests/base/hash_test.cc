#include "lib/base/hash.h"

#include <utility>

#include "gtest/gtest.h"
#include "lib/base/bytes.h"
#include "lib/base/status_matchers.h"

namespace spotcheck {
namespace {

using testing::IsOkAndHolds;
using testing::StatusReasonIs;

constexpr HashSuite kSuites[] = {HashSuite::kSha256, HashSuite::kSm3};

std::string Repeat(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

struct HashCase {
  HashSuite suite;
  std::string message;
  const char* digest;
};

TEST(HashTest, AgreesWithTheStandards) {
  const HashCase kCases[] = {
      // FIPS 180-4 examples
      {HashSuite::kSha256, "",
       "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {HashSuite::kSha256, "abc",
       "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {HashSuite::kSha256,
       "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {HashSuite::kSha256, std::string(1000000, 'a'),
       "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
      // GB/T 32905-2016 annex A
      {HashSuite::kSm3, "abc",
       "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"},
      {HashSuite::kSm3, Repeat("abcd", 16),
       "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"},
  };
  for (const HashCase& c : kCases) {
    EXPECT_EQ(Hash(c.suite, c.message).ToHex(), c.digest);
  }
  EXPECT_EQ(Sha256("abc"), Hash(HashSuite::kSha256, "abc"));
}

TEST(HasherTest, PiecesGiveTheSameDigestAsTheWhole) {
  for (const HashSuite suite : kSuites) {
    const std::string text = Repeat("0123456789", 50);
    for (const std::size_t split : {0u, 1u, 63u, 64u, 65u, 500u}) {
      Hasher hasher(suite);
      hasher.Update(text.substr(0, split)).Update(text.substr(split));
      Hasher moved = std::move(hasher);
      EXPECT_EQ(moved.Final(), Hash(suite, text)) << split;
    }
  }
}

struct HmacCase {
  HashSuite suite;
  std::string key;
  std::string message;
  const char* digest;
};

TEST(HmacTest, AgreesWithTheStandards) {
  std::string counting;
  for (char c = 1; c <= 0x20; ++c) counting.push_back(c);
  const std::string large_key(131, '\xaa');
  const HmacCase kCases[] = {
      // RFC 4231
      {HashSuite::kSha256, std::string(20, '\x0b'), "Hi There",
       "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"},
      {HashSuite::kSha256, "Jefe", "what do ya want for nothing?",
       "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
      {HashSuite::kSha256, std::string(20, '\xaa'), std::string(50, '\xdd'),
       "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"},
      {HashSuite::kSha256, counting.substr(0, 25), std::string(50, '\xcd'),
       "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"},
      {HashSuite::kSha256, large_key,
       "Test Using Larger Than Block-Size Key - Hash Key First",
       "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"},
      {HashSuite::kSha256, large_key,
       "This is a test using a larger than block-size key and a larger than "
       "block-size data. The key needs to be hashed before being used by the "
       "HMAC algorithm.",
       "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"},
      // GM/T 0042-2015 annex D
      {HashSuite::kSm3, counting,
       Repeat("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 2),
       "ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a"},
  };
  for (const HmacCase& c : kCases) {
    const HmacKey key(c.suite, c.key);
    EXPECT_EQ(key.Sign(c.message).ToHex(), c.digest);
    EXPECT_EQ(key.Sign(c.message).ToHex(), c.digest) << "signing again";
  }
}

// The definition of RFC 2104, for key sizes around the block's.
TEST(HmacTest, BothSuitesFollowTheDefinition) {
  for (const HashSuite suite : kSuites) {
    for (const std::size_t size : {0u, 1u, 63u, 64u, 65u, 200u}) {
      const std::string key(size, 'k');
      std::string block =
          size <= 64 ? key : std::string(Hash(suite, key).view());
      block.resize(64, '\0');
      std::string inner = block;
      std::string outer = block;
      for (char& c : inner) c = static_cast<char>(c ^ 0x36);
      for (char& c : outer) c = static_cast<char>(c ^ 0x5c);
      const Digest first = Hash(suite, inner + "message");
      HmacKey made(suite, key);
      const HmacKey moved = std::move(made);
      EXPECT_EQ(moved.Sign("message"),
                Hash(suite, outer + std::string(first.view())));
    }
  }
}

TEST(DigestTest, ReadsBackFromBytesAndHex) {
  const Digest digest = Sha256("x");
  EXPECT_THAT(DigestFromBytes(digest.view()), IsOkAndHolds(digest));
  EXPECT_THAT(DigestFromHex(digest.ToHex()), IsOkAndHolds(digest));
  EXPECT_THAT(DigestFromBytes("short"), StatusReasonIs("INVALID_DIGEST"));
  EXPECT_THAT(DigestFromHex("00"), StatusReasonIs("INVALID_DIGEST"));
  EXPECT_THAT(DigestFromHex("zz"), StatusReasonIs("INVALID_HEX"));
}

TEST(DigestTest, ComparesAsUnsignedBytes) {
  Digest low;
  Digest high;
  low.bytes[0] = 0x7f;
  high.bytes[0] = 0x80;
  EXPECT_LT(low, high);
}

TEST(HashSuiteTest, NamesReadBack) {
  for (const HashSuite suite : kSuites) {
    EXPECT_THAT(ParseHashSuite(HashSuiteName(suite)), IsOkAndHolds(suite));
  }
  for (const char* name : {"", "sha256", "SHA-256", "MD5"}) {
    EXPECT_THAT(ParseHashSuite(name), StatusReasonIs("UNKNOWN_HASH_SUITE"));
  }
}

}  // namespace
}  // namespace spotcheck
