// What the result commands read from tables, and which lines they refuse.

#include <set>
#include <string>
#include <vector>

#include "client/command_tree.h"
#include "client/commands/commands.h"
#include "client/commands/items.h"
#include "client/commands/record_file.h"
#include "client/early_options.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "spotcheck/v1/credit.pb.h"
#include "tests/client/scratch.h"

namespace spotcheck::client {
namespace {

using ::spotcheck::testing::StatusReasonIs;

TEST(ResultItems, AreReadWithEitherHeader) {
  const Scratch scratch;
  const std::string path = scratch.Write(
      "items.csv",
      "项目名称,标准要求,实测值,结论\n甲醛含量,≤75mg/kg,20,合格\npH,4.0~7.5,"
      "8.1,fail\n");
  ASSERT_OK_AND_ASSIGN(const Items items, ReadItems(path));
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(items[0].item(), "甲醛含量");
  EXPECT_EQ(items[0].requirement(), "≤75mg/kg");
  EXPECT_EQ(items[0].measured(), "20");
  EXPECT_EQ(items[0].verdict(), v1::VERDICT_PASS);
  EXPECT_EQ(items[1].verdict(), v1::VERDICT_FAIL);
}

TEST(ResultItems, OfSeveralReportsAreKeptApart) {
  const Scratch scratch;
  const std::string path =
      scratch.Write("items.csv",
                    "report_no,item,requirement,measured,verdict\nJC1,a,,1,"
                    "pass\nJC2,b,,2,fail\nJC1,c,,3,pass\n");
  ASSERT_OK_AND_ASSIGN(const auto reports, ReadItemsByReport(path));
  ASSERT_EQ(reports.size(), 2u);
  ASSERT_EQ(reports.at("JC1").size(), 2u);
  EXPECT_EQ(reports.at("JC1")[1].item(), "c");
  EXPECT_EQ(reports.at("JC2")[0].verdict(), v1::VERDICT_FAIL);
}

TEST(ResultItems, APendingItemIsNoVerdict) {
  const Scratch scratch;
  const std::string path = scratch.Write(
      "items.csv", "item,requirement,measured,verdict\na,,1,检验中\n");
  EXPECT_THAT(ReadItems(path), StatusReasonIs("UNKNOWN_WORD"));
}

TEST(ResultTable, HasAFieldOfTheRowForEachColumn) {
  std::set<std::string> required;
  for (const ImportColumn& column : ResultTable().columns) {
    const std::string field(column.field);
    EXPECT_NE(v1::ResultRow::descriptor()->FindFieldByName(field), nullptr)
        << field;
    if (column.need == ColumnNeed::kRequired) required.insert(field);
  }
  EXPECT_EQ(required,
            (std::set<std::string>{"usci", "sampled", "verdict", "report_no"}));
}

std::string WrongOf(const std::vector<std::string>& line) {
  GlobalOptions options;
  CommandTree tree(options);
  AddAllCommands(tree);
  const CommandTree::Parsed parsed = tree.Parse(line);
  return parsed.error.ok() ? "" : GetErrorInfo(parsed.error).reason;
}

TEST(ResultCommands, ALineIsWholeOrRefused) {
  const struct {
    std::vector<std::string> line;
    std::string reason;  // "" where the line is good
  } kCases[] = {
      {{"result", "record", "--task", "T", "--file", "f.xlsx"}, ""},
      {{"result", "record", "--task", "T", "--file", "f.csv", "--items", "i"},
       ""},
      {{"result", "record", "--task", "T", "--file", "f.csv", "--line", "L"},
       "ARGUMENTS_CONFLICT"},
      {{"result", "record", "--task", "T", "--file", "f.csv", "--verdict",
        "pass"},
       "ARGUMENTS_CONFLICT"},
      {{"result", "record", "--task", "T"}, "ARGUMENT_MISSING"},
      {{"result", "record", "--file", "f.csv"}, "ARGUMENT_MISSING"},
      {{"result", "correct", "C1", "--reason", "r", "--basis", "b", "--verdict",
        "fail", "--severity", "serious"},
       ""},
      {{"result", "correct", "C1", "--reason", "r"}, "ARGUMENT_MISSING"},
      {{"result", "correct", "C1", "--reason", "r", "--basis", "b", "--verdict",
        "pending"},
       "VALUE_INVALID"},
      {{"result", "void", "C1", "--reason", "r", "--basis", "b"}, ""},
      {{"result", "void", "C1", "--basis", "b"}, "ARGUMENT_MISSING"},
      {{"result", "approve", "X1"}, ""},
      {{"result", "approve"}, "ARGUMENT_MISSING"},
      {{"result", "changes", "--state", "waiting"}, ""},
      {{"result", "changes", "--state", "open"}, "VALUE_INVALID"},
  };
  for (const auto& test : kCases) {
    EXPECT_EQ(WrongOf(test.line), test.reason)
        << ::testing::PrintToString(test.line);
  }
}

}  // namespace
}  // namespace spotcheck::client
