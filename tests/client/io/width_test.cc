#include "client/io/width.h"

#include <cstddef>
#include <vector>

#include "gtest/gtest.h"

namespace spotcheck::client {
namespace {

TEST(WidthTest, ChineseCharactersTakeTwoColumns) {
  const struct {
    const char* text;
    std::size_t width;
  } kTable[] = {{"", 0},     {"abc", 3},     {"企业", 4},
                {"ＡＢ", 4}, {"a企b", 4},    {"（甲）", 6},
                {"é", 1},    {"e\u0301", 1}, {"𠮷", 2}};
  for (const auto& row : kTable) {
    EXPECT_EQ(DisplayWidth(row.text), row.width) << row.text;
  }
}

TEST(WidthTest, PaddingCountsColumns) {
  EXPECT_EQ(PadRight("企业", 6), "企业  ");
  EXPECT_EQ(PadRight("企业", 3), "企业");
}

TEST(WidthTest, WhatARegisterHoldsCannotSteerTheTerminal) {
  EXPECT_EQ(ForTerminal("a\x1B[31mb"), "a\uFFFD[31mb");
  EXPECT_EQ(ForTerminal("a\nb\tc"), "a b c");
  EXPECT_EQ(ForTerminal("a\u202Eb"), "a\uFFFDb");
  EXPECT_EQ(ForTerminal("\xFF"), "\uFFFD");
}

TEST(CutToTest, ATextThatIsTooWideEndsWithAnEllipsis) {
  EXPECT_EQ(CutTo("abcdef", 6), "abcdef");
  EXPECT_EQ(CutTo("abcdef", 5), "abcd…");
  EXPECT_EQ(CutTo("宁夏酿造", 8), "宁夏酿造");
  EXPECT_EQ(CutTo("宁夏酿造", 7), "宁夏酿…");
  EXPECT_EQ(CutTo("宁夏酿造", 6), "宁夏…") << "no half of a character";
  EXPECT_LE(DisplayWidth(CutTo("宁夏酿造厂", 4)), 4u);
}

TEST(FitWidthsTest, TheWidestGiveWayTheFirstAndNarrowOnesDoNot) {
  using Widths = std::vector<std::size_t>;
  EXPECT_EQ(FitWidths({18, 40, 10}, 2, 0), (Widths{18, 40, 10}));
  EXPECT_EQ(FitWidths({18, 40, 10}, 2, 80), (Widths{18, 40, 10}));
  EXPECT_EQ(FitWidths({18, 40, 10}, 2, 60), (Widths{18, 28, 10}));
  EXPECT_EQ(FitWidths({90, 8, 8}, 2, 60), (Widths{90, 8, 8}));
  EXPECT_EQ(FitWidths({18}, 2, 10), (Widths{18}));
  EXPECT_EQ(FitWidths({}, 2, 10), (Widths{}));
}

}  // namespace
}  // namespace spotcheck::client
