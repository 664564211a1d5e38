#include "lib/cli/usage_error.h"

#include <string>
#include <vector>

#include "client/command_tree.h"
#include "client/commands/commands.h"
#include "client/early_options.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/error.h"
#include "lib/cli/language.h"

namespace spotcheck::client {
namespace {

using ::testing::HasSubstr;

ErrorInfo WrongOf(const std::vector<std::string>& arguments) {
  GlobalOptions options;
  CommandTree tree(options);
  AddAllCommands(tree);
  const CommandTree::Parsed parsed = tree.Parse(arguments);
  EXPECT_EQ(parsed.code, ExitCode::kUsage);
  return GetErrorInfo(parsed.error);
}

TEST(UsageErrorTest, EachMistakeIsNamedWithTheArgumentAndTheHelp) {
  const struct {
    std::vector<std::string> line;
    std::string reason;
    std::string argument;
    std::string help;
  } kCases[] = {
      {{}, "COMMAND_MISSING", "", "spotcheck --help"},
      {{"draw"}, "COMMAND_MISSING", "", "spotcheck draw --help"},
      {{"nonsense"}, "UNKNOWN_COMMAND", "nonsense", "spotcheck --help"},
      {{"draw", "nonsense"},
       "UNKNOWN_COMMAND",
       "nonsense",
       "spotcheck draw --help"},
      {{""}, "UNKNOWN_COMMAND", "", "spotcheck --help"},
      {{"draw", "show"},
       "ARGUMENT_MISSING",
       "ID",
       "spotcheck draw show --help"},
      {{"draw", "show", "T", "--nonsense"},
       "UNEXPECTED_ARGUMENT",
       "--nonsense",
       "spotcheck draw show --help"},
      {{"--nonsense"}, "UNEXPECTED_ARGUMENT", "--nonsense", "spotcheck --help"},
      {{"draw", "show", "T", "more"},
       "UNEXPECTED_ARGUMENT",
       "more",
       "spotcheck draw show --help"},
      {{"draw", "show", "T", "--data"},
       "VALUE_MISSING",
       "--data",
       "spotcheck draw show --help"},
      {{"--lang", "zh", "draw", "show", "T", "--lang", "en"},
       "ARGUMENT_REPEATED",
       "--lang",
       "spotcheck draw show --help"},
      {{"draw", "show", "T", "--attempt", "x"},
       "VALUE_INVALID",
       "--attempt",
       "spotcheck draw show --help"},
      {{"draw", "show", "T", "-o", "xml"},
       "VALUE_INVALID",
       "--output",
       "spotcheck draw show --help"},
      {{"draw", "show", "T", "--timeout", "0"},
       "VALUE_INVALID",
       "--timeout",
       "spotcheck draw show --help"},
      {{"witness", "new", "--key", "k", "--task", "T", "--out", "w",
        "--attempt", "1"},
       "ARGUMENT_MISSING",
       "--previous",
       "spotcheck witness new --help"},
      {{"witness", "new", "--key", "k", "--task", "T", "--out", "w", "--dice",
        "1", "--digits", "2"},
       "ARGUMENTS_CONFLICT",
       "--dice",
       "spotcheck witness new --help"},
  };
  for (const auto& one : kCases) {
    SCOPED_TRACE(::testing::PrintToString(one.line));
    const ErrorInfo info = WrongOf(one.line);
    EXPECT_EQ(info.reason, one.reason);
    EXPECT_EQ(info.metadata.at("argument"), one.argument);
    EXPECT_EQ(info.metadata.at("help"), one.help);
    EXPECT_NE(info.message.zh, info.message.en);
    EXPECT_THAT(info.message.zh, HasSubstr(one.help));
    EXPECT_THAT(info.message.en, HasSubstr(one.help));
  }
}

// CLI11 keeps the needed options ordered by address: of two missing ones it
// would name one today and the other tomorrow.
void ExpectNoTwoNeeds(const CLI::App& app) {
  for (const CLI::Option* option : app.get_options()) {
    EXPECT_LE(option->get_needs().size(), 1u)
        << app.get_name() << " " << option->get_name();
  }
  for (const CLI::App* child : app.get_subcommands(nullptr)) {
    ExpectNoTwoNeeds(*child);
  }
}

TEST(UsageErrorTest, TheMissingOptionOfSeveralIsAlwaysTheSame) {
  GlobalOptions options;
  CommandTree tree(options);
  AddAllCommands(tree);
  ExpectNoTwoNeeds(tree.root());
  using Line = std::vector<std::string>;
  const Line start{"witness", "new", "--key", "k", "--task", "T", "--out", "w"};
  const auto argument_of = [&](const Line& more) {
    Line line = start;
    line.insert(line.end(), more.begin(), more.end());
    return WrongOf(line).metadata.at("argument");
  };
  EXPECT_EQ(argument_of({"--attempt", "1"}), "--previous");
  EXPECT_EQ(argument_of({"--suite", "SM3"}), "--attempt");
  EXPECT_EQ(argument_of({"--previous", "aa"}), "--suite");
  EXPECT_EQ(argument_of({"--attempt", "1", "--suite", "SM3"}), "--previous");
}

TEST(UsageErrorTest, ANearWordIsSuggested) {
  const struct {
    std::vector<std::string> line;
    std::string meant;
  } kCases[] = {
      {{"enterprize"}, "enterprise"},
      {{"draw", "shwo", "T1"}, "show"},
      {{"comit", "T1"}, ""},
      {{"commit", "T1"}, "draw commit"},
      {{"enterprise", "improt", "f.csv"}, "import"},
      {{"task", "get", "T1", "--profil", "x"}, "--profile"},
      {{"task", "get", "T1", "--outpt=json"}, "--output"},
      {{"task", "get", "T1", "-o", "jsom"}, "json"},
      {{"list", "decide", "E", "--decision", "liste"}, "listed"},
      {{"task", "get", "T1", "--nonsense"}, ""},
  };
  for (const auto& one : kCases) {
    SCOPED_TRACE(::testing::PrintToString(one.line));
    const ErrorInfo info = WrongOf(one.line);
    const auto meant = info.metadata.find("meant");
    EXPECT_EQ(meant == info.metadata.end() ? "" : meant->second, one.meant);
    if (one.meant.empty()) continue;
    EXPECT_THAT(info.message.zh, HasSubstr("是否指"));
    EXPECT_THAT(info.message.en, HasSubstr("did you mean"));
  }
}

TEST(UsageErrorTest, HelpOfACommandThatDoesNotExistIsNotTheHelpOfItsGroup) {
  using Line = std::vector<std::string>;
  for (const Line& line :
       {Line{"drwa", "--help"}, Line{"--help", "drwa"}, Line{"drwa", "-h"},
        Line{"draw", "shwo", "--help"}, Line{"draw", "--help", "shwo"}}) {
    SCOPED_TRACE(::testing::PrintToString(line));
    EXPECT_EQ(WrongOf(line).reason, "UNKNOWN_COMMAND");
  }
}

TEST(UsageErrorTest, TheWordsOfAListAreInTheLanguageOfTheSentence) {
  const ErrorInfo info = WrongOf({"list", "decide", "E", "--decision", "x"});
  EXPECT_THAT(info.message.zh, HasSubstr("列入,不予列入"));
  EXPECT_THAT(info.message.en, HasSubstr("listed,dismissed"));
  const std::vector<std::string> record = {
      "result",   "record", "--task",   "T",         "--enterprise",
      "U",        "--line", "L",        "--sampled", "2026-11-20",
      "--report", "R",      "--verdict"};
  std::vector<std::string> failed = record;
  failed.push_back("fail");
  const ErrorInfo needs = WrongOf(failed);
  EXPECT_EQ(needs.reason, "ARGUMENT_MISSING");
  EXPECT_THAT(needs.message.zh, HasSubstr("--verdict 不合格"));
  EXPECT_THAT(needs.message.en, HasSubstr("--verdict fail"));
  std::vector<std::string> passed = record;
  passed.insert(passed.end(), {"合格", "--severity", "严重"});
  const ErrorInfo conflict = WrongOf(passed);
  EXPECT_EQ(conflict.reason, "ARGUMENTS_CONFLICT");
  EXPECT_THAT(conflict.message.zh, HasSubstr("--verdict 合格"));
}

TEST(UsageErrorTest, APartOfJsonIsRefused) {
  EXPECT_EQ(
      WrongOf({"draw", "show", "T", "-o", "json", "--part", "lines"}).reason,
      "PART_OF_JSON");
}

TEST(UsageErrorTest, LanguageAndFormAreKnownBeforeTheLineIsRead) {
  using Line = std::vector<std::string>;
  for (const Line& line :
       {Line{"x", "-o", "json"}, Line{"x", "-ojson"}, Line{"--output=json"},
        Line{"--output", "json", "y"}, Line{"-o", "csv", "-o", "json"}}) {
    EXPECT_EQ(ChooseFormat(line), Format::kJson)
        << ::testing::PrintToString(line);
  }
  EXPECT_EQ(ChooseFormat({"-o", "xml"}), Format::kTable);
  EXPECT_EQ(ChooseFormat({"-o"}), Format::kTable);
  EXPECT_EQ(ChooseFormat({"--", "-o", "json"}), Format::kTable);
  EXPECT_EQ(ChooseFormat({"-o", "表格"}), Format::kTable);
  constexpr Language kOther = Language::kEn;
  EXPECT_EQ(ChooseLanguage({"a", "--lang", "zh"}, kOther), Language::kZh);
  EXPECT_EQ(ChooseLanguage({"--lang=zh"}, kOther), Language::kZh);
  EXPECT_EQ(ChooseLanguage({"--lang", "中文"}, kOther), Language::kZh);
  EXPECT_EQ(ChooseLanguage({"--lang=zh", "--lang", "en"}, Language::kZh),
            Language::kEn);
  EXPECT_EQ(ChooseLanguage({"--lang", "fr"}, kOther), kOther);
}

TEST(UsageErrorTest, TheFieldsOfAListAreOneWordAndItsFilterTheNext) {
  GlobalOptions options;
  CommandTree tree(options);
  AddAllCommands(tree);
  const CommandTree::Parsed parsed =
      tree.Parse({"enterprise", "search", "--fields", "usci, enterprise_name",
                  "银川", "酿造", "--limit", "010"});
  EXPECT_TRUE(parsed.error.ok()) << parsed.error;
  EXPECT_NE(parsed.command, nullptr);
  EXPECT_EQ(options.fields,
            (std::vector<std::string>{"usci", "enterprise_name"}));
  EXPECT_EQ(options.limit, 10);
}

}  // namespace
}  // namespace spotcheck::client
