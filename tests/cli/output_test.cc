#include "lib/cli/output.h"

#include <cerrno>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/error.h"
#include "lib/base/exit_code.h"
#include "lib/base/status_matchers.h"
#include "lib/cli/errors.h"
#include "tests/error_rows.h"

namespace spotcheck {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::HasSubstr;

TEST(OutputTest, AFullDiskIsASentenceInBothLanguages) {
  std::ofstream full("/dev/full");
  ASSERT_TRUE(full.is_open());
  const absl::Status status = WriteText(full, "text");
  EXPECT_THAT(status, StatusReasonIs("OUTPUT_NOT_WRITABLE"));
  EXPECT_EQ(ExitCodeFor(status), ExitCode::kUnavailable);
  EXPECT_THAT(GetErrorInfo(status).message.zh, HasSubstr("磁盘已满"));
  EXPECT_THAT(GetErrorInfo(status).message.en, HasSubstr("the disk is full"));
  // What failed once stays failed: nothing can be whole any more.
  EXPECT_FALSE(WriteText(full, "").ok());
}

TEST(OutputTest, TextThatIsWrittenIsWhole) {
  std::ostringstream out;
  EXPECT_TRUE(WriteText(out, "a").ok());
  EXPECT_TRUE(WriteText(out, "b\n").ok());
  EXPECT_EQ(out.str(), "ab\n");
}

TEST(OutputTest, EveryRowOfTheTableComesWithItsPlacesFilled) {
  const std::vector<absl::Status> errors = {OutputNotWritableError(ENOSPC),
                                            OutputClosedError()};
  EXPECT_TRUE(RowsThatNeverCome(CliErrorRows(), errors).empty());
  EXPECT_TRUE(ErrorsWithoutRow(CliErrorRows(), errors).empty());
}

TEST(OutputTest, AClosedPipeIsToldFromAnyOtherFault) {
  EXPECT_TRUE(IsOutputClosed(OutputClosedError()));
  EXPECT_FALSE(IsOutputClosed(OutputNotWritableError(5)));
  EXPECT_FALSE(IsOutputClosed(absl::OkStatus()));
  EXPECT_EQ(ExitCodeFor(OutputClosedError()), ExitCode::kUnavailable);
}

}  // namespace
}  // namespace spotcheck
