#include "client/demo/errors.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/error_rows.h"

namespace spotcheck::client {
namespace {

using ::testing::IsEmpty;

std::vector<absl::Status> Examples(const std::string& text) {
  return {DemoSizeOutOfRangeError(0), DemoWriteFailedError(text)};
}

TEST(DemoErrors, EveryRowComesWithItsPlacesFilled) {
  EXPECT_THAT(RowsThatNeverCome(DemoErrorRows(), Examples("v")), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(DemoErrorRows(), Examples("v")), IsEmpty());
}

}  // namespace
}  // namespace spotcheck::client
