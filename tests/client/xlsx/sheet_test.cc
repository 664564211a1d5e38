#include "client/xlsx/sheet.h"

#include <string>
#include <utility>
#include <vector>

#include "client/xlsx/workbook.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/client/scratch.h"
#include "tests/client/xlsx/make_zip.h"
#include "tests/source_dir.h"

namespace spotcheck::client {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr SheetLimits kLimits = {20, 1000};

absl::StatusOr<std::vector<SheetRow>> ReadSheet(const std::string& path,
                                                std::size_t sheet = 0) {
  const auto book = Workbook::Open(path);
  if (!book.ok()) return book.status();
  auto reader = SheetReader::Open(*book, (*book)->sheets().at(sheet), kLimits);
  if (!reader.ok()) return reader.status();
  std::vector<SheetRow> rows;
  while (true) {
    const auto row = reader->Next();
    if (!row.ok()) return row.status();
    if (*row == nullptr) return rows;
    rows.push_back(**row);
  }
}

absl::StatusOr<std::vector<SheetRow>> ReadParts(const Parts& parts) {
  const Scratch scratch;
  MakeZip(scratch.Path("f.xlsx"), parts);
  return ReadSheet(scratch.Path("f.xlsx"));
}

std::vector<SheetRow> ReadRows(const std::string& rows) {
  auto read = ReadParts(WorkbookParts(rows));
  EXPECT_OK(read);
  return read.ok() ? *std::move(read) : std::vector<SheetRow>();
}

TEST(SheetTest, EveryKindOfCellIsText) {
  const auto rows = ReadRows(
      R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>)"
      R"(<c r="C2" t="s"><v>2</v></c><c r="D2" t="s"><v>3</v></c>)"
      R"(<c r="E2" t="s"><v>99</v></c><c r="F2"><v>640181</v></c></row>)"
      R"(<row r="5"><c r="A5" s="1"><v>46330</v></c><c r="B5" s="2"><v>10020</v>)"
      R"(</c><c r="C5" s="3" t="n"><v>46330</v></c><c r="D5" t="str">)"
      R"(<f>A1&amp;"x"</f><v>x</v></c><c r="E5" t="b"><v>1</v></c>)"
      R"(<c r="F5" t="e"><v>#N/A</v></c><c r="G5" t="d"><v>2026-11-04</v></c>)"
      R"(<c r="H5" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>)"
      R"(<c r="J5" s="1"/></row>)");
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[0].number, 2);
  EXPECT_THAT(rows[0].fields,
              ElementsAre("一", "二 三", "a\rb", "", "", "640181"));
  EXPECT_EQ(rows[1].number, 5);
  EXPECT_THAT(rows[1].fields,
              ElementsAre("2026-11-04", "010020", "2026-11-04", "x", "TRUE",
                          "#N/A", "2026-11-04", "甲乙"));
}

TEST(SheetTest, PrefixesAndMissingReferencesAreTheWritersChoice) {
  Parts parts = WorkbookParts("");
  parts["xl/worksheets/sheet1.xml"] =
      R"(<?xml version="1.0"?><x:worksheet xmlns:x="u"><x:sheetData><x:row>)"
      R"(<x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c><x:v>2</x:v>)"
      R"(</x:c></x:row><x:row/></x:sheetData></x:worksheet>)";
  const auto rows = ReadParts(parts);
  ASSERT_OK(rows);
  ASSERT_THAT(*rows, SizeIs(2));
  EXPECT_THAT((*rows)[0].fields, ElementsAre("a", "2"));
  EXPECT_EQ((*rows)[0].number, 1);
  EXPECT_EQ((*rows)[1].number, 2);
}

TEST(SheetTest, DaysCountFrom1904WhereTheWorkbookSaysSo) {
  Parts parts = WorkbookParts(R"(<row><c s="1"><v>44868</v></c></row>)");
  std::string& book = parts["xl/workbook.xml"];
  book.insert(book.find("<sheets>"), R"(<workbookPr date1904="1"/>)");
  const auto rows = ReadParts(parts);
  ASSERT_OK(rows);
  EXPECT_THAT(rows->at(0).fields, ElementsAre("2026-11-04"));
}

TEST(SheetTest, CellsMergedOverRowsStandInEachOfThem) {
  Parts parts = WorkbookParts(
      R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row>)"
      R"(<row r="2"><c r="B2"><v>2</v></c></row>)"
      R"(<row r="3"><c r="B3"><v>3</v></c></row>)"
      R"(<row r="4"><c r="B4"><v>4</v></c></row>)");
  std::string& sheet = parts["xl/worksheets/sheet1.xml"];
  sheet.insert(sheet.find("</worksheet>"),
               R"(<mergeCells><mergeCell ref="A1:A3"/>)"
               R"(<mergeCell ref="C1:F1"/></mergeCells>)");
  const auto rows = ReadParts(parts);
  ASSERT_OK(rows);
  ASSERT_THAT(*rows, SizeIs(4));
  EXPECT_THAT((*rows)[1].fields, ElementsAre("一", "2"));
  EXPECT_THAT((*rows)[2].fields, ElementsAre("一", "3"));
  EXPECT_THAT((*rows)[3].fields, ElementsAre("", "4"));
}

TEST(SheetTest, RowsBeyondTheLimitsAreFaulty) {
  const auto rows = ReadRows(
      R"(<row><c r="T1"><v>1</v></c></row><row><c r="U2"><v>1</v></c></row>)"
      R"(<row><c t="str"><v>)" +
      std::string(1001, 'x') + R"(</v></c></row><row><c t="str"><v>)" +
      std::string(600, 'x') + R"(</v></c><c t="str"><v>)" +
      std::string(600, 'x') + R"(</v></c></row><row><c><v>1</v></c></row>)");
  ASSERT_THAT(rows, SizeIs(5));
  EXPECT_EQ(rows[0].fault, SheetFault::kNone);
  EXPECT_EQ(rows[1].fault, SheetFault::kTooManyFields);
  EXPECT_EQ(rows[2].fault, SheetFault::kTooLong);
  EXPECT_EQ(rows[3].fault, SheetFault::kTooLong);
  EXPECT_EQ(rows[4].fault, SheetFault::kNone);
}

TEST(SheetTest, WhatIsNoWorkbookIsRefusedWithItsReason) {
  const std::string entities =
      R"(<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>)";
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<a>";
  const struct {
    const char* what;
    std::string part;
    std::string text;
  } kCases[] = {
      {"entities that grow", "xl/worksheets/sheet1.xml",
       entities + "<worksheet><sheetData/></worksheet>"},
      {"a thousand elements in each other", "xl/worksheets/sheet1.xml", deep},
      {"a tag without end", "xl/worksheets/sheet1.xml",
       "<worksheet a=\"" + std::string(3 << 20, 'x') + "\"></worksheet>"},
      {"half an XML", "xl/worksheets/sheet1.xml", "<worksheet><sheetData>"},
      {"no XML", "xl/workbook.xml", "PK"},
      {"no sheet", "xl/workbook.xml", "<workbook/>"},
      {"another document", "_rels/.rels", "<Relationships/>"},
      {"a binary workbook", "_rels/.rels",
       R"(<Relationships><Relationship Type="x/officeDocument" )"
       R"(Target="xl/workbook.bin"/></Relationships>)"},
  };
  for (const auto& c : kCases) {
    Parts parts = WorkbookParts("<row/>");
    parts[c.part] = c.text;
    EXPECT_THAT(ReadParts(parts), StatusReasonIs("WORKBOOK_BROKEN")) << c.what;
  }
  Parts parts = WorkbookParts("");
  for (const char* gone : {"_rels/.rels", "xl/_rels/workbook.xml.rels",
                           "xl/worksheets/sheet1.xml"}) {
    Parts without = parts;
    without.erase(gone);
    EXPECT_THAT(ReadParts(without), StatusReasonIs("WORKBOOK_BROKEN")) << gone;
  }
  const Scratch scratch;
  EXPECT_THAT(Workbook::Open(scratch.Write("f.xlsx", "PK\x03\x04 and no more")),
              StatusReasonIs("WORKBOOK_BROKEN"));
}

TEST(SheetTest, APartThatUnpacksToFarMoreThanItIsIsRefused) {
  Parts parts = WorkbookParts("<row/>");
  parts["xl/styles.xml"] = "<styleSheet>" + std::string(17 << 20, ' ');
  EXPECT_THAT(ReadParts(parts), StatusReasonIs("WORKBOOK_TOO_LARGE"));
}

TEST(SheetTest, AWorkbookOfAnotherWriterIsRead) {
  const std::string path =
      std::string(SourceDir()) + "/tests/testdata/xlsx/enterprises.xlsx";
  const auto book = Workbook::Open(path);
  ASSERT_OK(book);
  ASSERT_THAT((*book)->sheets(), SizeIs(2)) << "the hidden one is left out";
  EXPECT_EQ((*book)->sheets()[1].name, "企业名录");
  const auto rows = ReadSheet(path, 1);
  ASSERT_OK(rows);
  ASSERT_THAT(*rows, SizeIs(7));
  EXPECT_THAT(
      (*rows)[3].fields,
      ElementsAre("91640100MA7TEXT01P", "宁夏甲食品有限公司", "2009-11-04",
                  "有限责任公司", "宁夏", "750001", "存续"));
  EXPECT_THAT((*rows)[4].fields,
              ElementsAre("91640181MA7TEXT025", "宁夏乙乳业有限公司",
                          "2019-03-01 10:30:00", "", "宁夏", "010020", "存续"));
  EXPECT_THAT((*rows)[5].fields, IsEmpty());
}

}  // namespace
}  // namespace spotcheck::client
