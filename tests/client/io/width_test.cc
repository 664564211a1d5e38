#include "client/io/width.h"

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

}  // namespace
}  // namespace spotcheck::client
