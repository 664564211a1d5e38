#include "lib/base/exit_code.h"

#include <cerrno>

#include "gtest/gtest.h"
#include "lib/base/errors.h"
#include "server/identity/errors.h"
#include "server/setup/errors.h"

namespace spotcheck::server {
namespace {

TEST(ExitCode, FollowsTheContract) {
  struct Row {
    absl::Status status;
    int exit;
  };
  const Row rows[] = {{absl::OkStatus(), 0},
                      {NoDataFolder("f"), 3},
                      {FileNotWritableError({"f", EACCES}), 4},
                      {AlreadyServing("f"), 5},
                      {PersonExists("n"), 5},
                      {AddressTaken("a"), 6},
                      {InvalidPersonName("n"), 7},
                      {KeyFileMalformed("f"), 6}};
  for (const Row& row : rows) {
    EXPECT_EQ(static_cast<int>(ExitCodeFor(row.status)), row.exit)
        << row.status;
  }
}

}  // namespace
}  // namespace spotcheck::server
