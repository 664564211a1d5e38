#include "server/setup/errors.h"

#include <cerrno>
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
      FileNotReadable({text, ENOSPC}),
      FileNotWritable({text, ENOSPC}),
      FileExists(text),
      FileTooLarge(text, 4),
      DataFolderInUse(text),
      NoDataFolder(text),
      AlreadyServing(text),
      AddressTaken(text),
      KeyFileMalformed(text),
      InvalidOrigin(text),
      JournalKeyChanged(text),
  };
}

TEST(SetupErrors, EveryRowComesWithItsPlacesFilled) {
  EXPECT_THAT(RowsThatNeverCome(SetupErrorRows(), Examples("v")), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(SetupErrorRows(), Examples("v")), IsEmpty());
}

TEST(SetupErrors, TheCodeOfAFileFollowsFromTheSystemsError) {
  const struct {
    int error;
    absl::StatusCode code;
  } kCases[] = {{ENOENT, absl::StatusCode::kNotFound},
                {ENOTDIR, absl::StatusCode::kNotFound},
                {EACCES, absl::StatusCode::kPermissionDenied},
                {EPERM, absl::StatusCode::kPermissionDenied},
                {EROFS, absl::StatusCode::kPermissionDenied},
                {ENOSPC, absl::StatusCode::kFailedPrecondition}};
  for (const auto& one : kCases) {
    EXPECT_EQ(FileNotReadable({"f", one.error}).code(), one.code);
    EXPECT_EQ(FileNotWritable({"f", one.error}).code(), one.code);
  }
}

TEST(SetupErrors, APathStandsWholeInTheSentence) {
  const std::string path(300, 'x');
  EXPECT_EQ(FileExists(path).message(),
            path + " exists and is not overwritten");
}

}  // namespace
}  // namespace spotcheck::server
