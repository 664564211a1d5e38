#include "client/verify/bundle_folder.h"

#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/client/scratch.h"

namespace spotcheck::client {
namespace {

using ::spotcheck::testing::StatusReasonIs;

TEST(BundleFolderTest, ChunksBecomeFiles) {
  const Scratch scratch;
  ASSERT_OK_AND_ASSIGN(
      BundleWriter writer,
      BundleWriter::Create(scratch.Path("b"), Existing::kRefuse));
  ASSERT_OK(writer.Add("frame.tsv", "a\n"));
  ASSERT_OK(writer.Add("frame.tsv", "b\n"));
  ASSERT_OK(writer.Add("draw.json", "{}"));
  ASSERT_OK(writer.Finish());
  EXPECT_EQ(scratch.Read("b/frame.tsv"), "a\nb\n");
  ASSERT_OK_AND_ASSIGN(const rules::BundleFiles files,
                       ReadBundleFolder(scratch.Path("b")));
  EXPECT_THAT(files,
              ::testing::ElementsAre(::testing::Pair("draw.json", "{}"),
                                     ::testing::Pair("frame.tsv", "a\nb\n")));
}

TEST(BundleFolderTest, ANameFromElsewhereIsNeverAPath) {
  const Scratch scratch;
  ASSERT_OK_AND_ASSIGN(
      BundleWriter writer,
      BundleWriter::Create(scratch.Path("b"), Existing::kRefuse));
  for (const char* name : {"../evil", "/etc/passwd", "", "frame.tsv/x",
                           "other.tsv", ".", "frame.tsv\n"}) {
    EXPECT_THAT(writer.Add(name, "x"), StatusReasonIs("BUNDLE_FILE_NAME"))
        << name;
  }
  ASSERT_OK(writer.Add("frame.tsv", "x"));
  ASSERT_OK(writer.Add("lines.tsv", "x"));
  EXPECT_THAT(writer.Add("frame.tsv", "again"),
              StatusReasonIs("BUNDLE_FILE_NAME"));
}

TEST(BundleFolderTest, AFolderInUseIsLeftAlone) {
  const Scratch scratch;
  scratch.Write("b/draw.json", "old");
  EXPECT_THAT(BundleWriter::Create(scratch.Path("b"), Existing::kRefuse),
              StatusReasonIs("FOLDER_IN_USE"));
  EXPECT_OK(BundleWriter::Create(scratch.Path("b"), Existing::kReplace));
  scratch.Write("b/mine.txt", "keep");
  EXPECT_THAT(BundleWriter::Create(scratch.Path("b"), Existing::kReplace),
              StatusReasonIs("FOLDER_IN_USE"));
  EXPECT_EQ(scratch.Read("b/mine.txt"), "keep");
}

TEST(BundleFolderTest, AnExportFromBeforeTheOpeningGivesWay) {
  const Scratch scratch;
  scratch.Write("b/public.json", "{}");
  scratch.Write("b/evidence.json", "{}");
  ASSERT_OK_AND_ASSIGN(
      BundleWriter writer,
      BundleWriter::Create(scratch.Path("b"), Existing::kRefuse));
  ASSERT_OK(writer.Add("draw.json", "{}"));
  ASSERT_OK(writer.Finish());
  ASSERT_OK_AND_ASSIGN(const rules::BundleFiles files,
                       ReadBundleFolder(scratch.Path("b")));
  EXPECT_EQ(files.size(), 1u) << "nothing is left of the export before";
  scratch.Write("c/public.json", "{}");
  scratch.Write("c/mine.txt", "keep");
  EXPECT_THAT(BundleWriter::Create(scratch.Path("c"), Existing::kRefuse),
              StatusReasonIs("FOLDER_IN_USE"));
  EXPECT_EQ(scratch.Read("c/public.json"), "{}");
}

TEST(BundleFolderTest, UnknownFilesAreSeenAndNotRead) {
  const Scratch scratch;
  scratch.Write("b/extra.txt", "much");
  std::filesystem::create_directories(scratch.Path("b/sub"));
  ASSERT_OK_AND_ASSIGN(const rules::BundleFiles files,
                       ReadBundleFolder(scratch.Path("b")));
  EXPECT_EQ(files.count("extra.txt"), 1u);
  EXPECT_EQ(files.count("sub"), 1u);
  EXPECT_THAT(ReadBundleFolder(scratch.Path("none")),
              StatusReasonIs("FILE_NOT_READABLE"));
}

TEST(BundleFolderTest, OnlyPlainFilesAreRead) {
  const struct {
    const char* name;
    void (*make)(const std::filesystem::path& draw);
  } cases[] = {
      {"a link to a file that would do",
       [](const std::filesystem::path& draw) {
         std::filesystem::create_symlink(draw.parent_path() / "../real", draw);
       }},
      {"a link to nothing",
       [](const std::filesystem::path& draw) {
         std::filesystem::create_symlink("nothing", draw);
       }},
      {"a folder",
       [](const std::filesystem::path& draw) {
         std::filesystem::create_directory(draw);
       }},
      {"a pipe, which nobody writes to",
       [](const std::filesystem::path& draw) {
         ASSERT_EQ(mkfifo(draw.c_str(), 0600), 0);
       }},
  };
  for (const auto& test : cases) {
    SCOPED_TRACE(test.name);
    const Scratch scratch;
    scratch.Write("real", "{}");
    scratch.Write("b/frame.tsv", "");
    test.make(scratch.Path("b/draw.json"));
    EXPECT_THAT(ReadBundleFolder(scratch.Path("b")),
                StatusReasonIs("BUNDLE_FILE_NOT_PLAIN"));
  }
}

}  // namespace
}  // namespace spotcheck::client
