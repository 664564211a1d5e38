#include "client/import/table.h"

#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "lib/base/text.h"
#include "tests/client/scratch.h"

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

TEST(ImportTableTest, AMissingColumnIsToldWithTheHeaderThereIs) {
  const Scratch scratch;
  const auto reader = ImportReader::Open(scratch.Write("f.csv", "名称,地址\n"),
                                         EnterpriseTable(), Encoding::kUtf8);
  EXPECT_THAT(reader, StatusReasonIs("MISSING_COLUMN"));
  EXPECT_EQ(GetErrorInfo(reader.status()).metadata.at("header"), "名称 | 地址");
}

}  // namespace
}  // namespace spotcheck::client
