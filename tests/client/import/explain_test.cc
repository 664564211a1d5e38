#include "client/import/explain.h"

#include <string>

#include "client/import/table.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/client/scratch.h"

namespace spotcheck::client {
namespace {

using ::testing::HasSubstr;

const ImportTable* const kTables[] = {&EnterpriseTable(), &ProductTable(),
                                      &LabTable(), &InspectorTable(),
                                      &CheckTable()};

TEST(ExplainTest, EveryColumnIsExplainedInBothLanguages) {
  for (const ImportTable* table : kTables) {
    for (const ImportColumn& column : table->columns) {
      const std::string zh = Explain(column, Language::kZh);
      const std::string en = Explain(column, Language::kEn);
      EXPECT_FALSE(zh.empty()) << column.field;
      EXPECT_FALSE(en.empty()) << column.field;
      EXPECT_NE(zh, en) << column.field;
      EXPECT_EQ(
          zh.find("其中之一：") + std::string("其中之一：").size() == zh.size(),
          false)
          << column.field << " has no words";
    }
  }
}

TEST(ExplainTest, ClosedListsNameTheirWords) {
  const auto& table = CheckTable();
  EXPECT_THAT(Explain(table.columns[table.IndexOf("verdict")], Language::kZh),
              HasSubstr("不合格"));
  EXPECT_THAT(Explain(table.columns[table.IndexOf("level")], Language::kEn),
              HasSubstr("provincial"));
}

TEST(ExplainTest, TheHelpMarksWhatIsRequired) {
  const std::string help = FormatColumns(ProductTable(), Language::kZh);
  EXPECT_THAT(help, HasSubstr("  * 产品名称 (product_name"));
  EXPECT_THAT(help, HasSubstr("    商标 (trademark"));
}

TEST(ExplainTest, AnEmptyWorkbookIsAFileOfItsTable) {
  const Scratch scratch;
  for (const ImportTable* table : kTables) {
    for (const Language language : {Language::kZh, Language::kEn}) {
      const auto bytes = EmptyWorkbook(*table, language);
      ASSERT_OK(bytes);
      auto reader = ImportReader::Open(scratch.Write("t.xlsx", *bytes), *table,
                                       Encoding::kWorkbook);
      ASSERT_OK(reader);
      for (const auto& place : reader->map()) EXPECT_TRUE(place.has_value());
      const auto row = reader->Next();
      ASSERT_OK(row);
      EXPECT_EQ(*row, nullptr);
      EXPECT_EQ(reader->header().front().front(), '*');
    }
  }
}

}  // namespace
}  // namespace spotcheck::client
