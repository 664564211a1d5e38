#include "client/io/csv.h"

#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/client/scratch.h"

namespace spotcheck::client {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Fields = std::vector<std::string>;

std::vector<CsvRecord> ReadAll(const std::string& text) {
  const Scratch scratch;
  auto reader = CsvReader::Open(scratch.Write("f.csv", text));
  EXPECT_OK(reader);
  std::vector<CsvRecord> records;
  while (reader.ok()) {
    const auto record = reader->Next();
    EXPECT_OK(record);
    if (!record.ok() || *record == nullptr) break;
    records.push_back(**record);
  }
  return records;
}

struct Case {
  const char* what;
  std::string text;
  std::vector<Fields> records;
};

TEST(CsvTest, SplitsRecordsAsRfc4180Says) {
  const Case kCases[] = {
      {"plain", "a,b\nc,d\n", {{"a", "b"}, {"c", "d"}}},
      {"no last line feed", "a,b\nc,d", {{"a", "b"}, {"c", "d"}}},
      {"CRLF", "a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
      {"CRLF behind a quote", "\"a\",\"b\"\r\n", {{"a", "b"}}},
      {"byte order mark", "\xEF\xBB\xBF甲,乙\n", {{"甲", "乙"}}},
      {"empty fields", ",\n,,\n", {{"", ""}, {"", "", ""}}},
      {"a comma within quotes", "\"a,b\",c\n", {{"a,b", "c"}}},
      {"a line break within quotes", "\"a\r\nb\",c\n", {{"a\r\nb", "c"}}},
      {"doubled quotes", "\"a\"\"b\",\"\"\"\"\n", {{"a\"b", "\""}}},
      {"a quote within an unquoted field", "5\" pipe,x\n", {{"5\" pipe", "x"}}},
      {"text behind a closing quote", "\"a\"b,c\n", {{"ab", "c"}}},
      {"empty lines", "a\n\n\r\nb\n", {{"a"}, {"b"}}},
      {"a quoted empty field", "\"\",x\n", {{"", "x"}}},
      {"a NUL byte",
       std::string("a\0b,c\n", 6),
       {{std::string("a\0b", 3), "c"}}},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.what);
    std::vector<Fields> records;
    for (CsvRecord& record : ReadAll(c.text)) {
      EXPECT_EQ(record.fault, CsvFault::kNone);
      records.push_back(std::move(record.fields));
    }
    EXPECT_EQ(records, c.records);
  }
}

TEST(CsvTest, CountsPhysicalLines) {
  const auto records = ReadAll("h\n\n\"a\nb\"\nc\n");
  ASSERT_THAT(records, SizeIs(3));
  EXPECT_EQ(records[0].line, 1);
  EXPECT_EQ(records[1].line, 3);
  EXPECT_EQ(records[2].line, 5);
}

TEST(CsvTest, AnEmptyFileHasNoRecords) {
  EXPECT_THAT(ReadAll(""), IsEmpty());
  EXPECT_THAT(ReadAll("\n\n"), IsEmpty());
}

TEST(CsvTest, AnUnclosedQuoteCostsItsOwnLineOnly) {
  const auto records = ReadAll("a,b\n\"c,d\ne,f\n");
  ASSERT_THAT(records, SizeIs(3));
  EXPECT_EQ(records[1].fault, CsvFault::kUnclosedQuote);
  EXPECT_EQ(records[1].line, 2);
  EXPECT_EQ(records[1].head, "\"c,d");
  EXPECT_THAT(records[2].fields, ElementsAre("e", "f"));
  EXPECT_EQ(records[2].line, 3);
}

TEST(CsvTest, ATenMegabyteFieldIsOneFaultyRow) {
  const std::string huge(10 << 20, 'x');
  for (const std::string& field : {huge, "\"" + huge + "\""}) {
    const auto records = ReadAll("a,b\n" + field + ",1\ne,f\n");
    ASSERT_THAT(records, SizeIs(3));
    EXPECT_EQ(records[1].fault, CsvFault::kTooLong);
    EXPECT_LE(records[1].head.size(), 200u);
    EXPECT_THAT(records[2].fields, ElementsAre("e", "f"));
  }
}

TEST(CsvTest, AMillionCommasAreOneFaultyRow) {
  const auto records = ReadAll("a\n" + std::string(1'000'000, ',') + "\nb\n");
  ASSERT_THAT(records, SizeIs(3));
  EXPECT_EQ(records[1].fault, CsvFault::kTooManyFields);
  EXPECT_THAT(records[2].fields, ElementsAre("b"));
}

TEST(CsvTest, RecordsMayLieAcrossReads) {
  std::string text;
  for (int i = 0; i < 50'000; ++i) {
    text += std::to_string(i) + ",\"line\n" + std::to_string(i) + "\"\n";
  }
  const auto records = ReadAll(text);
  ASSERT_THAT(records, SizeIs(50'000));
  for (int i = 0; i < 50'000; ++i) {
    const auto& record = records[static_cast<std::size_t>(i)];
    ASSERT_THAT(record.fields,
                ElementsAre(std::to_string(i), "line\n" + std::to_string(i)));
    ASSERT_EQ(record.line, 2 * i + 1);
  }
}

TEST(CsvTest, WhatIsNoFileIsRefused) {
  const Scratch scratch;
  EXPECT_THAT(CsvReader::Open(scratch.Path("none.csv")),
              ::spotcheck::testing::StatusReasonIs("FILE_NOT_READABLE"));
  EXPECT_THAT(CsvReader::Open(scratch.Path("")),
              ::spotcheck::testing::StatusReasonIs("FILE_NOT_READABLE"));
}

TEST(CsvTest, WrittenRecordsReadBackTheSame) {
  const Fields fields = {"a", "b,c", "d\"e", "f\r\ng", "", "甲"};
  const auto records = ReadAll(FormatCsvRecord(fields));
  ASSERT_THAT(records, SizeIs(1));
  EXPECT_EQ(records[0].fields, fields);
}

}  // namespace
}  // namespace spotcheck::client
