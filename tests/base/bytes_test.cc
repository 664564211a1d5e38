#include "lib/base/bytes.h"

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"

namespace spotcheck {
namespace {

using testing::IsOkAndHolds;
using testing::StatusReasonIs;

TEST(BytesTest, HexIsLowerCaseAndReadsBack) {
  EXPECT_EQ(HexEncode(std::string("\x00\x7f\xff", 3)), "007fff");
  EXPECT_THAT(HexDecode("007fff"),
              IsOkAndHolds(std::string("\x00\x7f\xff", 3)));
  EXPECT_THAT(HexDecode(""), IsOkAndHolds(std::string()));
}

TEST(BytesTest, HexHasOneSpelling) {
  for (const char* text : {"0", "FF", "0g", " 00", "0x00", "００"}) {
    EXPECT_THAT(HexDecode(text), StatusReasonIs("INVALID_HEX")) << text;
  }
}

TEST(BytesTest, AnErrorAboutBytesDoesNotRepeatThem) {
  const std::string secret = "SECRETSECRET";
  const absl::Status status = HexDecode(secret).status();
  EXPECT_EQ(status.ToString().find(secret), std::string::npos);
  EXPECT_EQ(GetErrorInfo(status).metadata.at("size"), "12");
}

TEST(BytesTest, Base64FollowsRfc4648) {
  struct Case {
    const char* bytes;
    const char* text;
  };
  const Case kCases[] = {
      {"", ""},        {"f", "Zg=="},        {"fo", "Zm8="},
      {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"\xff\xfe", "//4="}};
  for (const Case& c : kCases) {
    EXPECT_EQ(Base64Encode(c.bytes), c.text);
    EXPECT_THAT(Base64Decode(c.text), IsOkAndHolds(std::string(c.bytes)));
  }
}

TEST(BytesTest, Base64IsReadStrictly) {
  for (const char* text : {"Zg", "Zg=", "Zh==", "Zm 8=", "Zm8=\n",
                           "__4=", "Zg==Zg==", "Zg..", "*"}) {
    EXPECT_THAT(Base64Decode(text), StatusReasonIs("INVALID_BASE64")) << text;
  }
}

TEST(BytesTest, LpWritesEachLengthAsFourBytesBigEndian) {
  EXPECT_EQ(
      Lp({"a", "", std::string(258, 'x')}),
      std::string("\0\0\0\1a\0\0\0\0\0\0\1\2", 13) + std::string(258, 'x'));
  const std::vector<std::string> elements = {"a", "bc"};
  EXPECT_EQ(Lp(elements), Lp({"a", "bc"}));
  EXPECT_NE(Lp({"ab", "c"}), Lp({"a", "bc"}));
}

}  // namespace
}  // namespace spotcheck
