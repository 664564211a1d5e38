#include "client/complete.h"

#include <string>
#include <vector>

#include "client/commands/commands.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace spotcheck::client {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> Complete(const std::vector<std::string>& words,
                                  Language language = Language::kEn) {
  GlobalOptions options;
  options.language = language;
  CommandTree tree(options);
  AddAllCommands(tree);
  const auto ids = [](Completes kind) -> std::vector<Candidate> {
    if (kind == Completes::kTask) return {{"T1", "office"}, {"T2", ""}};
    return {{"E1", ""}};
  };
  std::vector<std::string> found;
  for (const Candidate& one : CompleteWords(tree, words, ids)) {
    found.push_back(one.word);
  }
  return found;
}

TEST(CompleteWordsTest, CommandsAreCompletedAtEachPlace) {
  EXPECT_THAT(Complete({""}), Contains("draw"));
  EXPECT_THAT(Complete({}), Contains("draw"));
  EXPECT_THAT(Complete({"dra"}), ElementsAre("draw"));
  EXPECT_THAT(Complete({"draw", "verify"}),
              ElementsAre("verify", "verify-proof"));
  EXPECT_THAT(Complete({"--data", "draw", "ta"}), ElementsAre("task"))
      << "draw is the folder here";
  EXPECT_THAT(Complete({"-o", "json", "draw", "op"}), ElementsAre("open"));
}

TEST(CompleteWordsTest, OptionsOfTheCommandAndOfEveryCommandAreKnown) {
  EXPECT_THAT(Complete({"task", "create", "--samp"}), ElementsAre("--sample"));
  EXPECT_THAT(Complete({"task", "create", "--prof"}), ElementsAre("--profile"));
  EXPECT_THAT(Complete({"task", "--sa"}), IsEmpty());
}

TEST(CompleteWordsTest, ValuesAreTheWordsOfTheListInTheLanguage) {
  EXPECT_THAT(Complete({"task", "create", "--level", ""}),
              Contains("provincial"));
  EXPECT_THAT(Complete({"task", "create", "--level", ""}, Language::kZh),
              Contains("省级"));
  EXPECT_THAT(Complete({"-o", "js"}), ElementsAre("json", "jsonl"));
  EXPECT_THAT(Complete({"task", "get", "T", "--output", "=", "ta"}),
              ElementsAre("table"));
  EXPECT_THAT(Complete({"--lang", ""}), ElementsAre("zh", "en"));
  EXPECT_THAT(Complete({"completion", "z"}), ElementsAre("zsh"));
}

TEST(CompleteWordsTest, IdsAreAskedForWhereAnIdStands) {
  EXPECT_THAT(Complete({"task", "get", ""}), ElementsAre("T1", "T2"));
  EXPECT_THAT(Complete({"draw", "commit", "T2"}), ElementsAre("T2"));
  EXPECT_THAT(Complete({"result", "record", "--task", ""}),
              ElementsAre("T1", "T2"));
  EXPECT_THAT(Complete({"list", "decide", ""}), ElementsAre("E1"));
  EXPECT_THAT(Complete({"draw", "export", "T1", ""}), IsEmpty())
      << "the second is a folder";
  EXPECT_THAT(Complete({"enterprise", "import", ""}), IsEmpty());
}

TEST(FormatCandidatesTest, EachShellReadsItsOwnForm) {
  const std::vector<Candidate> found = {{"a:b", "text"}, {"c", ""}};
  EXPECT_EQ(FormatCandidates(Shell::kBash, found), "a:b\nc\n");
  EXPECT_EQ(FormatCandidates(Shell::kZsh, found), "a\\:b:text\nc\n");
  EXPECT_EQ(FormatCandidates(Shell::kFish, found), "a:b\ttext\nc\n");
}

}  // namespace
}  // namespace spotcheck::client
