#include "client/program.h"

#include <stdlib.h>

#include <string>
#include <vector>

#include "client/io/errors.h"
#include "client/io/json_object.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/civil_date.h"
#include "tests/client/scratch.h"
#include "tests/source_dir.h"

namespace spotcheck::client {
namespace {

using ::testing::HasSubstr;

struct Ran {
  int code;
  std::string out;
  std::string err;
};

Ran RunLine(const std::vector<std::string>& arguments) {
  ::testing::internal::CaptureStdout();
  ::testing::internal::CaptureStderr();
  const FakeClock clock(absl::UnixEpoch());
  FakeEntropy entropy(1);
  const ExitCode code = RunProgram(arguments, clock, entropy);
  Ran ran;
  ran.code = static_cast<int>(code);
  ran.out = ::testing::internal::GetCapturedStdout();
  ran.err = ::testing::internal::GetCapturedStderr();
  return ran;
}

std::string Vector(const std::string& name) {
  return SourceDir() + "/tests/testdata/vectors/" + name;
}

TEST(ProgramTest, UsageErrorsExitWithTwo) {
  const std::vector<std::string> kLines[] = {
      {},
      {"nonsense"},
      {"draw"},
      {"draw", "nonsense"},
      {"draw", "show"},
      {"draw", "show", "T1", "--nonsense"},
      {"draw", "show", "T1", "-o", "xml"},
      {"draw", "show", "T1", "more"},
      {"draw", "show", "T1", "--lang", "fr"},
      {"draw", "show", "T1", "--timeout", "0"},
      {"witness", "new", "--key", "k", "--task", "T", "--out", "w", "--attempt",
       "1"},
      {"task", "create", "--id", "T", "--authority", "A", "--level", "village",
       "--region", "14", "--category", "C", "--sample", "1", "--lines", "1",
       "--inspectors", "1"},
  };
  for (const auto& line : kLines) {
    const Ran ran = RunLine(line);
    EXPECT_EQ(ran.code, 2) << ::testing::PrintToString(line);
    EXPECT_EQ(ran.out, "") << ::testing::PrintToString(line);
  }
}

TEST(ProgramTest, UsageErrorsAreInTheLanguageAndFormAsked) {
  EXPECT_THAT(RunLine({"--lang", "zh", "draw", "show"}).err,
              HasSubstr("缺少 ID"));
  EXPECT_THAT(RunLine({"draw", "show", "--lang", "en"}).err,
              HasSubstr("ID is missing"));
  for (const std::vector<std::string>& line :
       {std::vector<std::string>{"-o", "json", "draw", "show"},
        std::vector<std::string>{"draw", "show", "--nonsense", "-o", "json"},
        std::vector<std::string>{"nonsense", "--output=jsonl"}}) {
    const Ran ran = RunLine(line);
    EXPECT_EQ(ran.code, 2);
    const Json error = Json::parse(ran.err, nullptr, false)["error"];
    EXPECT_NE(error["reason"], "");
    EXPECT_NE(error["message_zh"], error["message_en"]);
  }
}

TEST(ProgramTest, AFailureIsRecordedWithItsSeverityAPassWithout) {
  const std::vector<std::string> result = {
      "--lang",       "en",
      "result",       "record",
      "--task",       "T1",
      "--sampled",    "2026-11-20",
      "--report",     "R1",
      "--line",       "L1",
      "--enterprise", "91350100M000100Y43"};
  const struct {
    std::vector<std::string> options;
    int code;
    std::string err;
  } cases[] = {
      {{"--verdict", "fail"}, 2, "--severity"},
      {{"--verdict", "pass", "--severity", "general"}, 2, "--severity"},
      // These lines are read; there is no profile to connect with.
      {{"--verdict", "fail", "--severity", "serious"}, 3, "PROFILE_NOT_FOUND"},
      {{"--verdict", "pass"}, 3, "PROFILE_NOT_FOUND"},
  };
  const Scratch scratch;
  setenv("XDG_CONFIG_HOME", scratch.Path("none").c_str(), 1);
  for (const auto& test : cases) {
    std::vector<std::string> line = result;
    line.insert(line.end(), test.options.begin(), test.options.end());
    const Ran ran = RunLine(line);
    EXPECT_EQ(ran.code, test.code) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(test.err));
  }
}

TEST(ProgramTest, HelpIsAnAnswerInTheLanguage) {
  const Ran english = RunLine({"--lang", "en", "draw", "commit", "--help"});
  EXPECT_EQ(english.code, 0);
  EXPECT_THAT(english.out, HasSubstr("Freeze the frame"));
  EXPECT_THAT(english.out, HasSubstr("Example:"));
  EXPECT_THAT(RunLine({"--lang=zh", "draw", "commit", "--help"}).out,
              HasSubstr("冻结抽样框"));
}

TEST(ProgramTest, GlobalOptionsStandBeforeOrBehindTheCommand) {
  const std::string bundle = Vector("draw-one");
  for (const std::vector<std::string>& line :
       {std::vector<std::string>{"-o", "json", "draw", "verify", bundle},
        std::vector<std::string>{"draw", "-o", "json", "verify", bundle},
        std::vector<std::string>{"draw", "verify", bundle, "-o", "json"}}) {
    const Ran ran = RunLine(line);
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(Json::parse(ran.out, nullptr, false)["verified"], true);
  }
}

TEST(ProgramTest, ErrorsGoToStandardErrorInTheFormAsked) {
  const Ran table = RunLine({"--lang", "en", "draw", "verify", "/no/such"});
  EXPECT_EQ(table.code, 3);
  EXPECT_EQ(table.out, "");
  EXPECT_THAT(table.err, HasSubstr("(FILE_NOT_READABLE)"));
  const Ran json = RunLine({"-o", "json", "draw", "verify", "/no/such"});
  EXPECT_EQ(json.code, 3);
  const Json error = Json::parse(json.err, nullptr, false)["error"];
  EXPECT_EQ(error["reason"], "FILE_NOT_READABLE");
  EXPECT_EQ(error["metadata"]["file"], "/no/such");
  EXPECT_NE(error["message_zh"], error["message_en"]);
}

TEST(ProgramTest, ABundleThatDoesNotVerifyExitsWithOne) {
  const Scratch scratch;
  scratch.Write("b/draw.json", "{}");
  const Ran ran = RunLine({"draw", "verify", scratch.Path("b")});
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("FAIL"));
}

TEST(ProgramTest, AWitnessWorksOffline) {
  const Scratch scratch;
  const std::string key = scratch.Path("k.json");
  ASSERT_EQ(RunLine({"witness", "keygen", "张三", "--organisation", "公证处",
                     "--out", key})
                .code,
            0);
  EXPECT_EQ(RunLine({"witness", "keygen", "张三", "--organisation", "公证处",
                     "--out", key})
                .code,
            5)
      << "an existing key is never overwritten";
  const std::vector<std::string> line = {
      "witness",   "new", "--key",      key,
      "--task",    "T1",  "--out",      scratch.Path("w.json"),
      "--attempt", "1",   "--previous", std::string(64, '0'),
      "--suite",   "SM3"};
  EXPECT_EQ(RunLine(line).code, 0);
  EXPECT_EQ(RunLine(line).code, 5);
  std::vector<std::string> dice = line;
  dice.insert(dice.end(), {"--yes", "--dice", "１２３"});
  EXPECT_EQ(RunLine(dice).code, 7);
  dice.back() = "123";
  const Ran little = RunLine(dice);
  EXPECT_EQ(little.code, 7);
  EXPECT_THAT(little.err, HasSubstr("TOO_LITTLE_ENTROPY"));
}

TEST(ProgramTest, AProofThatProvesNothingIsANegativeAnswer) {
  const Scratch scratch;
  const std::string file = scratch.Write("p.json", "{}");
  const struct {
    std::string language;
    std::string verdict;
  } cases[] = {{"zh", "验证不通过"}, {"en", "NOT VERIFIED"}};
  for (const auto& c : cases) {
    const Ran ran =
        RunLine({"draw", "verify-proof", file, "--lang", c.language});
    EXPECT_EQ(ran.code, 1);
    for (const char* check :
         {"position", "rank", "enterprise", "transcript", "run", "journal_key",
          "checkpoint", "inclusion"}) {
      EXPECT_THAT(ran.out, HasSubstr(std::string("FAIL  ") + check + ": "));
    }
    EXPECT_THAT(ran.out, HasSubstr(c.verdict));
  }
}

TEST(ProgramTest, AMissingProfileIsNotFound) {
  const Scratch scratch;
  setenv("XDG_CONFIG_HOME", scratch.Path("none").c_str(), 1);
  const Ran ran = RunLine({"lab", "list"});
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.err, HasSubstr("PROFILE_NOT_FOUND"));
}

TEST(ProgramTest, TheDataFolderComesFromTheEnvironmentWhereNoOptionNamesIt) {
  const Scratch scratch;
  setenv("SPOTCHECK_DATA", scratch.Path("office").c_str(), 1);
  EXPECT_THAT(RunLine({"lab", "list"}).err,
              HasSubstr(scratch.Path("office/profiles/admin.json")));
  EXPECT_THAT(RunLine({"lab", "list", "--data", scratch.Path("other")}).err,
              HasSubstr(scratch.Path("other/profiles/admin.json")));
  unsetenv("SPOTCHECK_DATA");
}

TEST(ProgramTest, HelpIsChineseToTheLastWord) {
  for (const std::vector<std::string>& line :
       {std::vector<std::string>{"--lang", "zh", "--help"},
        std::vector<std::string>{"--lang", "zh", "draw", "--help"},
        std::vector<std::string>{"--lang", "zh", "task", "create", "--help"}}) {
    const std::string help = RunLine(line).out;
    for (const char* word : {"Options:", "Usage:", "Subcommands:", "REQUIRED",
                             "TEXT", "Env:", "Positionals"}) {
      EXPECT_EQ(help.find(word), std::string::npos) << word << "\n" << help;
    }
  }
}

TEST(ProgramTest, TheManualHasEveryCommandInBothLanguages) {
  for (const std::string language : {"zh", "en"}) {
    const Ran ran = RunLine({"man", "--lang", language});
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.out.rfind(".TH SPOTCHECK 1\n", 0), 0u);
    for (const char* command :
         {"draw commit", "task create", "result import", "demo\\-data"}) {
      EXPECT_THAT(ran.out, HasSubstr(".SS \"" + std::string(command) + "\""));
    }
    EXPECT_THAT(ran.out, HasSubstr("SPOTCHECK_DATA"));
  }
}

TEST(ProgramTest, CompletionKnowsTheCommands) {
  const Ran ran = RunLine({"completion"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, HasSubstr("complete -o default -F _spotcheck"));
  EXPECT_THAT(RunLine({"completion", "zsh"}).out, HasSubstr("#compdef"));
  EXPECT_THAT(RunLine({"completion", "fish"}).out,
              HasSubstr("complete -c spotcheck"));
  EXPECT_EQ(RunLine({"completion", "csh"}).code, 2);
  EXPECT_EQ(RunLine({"__complete", "bash", "draw", "verify-"}).out,
            "verify-proof\n");
  // Nothing is known where no server answers, and nothing is said of it.
  const Scratch scratch;
  setenv("XDG_CONFIG_HOME", scratch.Path("none").c_str(), 1);
  const Ran ids = RunLine({"__complete", "bash", "task", "get", ""});
  EXPECT_EQ(ids.code, 0);
  EXPECT_EQ(ids.out + ids.err, "");
}

}  // namespace
}  // namespace spotcheck::client
