#include "client/io/output.h"

#include <string>
#include <vector>

#include "client/io/table_file.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "spotcheck/v1/credit.pb.h"
#include "spotcheck/v1/register.pb.h"
#include "tests/client/scratch.h"

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

TEST(OutputTest, CsvForASpreadsheetHasAMarkAndRunsNothing) {
  v1::ListEnterprisesResponse page;
  v1::Enterprise& one = *page.add_enterprises();
  one.set_usci("-1");
  one.set_enterprise_name("=HYPERLINK(\"x\")");
  one.set_region("6401");
  const Output output(Format::kCsv, Language::kZh, "", CsvStyle::kSpreadsheet);
  const std::string expected =
      "\xEF\xBB\xBFusci,enterprise_name,region\n"
      "'-1,\"'=HYPERLINK(\"\"x\"\")\",6401\n";
  ::testing::internal::CaptureStdout();
  EXPECT_OK(output.Show(page, {kEnterprises}));
  EXPECT_EQ(::testing::internal::GetCapturedStdout(), expected);
  ::testing::internal::CaptureStdout();
  ListPrinter printer(output, kEnterprises);
  ASSERT_OK(printer.Page(page));
  ASSERT_OK(printer.Page(page));
  ASSERT_OK(printer.End());
  const std::string paged = ::testing::internal::GetCapturedStdout();
  EXPECT_EQ(paged.find(expected), 0u);
  EXPECT_EQ(paged.rfind("\xEF\xBB\xBF"), 0u) << "the mark stands once";
  ::testing::internal::CaptureStdout();
  EXPECT_OK(output.Show(Json{{"file", "=1"}}));
  EXPECT_EQ(::testing::internal::GetCapturedStdout(),
            "\xEF\xBB\xBF"
            "file\n'=1\n");
}

// The rows of the first sheet of what was printed.
std::vector<std::vector<std::string>> Sheet(const std::string& bytes) {
  const Scratch scratch;
  const std::string path = scratch.Write("f.xlsx", bytes);
  std::vector<std::vector<std::string>> rows;
  const auto forms = FormsOf(path, Encoding::kWorkbook);
  EXPECT_OK(forms);
  if (!forms.ok()) return rows;
  auto file = TableFile::Open(path, forms->front());
  EXPECT_OK(file);
  while (file.ok()) {
    const auto record = file->Next();
    EXPECT_OK(record);
    if (!record.ok() || *record == nullptr) break;
    rows.push_back((*record)->fields);
  }
  return rows;
}

TEST(OutputTest, AWorkbookHasTheRowsOfTheTable) {
  const std::vector<std::vector<std::string>> once = {
      {"代码", "名称", "区划"},
      {"U1", "长名称企业", "640100"},
      {"U2", "ab,c", "6402"}};
  EXPECT_EQ(Sheet(Shown(Format::kXlsx)), once);
  ::testing::internal::CaptureStdout();
  ListPrinter printer(Output(Format::kXlsx, Language::kZh), kEnterprises);
  ASSERT_OK(printer.Page(Enterprises()));
  ASSERT_OK(printer.Page(Enterprises()));
  ASSERT_OK(printer.End());
  auto twice = once;
  twice.push_back(once[1]);
  twice.push_back(once[2]);
  EXPECT_EQ(Sheet(::testing::internal::GetCapturedStdout()), twice);
  ::testing::internal::CaptureStdout();
  EXPECT_OK(
      Output(Format::kXlsx, Language::kZh).Show(Json{{"read", 3}, {"x", "="}}));
  EXPECT_EQ(Sheet(::testing::internal::GetCapturedStdout()),
            (std::vector<std::vector<std::string>>{{"读取", "x"}, {"3", "="}}));
}

TEST(OutputTest, WhatNoServerAnsweredIsPairs) {
  const Json summary = {{"read", 3}, {"rejected_file", "f.csv"}};
  ::testing::internal::CaptureStdout();
  EXPECT_OK(Output(Format::kTable, Language::kEn).Show(summary));
  EXPECT_OK(Output(Format::kCsv, Language::kEn).Show(summary));
  EXPECT_OK(Output(Format::kJsonLines, Language::kEn).Show(summary));
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
  EXPECT_OK(Output(Format::kTable, Language::kZh).Show(summary));
  EXPECT_OK(Output(Format::kCsv, Language::kZh).Show(summary));
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
