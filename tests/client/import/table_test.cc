#include "client/import/table.h"

#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "lib/base/text.h"
#include "tests/client/scratch.h"
#include "tests/source_dir.h"

namespace spotcheck::client {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::SizeIs;

struct Read {
  std::int64_t line;
  std::string reason;  // of the refusal
  std::string usci;
};

std::vector<Read> ReadRows(const std::string& text,
                           Encoding encoding = Encoding::kUtf8) {
  const Scratch scratch;
  const ImportTable& table = EnterpriseTable();
  auto reader =
      ImportReader::Open(scratch.Write("f.csv", text), table, encoding);
  EXPECT_OK(reader);
  std::vector<Read> rows;
  while (reader.ok()) {
    const auto row = reader->Next();
    EXPECT_OK(row);
    if (!row.ok() || *row == nullptr) break;
    rows.push_back({(*row)->line, ErrorReason((*row)->refusal),
                    reader->Cell(**row, table.IndexOf("usci"))});
  }
  return rows;
}

TEST(ImportTableTest, RowsThatCannotBeSentSayWhy) {
  const auto rows = ReadRows(
      "name,usci\n"
      "a,1\n"
      "b\n"
      "c,3,more\n"
      "d,4,,\n"
      "e\xFF,5\n"
      "\"f,6\n"
      "g,7\n");
  ASSERT_THAT(rows, SizeIs(7));
  const char* const kReasons[] = {"", "ROW_FIELD_COUNT", "ROW_FIELD_COUNT",
                                  "", "ROW_ENCODING",    "ROW_UNCLOSED_QUOTE",
                                  ""};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].reason, kReasons[i]) << i;
    EXPECT_EQ(rows[i].line, static_cast<std::int64_t>(i) + 2);
  }
  EXPECT_EQ(rows[0].usci, "1");
  EXPECT_EQ(rows[6].usci, "7");
}

TEST(ImportTableTest, TwoColumnsOfTheModelAreOneTextOnceWhereTheyAreEqual) {
  const Scratch scratch;
  const ImportTable& table = ProductTable();
  auto reader =
      ImportReader::Open(scratch.Write("p.csv",
                                       "usci,产品名称,产品类别,型号,规格\n"
                                       "1,a,b,M1,500g\n"
                                       "1,a,b, M1 ,m1\n"
                                       "1,a,b,,500g\n"
                                       "1,a,b,M1,无\n"
                                       "1,a,b,,\n"
                                       "1,a,b,GB—1,GB-1\n"),
                         table, Encoding::kUtf8);
  ASSERT_OK(reader);
  for (const char* model : {"500g M1", "m1", "500g", "M1", "", "GB-1"}) {
    const auto row = reader->Next();
    ASSERT_OK(row);
    ASSERT_NE(*row, nullptr);
    EXPECT_EQ(reader->Cell(**row, table.IndexOf("model")), model);
  }
}

TEST(ImportTableTest, Gb18030FilesAreReadAsText) {
  // 企业名称,usci / 甲,1 / a row with a byte that is no character
  const auto rows = ReadRows(
      "\xC6\xF3\xD2\xB5\xC3\xFB\xB3\xC6,usci\n\xBC\xD7,1\n\xFF\xFF,2\n",
      Encoding::kGb18030);
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[0].reason, "");
  EXPECT_EQ(rows[1].reason, "ROW_ENCODING");
}

TEST(ImportTableTest, AFileWithoutAHeaderIsRefused) {
  const Scratch scratch;
  EXPECT_THAT(ImportReader::Open(scratch.Write("f.csv", ""), EnterpriseTable(),
                                 Encoding::kUtf8),
              StatusReasonIs("EMPTY_FILE"));
  EXPECT_THAT(
      ImportReader::Open(scratch.Write("g.csv", std::string(1'000'000, ',')),
                         EnterpriseTable(), Encoding::kUtf8),
      StatusReasonIs("MISSING_COLUMN"));
}

// ASCII and Chinese of the basic plane, as a spreadsheet saves "Unicode text".
std::string Utf16(const std::string& text) {
  std::string bytes("\xFF\xFE");
  for (const char32_t code : ToUtf32(text)) {
    bytes += static_cast<char>(code & 0xFF);
    bytes += static_cast<char>(code >> 8);
  }
  return bytes;
}

TEST(ImportTableTest, UnicodeTextOfASpreadsheetIsRead) {
  const std::string rows = Utf16(
      "统一社会信用代码\t企业名称\t登记状态\r\n"
      "A\t甲\t存续\r\n"
      "B\t\"乙,丙\"\t\r\n");
  const auto read = ReadRows(rows, Encoding::kUtf16);
  ASSERT_THAT(read, SizeIs(2));
  EXPECT_EQ(read[0].usci, "A");
  EXPECT_EQ(read[0].reason, "");
  EXPECT_EQ(read[1].usci, "B");
  EXPECT_EQ(read[1].line, 3);
}

TEST(ImportTableTest, TheHeaderIsFoundBelowATitleWhateverSeparatesTheFields) {
  const struct {
    const char* what;
    std::string text;
    std::int64_t line;  // of the first row
  } kCases[] = {
      {"commas", "企业名称,统一社会信用代码\n甲,1\n", 2},
      {"a title", "附件1,\n某某市企业名录,\n企业名称,统一社会信用代码\n甲,1\n",
       4},
      {"a title with commas",
       "甲、乙,丙,丁,戊,己\n企业名称;统一社会信用代码\n甲;1\n", 3},
      {"nine rows above", "1\n2\n3\n4\n5\n6\n7\n8\n9\nusci,企业名称\n1,甲\n",
       11},
      {"semicolons", "企业名称;统一社会信用代码\n甲;1\n", 2},
      {"bars", "企业名称|统一社会信用代码\n甲|1\n", 2},
      {"tabs", "企业名称\t统一社会信用代码\n甲\t1\n", 2},
      {"a line sep=", "sep=;\r\n企业名称;统一社会信用代码\r\n甲;1\r\n", 3},
      {"a line sep= of another one", "sep=^\n企业名称^usci\n甲^1\n", 3},
      {"marks and remarks",
       "*企业名称,\"统一社会信用代码\r\n（必填）\"\n甲,1\n", 3},
      {"blank rows", "企业名称,usci,\n,,\n甲,1,\n , ,\n", 3},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.what);
    const auto rows = ReadRows(c.text);
    ASSERT_THAT(rows, SizeIs(1));
    EXPECT_EQ(rows[0].usci, "1");
    EXPECT_EQ(rows[0].reason, "");
    EXPECT_EQ(rows[0].line, c.line);
  }
}

TEST(ImportTableTest, AHeaderBelowTheTenthRowIsNone) {
  const Scratch scratch;
  EXPECT_THAT(
      ImportReader::Open(
          scratch.Write("f.csv",
                        "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\nusci,企业名称\n1,甲\n"),
          EnterpriseTable(), Encoding::kUtf8),
      StatusReasonIs("MISSING_COLUMN"));
}

TEST(ImportTableTest, ABarThatIsHalfAChineseCharacterSeparatesNothing) {
  // 鱸 is F7 7C in GB18030, and 7C is a bar.
  const auto rows = ReadRows("name|usci\n\xF7\x7C|1\n", Encoding::kGb18030);
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].usci, "1");
}

TEST(ImportTableTest, LinesThatEndWithAReturnAloneAreRefused) {
  const Scratch scratch;
  EXPECT_THAT(ImportReader::Open(scratch.Write("f.csv", "usci,name\r1,a\r"),
                                 EnterpriseTable(), Encoding::kUtf8),
              StatusReasonIs("LINE_ENDS"));
}

TEST(ImportTableTest, TheSheetWithTheHeaderIsReadHoweverManyThereAre) {
  const std::string path =
      std::string(SourceDir()) + "/tests/testdata/xlsx/enterprises.xlsx";
  const ImportTable& table = EnterpriseTable();
  auto reader = ImportReader::Open(path, table, Encoding::kWorkbook);
  ASSERT_OK(reader);
  EXPECT_EQ(reader->file().sheet(), "企业名录");
  const struct {
    std::int64_t line;
    const char* usci;
    const char* name;
    const char* registered_on;
    const char* postcode;
  } kRows[] = {
      {4, "91640100MA7TEXT01P", "宁夏甲食品有限公司", "2009-11-04", "750001"},
      {5, "91640181MA7TEXT025", "宁夏乙乳业有限公司", "2019-03-01 10:30:00",
       "010020"},
      {7, "91110000MA7TEXT03T", "=1+1", "39756", "100000"}};
  for (const auto& expected : kRows) {
    const auto row = reader->Next();
    ASSERT_OK(row);
    ASSERT_NE(*row, nullptr);
    EXPECT_OK((*row)->refusal);
    EXPECT_EQ((*row)->line, expected.line);
    const auto cell = [&](const char* field) {
      return reader->Cell(**row, table.IndexOf(field));
    };
    EXPECT_EQ(cell("usci"), expected.usci);
    EXPECT_EQ(cell("enterprise_name"), expected.name);
    EXPECT_EQ(cell("registered_on"), expected.registered_on);
    EXPECT_EQ(cell("postcode"), expected.postcode);
  }
  const auto end = reader->Next();
  ASSERT_OK(end);
  EXPECT_EQ(*end, nullptr);
}

TEST(ImportTableTest, WhatASpreadsheetCouldNotComputeIsNoValue) {
  const Scratch scratch;
  const ImportTable& table = EnterpriseTable();
  auto reader = ImportReader::Open(
      scratch.Write("f.csv", "usci,name,city\n1,a,#N/A\n2,#REF!,b\n"), table,
      Encoding::kUtf8);
  ASSERT_OK(reader);
  auto row = reader->Next();
  ASSERT_OK(row);
  EXPECT_OK((*row)->refusal);
  EXPECT_EQ(reader->Cell(**row, table.IndexOf("city")), "");
  EXPECT_EQ((*row)->uncomputed, std::vector{table.IndexOf("city")});
  row = reader->Next();
  ASSERT_OK(row);
  EXPECT_EQ(ErrorReason((*row)->refusal), "ROW_FORMULA_ERROR");
  EXPECT_TRUE((*row)->uncomputed.empty());
}

TEST(ImportTableTest, ACellThatWasMadeHarmlessIsReadAsItWas) {
  const Scratch scratch;
  auto reader =
      ImportReader::Open(scratch.Write("f.csv", "usci,name\n'-1,'=a\n"),
                         EnterpriseTable(), Encoding::kUtf8);
  ASSERT_OK(reader);
  const auto row = reader->Next();
  ASSERT_OK(row);
  EXPECT_EQ((*row)->cells, (std::vector<std::string>{"-1", "=a"}));
}

TEST(ImportTableTest, AMissingColumnIsToldWithTheHeaderThereIs) {
  const Scratch scratch;
  const auto reader = ImportReader::Open(scratch.Write("f.csv", "名称,地址\n"),
                                         EnterpriseTable(), Encoding::kUtf8);
  EXPECT_THAT(reader, StatusReasonIs("MISSING_COLUMN"));
  EXPECT_EQ(GetErrorInfo(reader.status()).metadata.at("header"), "名称 | 地址");
}

}  // namespace
}  // namespace spotcheck::client
