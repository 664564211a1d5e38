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

// "a,企𠮷" in each encoding; UTF-16 with its mark, little and big end first.
const std::string kLittle("\xFF\xFE\x61\x00\x2C\x00\x01\x4F\x42\xD8\xB7\xDF",
                          12);
const std::string kBig("\xFE\xFF\x00\x61\x00\x2C\x4F\x01\xD8\x42\xDF\xB7", 12);
const std::string kChinese = "a,\xC6\xF3" + std::string(kGbFourBytes);

std::string Decode(Encoding encoding, const std::string& bytes,
                   std::size_t step) {
  Decoder decoder(encoding);
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += step) {
    text += decoder.Take(bytes.substr(at, step));
  }
  return text + decoder.Finish();
}

TEST(EncodingTest, ATextIsTheSameWhereverTheFileIsCut) {
  for (std::size_t step = 1; step <= kLittle.size(); ++step) {
    EXPECT_EQ(Decode(Encoding::kUtf16, kLittle, step), "a,企𠮷") << step;
    EXPECT_EQ(Decode(Encoding::kUtf16, kBig, step), "a,企𠮷") << step;
    EXPECT_EQ(Decode(Encoding::kGb18030, kChinese, step), "a,企𠮷") << step;
    EXPECT_EQ(Decode(Encoding::kUtf8, "a,企𠮷", step), "a,企𠮷") << step;
  }
  EXPECT_EQ(Decode(Encoding::kGb18030, "", 1), "");
}

TEST(EncodingTest, ALongTextIsDecodedToItsEnd) {
  std::string bytes;
  std::string text;
  for (int i = 0; i < 300'000; ++i) {
    bytes += kChinese;
    text += "a,企𠮷";
  }
  EXPECT_EQ(Decode(Encoding::kGb18030, bytes, bytes.size()), text);
}

TEST(EncodingTest, BytesThatAreNoCharacterAreNoUtf8) {
  const std::string mark("\xFF\xFE");
  const struct {
    const char* what;
    Encoding encoding;
    std::string bytes;
    std::string text;
  } kCases[] = {
      {"an odd byte at the end", Encoding::kUtf16, mark + "a", "\xFF"},
      {"half a pair at the end", Encoding::kUtf16,
       mark + std::string("\x42\xD8", 2), "\xFF"},
      {"a first half alone", Encoding::kUtf16,
       mark + std::string("\x42\xD8\x61\x00", 4),
       "\xFF"
       "a"},
      {"a second half alone", Encoding::kUtf16,
       mark + std::string("\xB7\xDF\x61\x00", 4),
       "\xFF"
       "a"},
      {"half a Chinese character at the end", Encoding::kGb18030, "a\xC6",
       "a\xFF"},
      {"bytes that begin no character", Encoding::kGb18030, "\xFF\xFF,a",
       "\xFF\xFF,a"},
      {"a line feed behind half a character", Encoding::kGb18030, "\xC6\na",
       "\xFF\na"},
  };
  for (const auto& c : kCases) {
    for (std::size_t step : {std::size_t{1}, std::size_t{2}, c.bytes.size()}) {
      EXPECT_EQ(Decode(c.encoding, c.bytes, step), c.text) << c.what;
    }
  }
}

TEST(EncodingTest, AWorkbookIsKnownByItsFirstBytes) {
  EXPECT_THAT(Detect("PK\x03\x04...."), IsOkAndHolds(Eq(Encoding::kWorkbook)));
}

TEST(EncodingTest, AnOldWorkbookAndUtf16WithoutItsMarkAreNamed) {
  for (const std::string& text :
       {std::string("\xD0\xCF\x11\xE0...."), std::string("u\0s\0c\0i\0", 8)}) {
    EXPECT_THAT(Detect(text), StatusReasonIs("NOT_A_TEXT_FILE"));
  }
}

}  // namespace
}  // namespace spotcheck::client
