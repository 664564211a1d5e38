#include "lib/base/files.h"

#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"

namespace spotcheck {
namespace {

namespace fs = std::filesystem;
using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusIs;
using ::spotcheck::testing::StatusReasonIs;
using ::testing::ElementsAre;

class Files : public ::testing::Test {
 protected:
  Files() {
    std::string name = (fs::temp_directory_path() / "filesXXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~Files() override { fs::remove_all(folder_); }
  std::string In(const std::string& name) const {
    return (folder_ / name).string();
  }
  // The names in the folder; nothing but what was asked for may stay behind.
  std::size_t Count() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder_), {}));
  }

  fs::path folder_;
};

TEST_F(Files, AreBoundedAndNeverOverwritten) {
  const std::string path = In("f");
  ASSERT_OK(CreateFile({path, std::string(kMaxSmallFile + 1, 'x')}));
  EXPECT_THAT(ReadFile(path), StatusReasonIs("FILE_TOO_LARGE"));
  EXPECT_THAT(CreateFile({path, "y"}), StatusReasonIs("FILE_EXISTS"));
  ASSERT_OK(ReplaceFile({path, "y"}));
  EXPECT_THAT(ReadFile(path), IsOkAndHolds("y"));
  EXPECT_THAT(ReadFile(path, 1), IsOkAndHolds("y"));
  EXPECT_THAT(ReadFile(path, 0), StatusReasonIs("FILE_TOO_LARGE"));
  EXPECT_EQ(Count(), 1u);
}

TEST_F(Files, APrivateOneIsForItsOwnerOnly) {
  for (const bool again : {false, true}) {
    const FileText file = {In("k"), "secret", Access::kPrivate};
    ASSERT_OK(again ? ReplaceFile(file) : CreateFile(file));
    struct stat info {};
    ASSERT_EQ(stat(file.path.c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600u);
  }
}

TEST_F(Files, FaultsHaveTheirReasonAndCode) {
  EXPECT_THAT(ReadFile(In("none")), StatusReasonIs("FILE_NOT_READABLE"));
  EXPECT_THAT(ReadFile(In("none")).status(),
              StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(ReadFile(folder_.string()), StatusReasonIs("FILE_NOT_READABLE"));
  EXPECT_THAT(ReadFile(folder_.string()).status(),
              StatusIs(absl::StatusCode::kInvalidArgument));
  for (const absl::Status& status :
       {CreateFile({In("no/f"), ""}), ReplaceFile({In("no/f"), ""}),
        AppendToFile({In("no/f"), ""}), MakeFolder(In("no/f"))}) {
    EXPECT_THAT(status, StatusReasonIs("FILE_NOT_WRITABLE"));
  }
  ASSERT_OK(MakeFolder(In("full")));
  ASSERT_OK(CreateFile({In("full/f"), ""}));
  EXPECT_THAT(ReplaceFile({In("full"), "x"}),
              StatusReasonIs("FILE_NOT_WRITABLE"));
  EXPECT_EQ(Count(), 1u) << "the temporary file is gone";
}

TEST_F(Files, WhatIsAddedStandsAtTheEnd) {
  ASSERT_OK(AppendToFile({In("f"), "a\n"}));
  ASSERT_OK(AppendToFile({In("f"), "b\n"}));
  EXPECT_THAT(ReadFile(In("f")), IsOkAndHolds("a\nb\n"));
}

TEST_F(Files, FoldersTellWhatIsInThem) {
  EXPECT_EQ(StateOfFolder(In("d")), FolderState::kAbsent);
  ASSERT_OK(MakeFolder(In("d")));
  ASSERT_OK(MakeFolder(In("d")));
  EXPECT_EQ(StateOfFolder(In("d")), FolderState::kEmpty);
  for (const char* name : {"d/b.x", "d/a.x", "d/c.y"}) {
    ASSERT_OK(CreateFile({In(name), ""}));
  }
  EXPECT_EQ(StateOfFolder(In("d")), FolderState::kInUse);
  EXPECT_THAT(FilesIn(In("d"), ".x"), IsOkAndHolds(ElementsAre("a.x", "b.x")));
  EXPECT_THAT(FilesIn(In("none"), ".x"), StatusReasonIs("FILE_NOT_READABLE"));
}

}  // namespace
}  // namespace spotcheck
