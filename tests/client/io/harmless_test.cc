#include "client/io/harmless.h"

#include "gtest/gtest.h"

namespace spotcheck::client {
namespace {

TEST(HarmlessTest, WhatASpreadsheetWouldRunGetsAnApostrophe) {
  const struct {
    const char* text;
    const char* harmless;
  } kCases[] = {
      {"=1+1", "'=1+1"},
      {"=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"},
      {"+86 10", "'+86 10"},
      {"-2+3", "'-2+3"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\t=1", "'\t=1"},
      {"\r=1", "'\r=1"},
      {"\n=1", "'\n=1"},
      {"＝1", "'＝1"},
      {"'=1", "''=1"},
      {"''-", "'''-"},
      {"甲=1", "甲=1"},
      {" =1", " =1"},
      {"'甲", "'甲"},
      {"——", "——"},
      {"'", "'"},
      {"", ""},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Harmless(c.text), c.harmless);
    EXPECT_EQ(Restored(c.harmless), c.text) << c.harmless;
  }
}

}  // namespace
}  // namespace spotcheck::client
