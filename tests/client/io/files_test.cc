#include "client/io/files.h"

#include <string>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/client/scratch.h"

namespace spotcheck::client {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusReasonIs;

TEST(FilesTest, AnExistingFileIsReplacedOnlyWhereThatIsSaid) {
  const Scratch scratch;
  const std::string path = scratch.Write("f", "old");
  const absl::Status refused = WriteFile(path, {}, "new");
  EXPECT_THAT(refused, StatusReasonIs("FILE_EXISTS"));
  EXPECT_NE(refused.message().find("--yes"), std::string::npos);
  EXPECT_EQ(scratch.Read("f"), "old");
  ASSERT_OK(WriteFile(path, {Access::kPublic, Existing::kReplace}, "new"));
  EXPECT_EQ(scratch.Read("f"), "new");
}

TEST(FilesTest, WhatIsKeptIsNeverReplacedByAnother) {
  const Scratch scratch;
  const std::string path = scratch.Path("w.receipt.json");
  EXPECT_THAT(KeepFile(path, "one"), IsOkAndHolds(path));
  EXPECT_THAT(KeepFile(path, "one"), IsOkAndHolds(path));
  EXPECT_THAT(KeepFile(path, "two"),
              IsOkAndHolds(scratch.Path("w.receipt.2.json")));
  EXPECT_THAT(KeepFile(path, "three"),
              IsOkAndHolds(scratch.Path("w.receipt.3.json")));
  EXPECT_THAT(KeepFile(path, "two"),
              IsOkAndHolds(scratch.Path("w.receipt.2.json")));
  EXPECT_EQ(scratch.Read("w.receipt.json"), "one");
  EXPECT_THAT(KeepFile(scratch.Path("no/such/folder"), "x"),
              StatusReasonIs("FILE_NOT_WRITABLE"));
}

TEST(FilesTest, NamesOfCompanionFiles) {
  EXPECT_EQ(PublicName("a/k.json"), "a/k.pub.json");
  EXPECT_EQ(ReceiptName("w.json"), "w.receipt.json");
  EXPECT_EQ(Beside("/etc/x", "ca.crt"), "/etc/x/ca.crt");
  EXPECT_EQ(Beside("/etc/x", "/ca.crt"), "/ca.crt");
  const Scratch scratch;
  EXPECT_THAT(ReadFirstLine(scratch.Write("l", " one \r\ntwo\n")),
              IsOkAndHolds("one"));
}

}  // namespace
}  // namespace spotcheck::client
