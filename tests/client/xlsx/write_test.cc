#include "client/xlsx/write.h"

#include <string>
#include <vector>

#include "client/xlsx/sheet.h"
#include "client/xlsx/workbook.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/client/scratch.h"

namespace spotcheck::client {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using Cells = std::vector<std::string>;

// The bytes of one of the workbook's parts.
std::string PartOf(const std::string& path, const std::string& name) {
  const auto package = Package::Open(path);
  EXPECT_OK(package);
  auto part = package->Read(name, kMaxSheetPart);
  EXPECT_OK(part);
  std::string text;
  while (part.ok()) {
    const auto bytes = part->Next();
    EXPECT_OK(bytes);
    if (!bytes.ok() || bytes->empty()) break;
    text += *bytes;
  }
  return text;
}

std::vector<Cells> RowsOf(const std::string& path, std::size_t sheet) {
  const auto book = Workbook::Open(path);
  EXPECT_OK(book);
  auto reader =
      SheetReader::Open(*book, (*book)->sheets().at(sheet), {100, 1 << 20});
  EXPECT_OK(reader);
  std::vector<Cells> rows;
  while (reader.ok()) {
    const auto row = reader->Next();
    EXPECT_OK(row);
    if (!row.ok() || *row == nullptr) break;
    rows.push_back((*row)->fields);
  }
  return rows;
}

TEST(WriteTest, TextsStayTextsAndReadBackTheSame) {
  const Cells texts = {"911401071101882788", "0123", "=1+1",      "1E5",
                       "甲 & <乙>\n\"丙\"",  " a ",  "2026-11-04"};
  auto writer = WorkbookWriter::Create();
  ASSERT_OK(writer);
  ASSERT_OK(writer->AddSheet("企业/名录",
                             std::vector<SheetTitle>(7, {"列", {}, {}})));
  ASSERT_OK(writer->AddRow(texts));
  const auto bytes = writer->Finish();
  ASSERT_OK(bytes);
  const Scratch scratch;
  const std::string path = scratch.Write("f.xlsx", *bytes);
  const auto rows = RowsOf(path, 0);
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[1], texts);
  const auto book = Workbook::Open(path);
  ASSERT_OK(book);
  EXPECT_EQ((*book)->sheets()[0].name, "企业名录");
  const std::string sheet = PartOf(path, "xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, HasSubstr("state=\"frozen\""));
  EXPECT_THAT(sheet, HasSubstr("<cols>"));
  EXPECT_EQ(sheet.find("<f>"), std::string::npos) << "a formula";
  // 49 is the form "text": a code typed below keeps its digits.
  EXPECT_THAT(PartOf(path, "xl/styles.xml"), HasSubstr("numFmtId=\"49\""));
}

TEST(WriteTest, NumbersAreNumbersAndNotesAreShown) {
  auto writer = WorkbookWriter::Create();
  ASSERT_OK(writer);
  ASSERT_OK(writer->AddSheet("甲", {{"数量", CellKind::kNumber, "说明文字"},
                                    {"编号", CellKind::kText, ""}}));
  ASSERT_OK(writer->AddRow({"12", "12"}));
  ASSERT_OK(writer->AddRow({"无", ""}));
  ASSERT_OK(writer->AddSheet("甲", {{"乙", CellKind::kText, ""}}));
  const auto bytes = writer->Finish();
  ASSERT_OK(bytes);
  const Scratch scratch;
  const std::string path = scratch.Write("f.xlsx", *bytes);
  EXPECT_THAT(RowsOf(path, 0), ElementsAre(Cells{"数量", "编号"},
                                           Cells{"12", "12"}, Cells{"无"}));
  EXPECT_THAT(RowsOf(path, 1), ElementsAre(Cells{"乙"}));
  EXPECT_THAT(PartOf(path, "xl/worksheets/sheet1.xml"), HasSubstr("<v>12</v>"));
  EXPECT_THAT(PartOf(path, "xl/comments1.xml"), HasSubstr("说明文字"));
}

TEST(WriteTest, ATextThatNoCellHoldsIsAnError) {
  auto writer = WorkbookWriter::Create();
  ASSERT_OK(writer);
  ASSERT_OK(writer->AddSheet("a", {{"b", CellKind::kText, ""}}));
  ASSERT_OK(writer->AddRow({std::string(32'767, 'x')}));
  EXPECT_THAT(writer->AddRow({std::string(32'768, 'x')}),
              StatusReasonIs("WORKBOOK_NOT_WRITABLE"));
}

}  // namespace
}  // namespace spotcheck::client
