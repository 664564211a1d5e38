#include "lib/base/text.h"

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"

namespace spotcheck {
namespace {

using testing::IsOkAndHolds;
using testing::StatusReasonIs;

TEST(TextTest, OnlyWellFormedUtf8IsValid) {
  for (const char* text :
       {"", "a", "枸杞", "\U0001F600", "\uFFFF", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(IsValidUtf8(text)) << text;
  }
  for (const char* text :
       {"\x80", "\xC0\x80", "\xE4\xB8", "\xED\xA0\x80", "\xF4\x90\x80\x80",
        "\xF0\x80\x80\x80", "\xFF", "a\xE4"}) {
    EXPECT_FALSE(IsValidUtf8(text)) << text;
    EXPECT_THAT(ToNfkcFolded(text), StatusReasonIs("INVALID_UTF8"));
    EXPECT_FALSE(IsNfc(text));
  }
}

TEST(TextTest, CodePointsAreCountedNotBytes) {
  EXPECT_EQ(CodePointCount(""), 0);
  EXPECT_EQ(CodePointCount("a枸\U0001F600"), 3);
}

TEST(TextTest, ControlCharactersAreFound) {
  for (const std::string_view text :
       {std::string_view("a\0", 2), std::string_view("\t"),
        std::string_view("\x7f"), std::string_view("\xC2\x80"),
        std::string_view("食\xC2\x9F")}) {
    EXPECT_TRUE(HasControlCharacter(text));
  }
  for (const char* text : {"", "a b", "\u00A0", "食品", "\u0440\u0400"}) {
    EXPECT_FALSE(HasControlCharacter(text)) << text;
  }
}

TEST(TextTest, WhatIsNotSeenIsFoundAndNamed) {
  struct Case {
    const char* text;
    const char* name;  // "" where nothing is hidden
  };
  const Case kCases[] = {
      {"", ""},
      {"食品 A\u00A0\u3000×🏭", ""},
      {"\u2010\u2027\u202F", ""},
      {"公\u00AD司", "U+00AD"},
      {"\u034F", "U+034F"},
      {"\u115F", "U+115F"},
      {"\u180E", "U+180E"},
      {"\u2064", "U+2064"},
      {"\u206A", "U+206A"},
      {"公证处\u2800", "U+2800"},
      {"\u3164", "U+3164"},
      {"禾\uFE0F", "U+FE0F"},
      {"\uFFA0", "U+FFA0"},
      {"\uFFF9", "U+FFF9"},
      {"\U000E0041", "U+E0041"},
      {"\U000E0100", "U+E0100"},
      {"a\tb", "U+0009"},
      {"\x7f", "U+007F"},
      {"食\u0085品", "U+0085"},
      {"\u061C", "U+061C"},
      {"毛\u200B巾", "U+200B"},
      {"毛\u200C巾", "U+200C"},
      {"毛\u200D巾", "U+200D"},
      {"\u200E", "U+200E"},
      {"\u200F", "U+200F"},
      {"a\u2028", "U+2028"},
      {"a\u2029", "U+2029"},
      {"\u202A", "U+202A"},
      {"\u202B", "U+202B"},
      {"\u202C", "U+202C"},
      {"\u202D", "U+202D"},
      {"公司\u202E司公", "U+202E"},
      {"\u2060", "U+2060"},
      {"\u2066", "U+2066"},
      {"\u2069", "U+2069"},
      {"名\uFEFF", "U+FEFF"},
  };
  for (const Case& test : kCases) {
    const auto found = FirstHiddenCharacter(test.text);
    EXPECT_EQ(found.has_value() ? CodePointName(*found) : "", test.name)
        << test.text;
  }
}

TEST(TextTest, NfcIsComposed) {
  EXPECT_TRUE(IsNfc("é"));
  EXPECT_FALSE(IsNfc("e\u0301"));
  EXPECT_TRUE(IsNfc("Ｘ"));
}

// Expected values are Python 3's normalize("NFKC", s).casefold(), again NFKC.
TEST(TextTest, NfkcFoldingAgreesWithTheUnicodeDefinition) {
  struct Case {
    const char* text;
    const char* folded;
  };
  const Case kCases[] = {
      {"", ""},
      {"ABC", "abc"},
      {"ＡＢＣ１２３", "abc123"},
      {"５００ｇ／袋", "500g/袋"},
      {"㎏", "kg"},
      {"①", "1"},
      {"Straße", "strasse"},
      {"ſ", "s"},
      {"İ", "i\u0307"},
      {"ΑΣ", "ασ"},
      {"\u03B1\u0345\u0301", "\u03AC\u03B9"},  // the mark is put in order first
      {"a\u200Bb\u00AD", "a\u200Bb\u00AD"},    // ignorables stay
      {"\uF900", "\u8C48"},                    // CJK compatibility ideograph
      {"（\u3000）", "( )"},
  };
  for (const Case& c : kCases) {
    EXPECT_THAT(ToNfkcFolded(c.text), IsOkAndHolds(std::string(c.folded)));
  }
}

TEST(TextTest, WhiteSpaceIsDeletedWhereverItStands) {
  EXPECT_EQ(DeleteWhiteSpace(" 枸\u3000杞\t\u00A0\u2009干\u0085\n"), "枸杞干");
  EXPECT_EQ(DeleteWhiteSpace("a\u200Bb"), "a\u200Bb");
  EXPECT_EQ(DeleteWhiteSpace("\xE3 \x80"), "\xE3\x80");
}

TEST(TextTest, TrimmingKeepsTheInside) {
  EXPECT_EQ(TrimWhiteSpace("\uFEFF\u3000 枸 杞\u3000\r\n"), "枸 杞");
  EXPECT_EQ(TrimWhiteSpace(" \u3000\uFEFF"), "");
  EXPECT_EQ(TrimWhiteSpace(""), "");
  EXPECT_EQ(TrimWhiteSpace("\x80 "), "\x80");
  EXPECT_EQ(TrimWhiteSpace(" \x80"), "\x80");
}

TEST(TextTest, LettersAndDecimalDigitsAreToldFromTheRest) {
  for (const char32_t c : std::u32string_view(U"aZ9枸é٣ａ")) {
    EXPECT_TRUE(IsLetterOrDigit(c)) << static_cast<int>(c);
  }
  for (const char32_t c : U" -×*_.①½、") {
    EXPECT_FALSE(IsLetterOrDigit(c)) << static_cast<int>(c);
  }
}

TEST(TextTest, Utf32ReadsBackAndShowsBrokenBytes) {
  EXPECT_EQ(ToUtf8(ToUtf32("a枸\U0001F600")), "a枸\U0001F600");
  EXPECT_EQ(ToUtf32("a\xFF\xE4\xB8"), U"a\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(ToUtf8(std::u32string{0xD800, 0x110000}), "\uFFFD\uFFFD");
}

}  // namespace
}  // namespace spotcheck
