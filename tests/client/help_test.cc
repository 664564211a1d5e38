#include "client/help.h"

#include <algorithm>
#include <set>
#include <string>

#include "client/command_tree.h"
#include "client/commands/commands.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace spotcheck::client {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

// The paths of all commands and groups of the tree.
void Collect(const CLI::App& app, const std::string& path,
             std::set<std::string>& paths) {
  for (const CLI::App* child : app.get_subcommands(nullptr)) {
    const std::string name =
        path.empty() ? child->get_name() : path + " " + child->get_name();
    paths.insert(name);
    Collect(*child, name, paths);
  }
}

TEST(HelpTest, EveryCommandHasATextAndAnExample) {
  for (const Language language : {Language::kZh, Language::kEn}) {
    GlobalOptions options;
    options.language = language;
    CommandTree tree(options);
    AddAllCommands(tree);
    std::set<std::string> paths;
    Collect(tree.root(), "", paths);
    for (const std::string& path : paths) {
      SCOPED_TRACE(path);
      const CommandHelp& help = FindHelp(path);
      EXPECT_EQ(help.path, path);
      EXPECT_FALSE(In(language, help.text).empty());
      const bool group = paths.lower_bound(path + " ") != paths.end() &&
                         *paths.lower_bound(path + " ") > path + " " &&
                         paths.lower_bound(path + " ")->find(path + " ") == 0;
      if (group) continue;
      EXPECT_THAT(std::string(help.example), StartsWith("spotcheck "));
      EXPECT_THAT(std::string(help.example), HasSubstr(path));
    }
    EXPECT_EQ(paths.size(), AllHelp().size()) << "help without a command";
  }
}

bool IsChinese(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0xE4;  // the CJK blocks
  });
}

void ExpectOptionTexts(const CLI::App& app, Language language) {
  for (const CLI::Option* option : app.get_options()) {
    SCOPED_TRACE(app.get_name() + " " + option->get_name());
    const std::string text = option->get_description();
    EXPECT_FALSE(text.empty());
    if (language == Language::kZh) {
      EXPECT_TRUE(IsChinese(text)) << text;
    } else {
      EXPECT_FALSE(IsChinese(text)) << text;
    }
  }
  for (const CLI::App* child : app.get_subcommands(nullptr)) {
    ExpectOptionTexts(*child, language);
  }
}

TEST(HelpTest, EveryOptionHasATextInEitherLanguage) {
  for (const Language language : {Language::kZh, Language::kEn}) {
    GlobalOptions options;
    options.language = language;
    CommandTree tree(options);
    AddAllCommands(tree);
    ExpectOptionTexts(tree.root(), language);
  }
}

TEST(HelpTest, TheProgramsHelpHasTheMainJob) {
  for (const Language language : {Language::kZh, Language::kEn}) {
    const std::string job = FormatMainJob(language);
    for (const char* step :
         {"enterprise import", "task create", "witness new", "draw commit",
          "draw contribute", "draw show", "draw verify"}) {
      EXPECT_THAT(job, HasSubstr(step));
    }
  }
}

}  // namespace
}  // namespace spotcheck::client
