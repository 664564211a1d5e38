#include "client/xlsx/errors.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/error_rows.h"

namespace spotcheck::client {
namespace {

using ::testing::IsEmpty;

TEST(XlsxErrors, EveryRowComesWithItsPlacesFilled) {
  const std::string text = "文本 text";
  const std::vector<absl::Status> errors = {
      WorkbookBrokenError(text, {text, text}),
      WorkbookTooLargeError({text, text}, 4),
      WorkbookNotWritableError(text),
  };
  EXPECT_THAT(RowsThatNeverCome(XlsxErrorRows(), errors), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(XlsxErrorRows(), errors), IsEmpty());
}

}  // namespace
}  // namespace spotcheck::client
