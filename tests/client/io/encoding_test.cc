#include "client/io/encoding.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/client/scratch.h"

namespace spotcheck::client {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusReasonIs;
using ::testing::Eq;

constexpr char kGb[] = "\xC6\xF3\xD2\xB5\xC3\xFB\xB3\xC6";  // 企业名称
// 𠮷 (U+20BB7), four bytes in GB18030, two of them ASCII digits.
constexpr char kGbFourBytes[] = "\x95\x34\xB2\x35";

absl::StatusOr<Encoding> Detect(const std::string& text) {
  const Scratch scratch;
  return DetectEncoding(scratch.Write("f.csv", text));
}

TEST(EncodingTest, IsFoundByWhatMakesSense) {
  const std::string gb(kGb);
  const struct {
    const char* what;
    std::string text;
    Encoding encoding;
  } kCases[] = {
      {"ASCII", "usci,name\n1,2\n", Encoding::kUtf8},
      {"UTF-8", "企业名称\n甲\n", Encoding::kUtf8},
      {"UTF-8 with mark", "\xEF\xBB\xBF" + gb, Encoding::kUtf8},
      {"GB18030", gb + "\n" + gb + "\n", Encoding::kGb18030},
      {"GB18030 under an ASCII header", "usci\n" + gb, Encoding::kGb18030},
      {"UTF-16 with mark", std::string("\xFF\xFE\x01\x4F", 4),
       Encoding::kUtf16},
      {"UTF-16, the other order", std::string("\xFE\xFF\x4F\x01", 4),
       Encoding::kUtf16},
      {"UTF-8 with one damaged row", "企业名称\n甲\n乙\n\xFF\xFE\n丙\n",
       Encoding::kUtf8},
      {"empty", "", Encoding::kUtf8},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.what);
    EXPECT_THAT(Detect(c.text), IsOkAndHolds(Eq(c.encoding)));
  }
}

TEST(EncodingTest, ALongUtf8LineIsNotSplitInACharacter) {
  std::string line;
  while (line.size() < (3u << 20)) line += "质量";
  EXPECT_THAT(Detect(line), IsOkAndHolds(Eq(Encoding::kUtf8)));
}

TEST(EncodingTest, Gb18030BecomesUtf8) {
  Decoder decoder(Encoding::kGb18030);
  EXPECT_EQ(decoder.ToUtf8(kGb), "企业名称");
  EXPECT_EQ(decoder.ToUtf8(kGbFourBytes), "𠮷");
  EXPECT_EQ(decoder.ToUtf8("abc"), "abc");
  EXPECT_EQ(decoder.ToUtf8(""), "");
}

TEST(EncodingTest, BytesThatAreNoCharacterAreRefused) {
  Decoder gb(Encoding::kGb18030);
  EXPECT_EQ(gb.ToUtf8("\xC6"), std::nullopt);
  EXPECT_EQ(gb.ToUtf8("\xFF\xFF"), std::nullopt);
  EXPECT_EQ(gb.ToUtf8(kGb), "企业名称") << "the state is reset";
  Decoder utf8(Encoding::kUtf8);
  EXPECT_EQ(utf8.ToUtf8("\xC6\xF3"), std::nullopt);
  EXPECT_EQ(utf8.ToUtf8("甲"), "甲");
}

TEST(EncodingTest, AWorkbookAndUtf16WithoutItsMarkAreNamed) {
  for (const std::string& text :
       {std::string("PK\x03\x04...."), std::string("\xD0\xCF\x11\xE0...."),
        std::string("u\0s\0c\0i\0", 8)}) {
    EXPECT_THAT(Detect(text), StatusReasonIs("NOT_A_TEXT_FILE"));
  }
}

}  // namespace
}  // namespace spotcheck::client
