#include "client/io/output.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "spotcheck/v1/credit.pb.h"
#include "spotcheck/v1/register.pb.h"

namespace spotcheck::client {
namespace {

const Section kEnterprises = {{"", ""},
                              "enterprises",
                              {{"usci", {"代码", "CODE"}},
                               {"enterprise_name", {"名称", "NAME"}},
                               {"region", {"区划", "REGION"}}}};

v1::ListEnterprisesResponse Enterprises() {
  v1::ListEnterprisesResponse page;
  v1::Enterprise& one = *page.add_enterprises();
  one.set_usci("U1");
  one.set_enterprise_name("长名称企业");
  one.set_region("640100");
  v1::Enterprise& two = *page.add_enterprises();
  two.set_usci("U2");
  two.set_enterprise_name("ab,c");
  two.set_region("6402");
  page.set_next_page_token("more");
  return page;
}

std::string Shown(Format format, Language language = Language::kZh) {
  ::testing::internal::CaptureStdout();
  EXPECT_OK(Output(format, language).Show(Enterprises(), {kEnterprises}));
  return ::testing::internal::GetCapturedStdout();
}

TEST(OutputTest, TablesAlignChineseText) {
  EXPECT_EQ(FormatTable({{"代码", "名称"}, {"1", "长名称"}, {"甲乙丙", "x"}}),
            "代码    名称\n"
            "1       长名称\n"
            "甲乙丙  x\n");
}

TEST(OutputTest, EachFormShowsTheSameRows) {
  EXPECT_EQ(Shown(Format::kTable),
            "代码  名称        区划\n"
            "U1    长名称企业  640100\n"
            "U2    ab,c        6402\n");
  EXPECT_EQ(Shown(Format::kTable, Language::kEn).substr(0, 10), "CODE  NAME");
  EXPECT_EQ(Shown(Format::kCsv),
            "usci,enterprise_name,region\n"
            "U1,长名称企业,640100\n"
            "U2,\"ab,c\",6402\n");
  const std::string lines = Shown(Format::kJsonLines);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
  EXPECT_EQ(Json::parse(Shown(Format::kJson))["enterprises"].size(), 2u);
}

TEST(OutputTest, PagesBecomeOneAnswer) {
  const struct {
    Format format;
    const char* begins;
  } kCases[] = {{Format::kTable, "代码"}, {Format::kCsv, "usci,"}};
  for (const auto& c : kCases) {
    ::testing::internal::CaptureStdout();
    ListPrinter printer(Output(c.format, Language::kZh), kEnterprises);
    ASSERT_OK(printer.Page(Enterprises()));
    ASSERT_OK(printer.Page(Enterprises()));
    ASSERT_OK(printer.End());
    const std::string text = ::testing::internal::GetCapturedStdout();
    EXPECT_EQ(text.find(c.begins), 0u);
    EXPECT_EQ(text.find(c.begins, 1), std::string::npos) << "header once";
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 5);
  }
  ::testing::internal::CaptureStdout();
  ListPrinter printer(Output(Format::kJson, Language::kZh), kEnterprises);
  ASSERT_OK(printer.Page(Enterprises()));
  ASSERT_OK(printer.Page(Enterprises()));
  ASSERT_OK(printer.End());
  const Json all = Json::parse(::testing::internal::GetCapturedStdout());
  EXPECT_EQ(all["enterprises"].size(), 4u);
  EXPECT_EQ(all["next_page_token"], "");
}

TEST(OutputTest, WhatNoServerAnsweredIsPairs) {
  const Json summary = {{"read", 3}, {"rejected_file", "f.csv"}};
  ::testing::internal::CaptureStdout();
  Output(Format::kTable, Language::kEn).Show(summary);
  Output(Format::kCsv, Language::kEn).Show(summary);
  Output(Format::kJsonLines, Language::kEn).Show(summary);
  EXPECT_EQ(::testing::internal::GetCapturedStdout(),
            "read           3\n"
            "rejected_file  f.csv\n"
            "read,rejected_file\n"
            "3,f.csv\n"
            "{\"read\":3,\"rejected_file\":\"f.csv\"}\n");
}

TEST(OutputTest, WhatNoServerAnsweredHasChineseWordsInAChineseTable) {
  const Json summary = {{"read", 3}, {"rejected_file", ""}};
  ::testing::internal::CaptureStdout();
  Output(Format::kTable, Language::kZh).Show(summary);
  Output(Format::kCsv, Language::kZh).Show(summary);
  EXPECT_EQ(::testing::internal::GetCapturedStdout(),
            "读取  3\n"
            "read,rejected_file\n"
            "3,\n");
}

TEST(FormatTableTest, ATableFitsTheTerminalOrSaysWhereItWasCut) {
  const std::vector<std::vector<std::string>> rows = {
      {"CODE", "NAME", "PLACE"},
      {"91640100MA75X0000D", "宁夏回族自治区第一酿造有限公司", "银川"}};
  const std::string wide = FormatTable(rows);
  EXPECT_THAT(wide, ::testing::HasSubstr("第一酿造有限公司  银川"));
  const std::string narrow = FormatTable(rows, 40);
  EXPECT_THAT(narrow, ::testing::HasSubstr("91640100MA75X0000D  "));
  EXPECT_THAT(narrow, ::testing::HasSubstr("…"));
  for (std::size_t at = 0; at < narrow.size();) {
    const std::size_t end = narrow.find('\n', at);
    EXPECT_LE(DisplayWidth(narrow.substr(at, end - at)), 40u);
    at = end + 1;
  }
}

}  // namespace
}  // namespace spotcheck::client
