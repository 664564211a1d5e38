#include "client/help.h"

#include <set>
#include <string>

#include "client/command_tree.h"
#include "client/commands.h"
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

TEST(HelpTest, EveryOptionHasAText) {
  GlobalOptions options;
  CommandTree tree(options);
  AddAllCommands(tree);
  for (const CLI::App* group : tree.root().get_subcommands(nullptr)) {
    for (const CLI::App* command : group->get_subcommands(nullptr)) {
      for (const CLI::Option* option : command->get_options()) {
        EXPECT_FALSE(option->get_description().empty())
            << group->get_name() << " " << command->get_name() << " "
            << option->get_name();
      }
    }
  }
}

}  // namespace
}  // namespace spotcheck::client
