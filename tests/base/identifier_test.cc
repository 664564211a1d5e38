#include "lib/base/identifier.h"

#include <string>

#include "gtest/gtest.h"
#include "lib/base/hidden_characters.h"
#include "lib/base/ids.h"
#include "lib/base/status_matchers.h"

namespace spotcheck {
namespace {

struct Dress {
  const char* raw;
  const char* code;    // inner blanks dropped
  const char* report;  // inner blanks kept
  bool restored;       // as a code
};

constexpr Dress kRestored[] = {
    {"JC2017-1", "JC2017-1", "JC2017-1", false},
    {" JC2017-1\t", "JC2017-1", "JC2017-1", false},
    {"'JC2017-1", "JC2017-1", "JC2017-1", true},
    {"’JC2017-1", "JC2017-1", "JC2017-1", true},
    {"=\"JC2017-1\"", "JC2017-1", "JC2017-1", true},
    {"= “JC2017-1”", "JC2017-1", "JC2017-1", true},
    {"=JC2017-1", "JC2017-1", "JC2017-1", true},
    {"\"JC2017-1\"", "JC2017-1", "JC2017-1", true},
    {"JC\u200B2017-1\uFEFF", "JC2017-1", "JC2017-1", true},
    {"\u202DJC2017-1\u202C", "JC2017-1", "JC2017-1", true},
    {"JC20\u00AD17-1", "JC2017-1", "JC2017-1", true},
    {"JC 2017 1", "JC20171", "JC 2017 1", true},
    {"JC\u00A02017", "JC2017", "JC 2017", true},
    {"JC\n2017", "JC2017", "JC 2017", true},
    {"ＪＣ２０１７", "JC2017", "ＪＣ２０１７", true},
    {"JC—2017", "JC-2017", "JC—2017", true},
    {"2017001.0", "2017001", "2017001", true},
    {"2017001.00", "2017001", "2017001", true},
    {"1234567890123456.0", "1234567890123456", "1234567890123456", true},
    {"２０１７００１．０", "2017001", "2017001", true},
    {"911401071101882788.0", "911401071101882788", "911401071101882788", true},
    {"6.901234567892E+12", "6901234567892", "6901234567892", true},
    {"6.901234567892e12", "6901234567892", "6901234567892", true},
    // Nothing of these comes from a spreadsheet.
    {"A.0", "A.0", "A.0", false},
    {"1.5", "1.5", "1.5", false},
    {"1E5", "1E5", "1E5", false},
    {"12E+5", "12E+5", "12E+5", false},
    {"5\"", "5\"", "5\"", false},
    {"", "", "", false},
    {"A\xFF'", "A\xFF'", "A\xFF'", false},
};

TEST(Identifier, WhatIsCertainIsRestored) {
  for (const Dress& dress : kRestored) {
    const PlainIdentifier code = Undress(dress.raw, InnerBlanks::kDropped);
    EXPECT_EQ(code.text, dress.code) << dress.raw;
    EXPECT_EQ(code.restored, dress.restored) << dress.raw;
    EXPECT_FALSE(code.lost_digits) << dress.raw;
    const PlainIdentifier report = Undress(dress.raw, InnerBlanks::kKept);
    EXPECT_EQ(report.text, dress.report) << dress.raw;
    EXPECT_FALSE(report.lost_digits) << dress.raw;
  }
}

TEST(Identifier, LostDigitsAreNeverInvented) {
  for (const char* raw :
       {"9.11E+17", "9E+17", "1.23E+5", "1234567890123450.0", "９.11Ｅ+17",
        "'9.11E+17", "9.1140107110188279E+17", "911401071101882000.0",
        "911401071101882752.0", "12345678901234567890.0", "1.2345E+2"}) {
    EXPECT_TRUE(Undress(raw, InnerBlanks::kDropped).lost_digits) << raw;
    EXPECT_TRUE(Undress(raw, InnerBlanks::kKept).lost_digits) << raw;
  }
}

TEST(Identifier, TheFirstCharacterThatNobodySeesIsKept) {
  EXPECT_EQ(Undress("A\u200B\u200E", InnerBlanks::kKept).hidden, U'\u200B');
  EXPECT_FALSE(Undress("'A", InnerBlanks::kKept).hidden.has_value());
}

TEST(Identifier, ADashOfAnyLengthIsADash) {
  for (const char32_t c : U"-‐‑‒–—―−－") {
    if (c == 0) continue;  // the literal's end
    EXPECT_TRUE(IsDash(c)) << static_cast<int>(c);
  }
  for (const char32_t c : U"_~一/·") {
    if (c == 0) continue;
    EXPECT_FALSE(IsDash(c)) << static_cast<int>(c);
  }
}

TEST(HiddenCharacters, AreNamedInBothLanguages) {
  EXPECT_EQ(HiddenCharacterWords(0x200B).zh, "U+200B 零宽空格");
  EXPECT_EQ(HiddenCharacterWords(0x200B).en, "U+200B zero width space");
  EXPECT_EQ(HiddenCharacterWords(0x00AD).zh, "U+00AD 软连字符");
  EXPECT_EQ(HiddenCharacterWords(0x2800).en, "U+2800");
}

TEST(DressedUsci, IsReadInEveryDress) {
  for (const char* raw :
       {"911401071101882788", "'911401071101882788", "=\"911401071101882788\"",
        "\u202D911401071101882788\u202C", "91140107\u200B1101882788",
        "9114 0107 1101 8827 88", "91140107\u00A01101882788",
        "91140107\u00AD1101882788", "\uFEFF911401071101882788",
        "911401071101882788.0", "９１１４０１０７１１０１８８２７８８",
        "9.11401071101882788E+17"}) {
    const auto usci = Usci::ParseLenient(raw);
    ASSERT_OK(usci) << raw;
    EXPECT_EQ(usci->view(), "911401071101882788") << raw;
  }
}

struct Ruined {
  const char* raw;
  const char* zh;
  const char* en;
};

constexpr Ruined kRuined[] = {
    {"9.11E+17", "数字",
     "a spreadsheet turned it into a number; format the column as text"},
    {"9.11401E+17", "文本格式", "format the column as text"},
    {"911401071101882000", "数字", "turned it into a number"},
    {"911401071101882000.0", "数字", "turned it into a number"},
    {"911401071101882752", "数字", "turned it into a number"},
    {"140100400001234", "15 位的注册号",
     "a registration number of 15 digits, not a code"},
    {"'140100400001234", "注册号", "registration number"},
    {"91140107110188278\u200B9", "U+200B 零宽空格", "U+200B zero width space"},
    {"91140107110188278\u00AD", "U+00AD 软连字符", "U+00AD soft hyphen"},
    {"911401071101882789", "校验码", "check character"},
};

TEST(DressedUsci, WhatCannotBeRestoredSaysWhy) {
  for (const Ruined& ruined : kRuined) {
    const auto usci = Usci::ParseLenient(ruined.raw);
    ASSERT_FALSE(usci.ok()) << ruined.raw;
    const ErrorInfo info = GetErrorInfo(usci.status());
    EXPECT_EQ(info.reason, "INVALID_USCI") << ruined.raw;
    EXPECT_NE(info.message.zh.find(ruined.zh), std::string::npos)
        << info.message.zh;
    EXPECT_NE(info.message.en.find(ruined.en), std::string::npos)
        << info.message.en;
  }
}

}  // namespace
}  // namespace spotcheck
