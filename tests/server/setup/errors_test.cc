#include "server/setup/errors.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/error_rows.h"

namespace spotcheck::server {
namespace {

using ::testing::IsEmpty;

// Calls every error function once, and more often where its sentence varies.
std::vector<absl::Status> Examples(const std::string& text) {
  return {
      DataFolderInUse(text),   NoDataFolder(text),     AlreadyServing(text),
      AddressTaken(text),      KeyFileMalformed(text), InvalidOrigin(text),
      JournalKeyChanged(text),
  };
}

TEST(SetupErrors, EveryRowComesWithItsPlacesFilled) {
  EXPECT_THAT(RowsThatNeverCome(SetupErrorRows(), Examples("v")), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(SetupErrorRows(), Examples("v")), IsEmpty());
}

TEST(SetupErrors, APathStandsWholeInTheSentence) {
  const std::string path(300, 'x');
  EXPECT_NE(DataFolderInUse(path).message().find(path), std::string::npos);
}

}  // namespace
}  // namespace spotcheck::server
