#include "client/import/rejected.h"

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/client/scratch.h"

namespace spotcheck::client {
namespace {

TEST(RejectedFileTest, HoldsTheRowsWithLineAndReason) {
  const Scratch scratch;
  RejectedFile file(scratch.Path("e.csv"), {"企业名称", "代码"});
  ASSERT_OK(file.Add({7, {"甲,乙", "1"}, "INVALID_USCI", {"代码错", "bad"}}));
  ASSERT_OK(file.Add({9, {"\"丙"}, "ROW_UNCLOSED_QUOTE", {"引号", "quote"}}));
  ASSERT_OK(file.Finish());
  EXPECT_EQ(file.path(), scratch.Path("e.csv.rejected.csv"));
  EXPECT_EQ(scratch.Read("e.csv.rejected.csv"),
            "\xEF\xBB\xBF企业名称,代码,行号,原因代码,原因,Reason\n"
            "\"甲,乙\",1,7,INVALID_USCI,代码错,bad\n"
            "\"\"\"丙\",,9,ROW_UNCLOSED_QUOTE,引号,quote\n");
}

TEST(RejectedFileTest, RunsNothingInASpreadsheet) {
  const Scratch scratch;
  RejectedFile file(scratch.Path("e.csv"), {"=a"});
  ASSERT_OK(file.Add({2, {"@SUM(1)"}, "R", {"-", "+"}}));
  ASSERT_OK(file.Finish());
  EXPECT_EQ(scratch.Read("e.csv.rejected.csv"),
            "\xEF\xBB\xBF'=a,行号,原因代码,原因,Reason\n'@SUM(1),2,R,'-,'+\n");
}

TEST(RejectedFileTest, IsRemovedWhereNothingIsRefused) {
  const Scratch scratch;
  scratch.Write("e.csv.rejected.csv", "from an earlier import");
  RejectedFile file(scratch.Path("e.csv"), {"代码"});
  ASSERT_OK(file.Finish());
  EXPECT_EQ(file.path(), "");
  EXPECT_FALSE(std::filesystem::exists(scratch.Path("e.csv.rejected.csv")));
}

}  // namespace
}  // namespace spotcheck::client
