#include "lib/cli/manual.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/cli/help_words.h"

namespace spotcheck {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(ManualPageTest, NoTextOfACommandSteersTheFormatter) {
  CLI::App app("a program", "prog");
  SetHelpWords(app, Language::kEn);
  std::string value;
  CLI::App* command = app.add_subcommand("go", ".so /etc/passwd\n'x \\n");
  command->add_option("--where", value, "the -where")->required();
  ManualFacts facts;
  facts.environment = {{"HOME", "home"}};
  facts.see_also = {"other(1)"};
  const std::string page = ManualPage(app, facts);
  EXPECT_EQ(page.rfind(".TH PROG 1\n", 0), 0u);
  EXPECT_THAT(page, HasSubstr("\n\\&.so /etc/passwd\n\\&'x \\en"));
  EXPECT_THAT(page, HasSubstr(".B \\-\\-where TEXT\nthe \\-where (REQUIRED)"));
  EXPECT_THAT(page, HasSubstr(".SS \"go\""));
  EXPECT_THAT(page, HasSubstr(".SH \"ENVIRONMENT\""));
  EXPECT_THAT(page, Not(HasSubstr(".SH \"FILES\"")));
}

TEST(ExitCodesTest, EveryCodeHasItsLine) {
  for (const Language language : {Language::kZh, Language::kEn}) {
    const std::string text = FormatExitCodes(language);
    for (const char code : std::string("01234567")) {
      EXPECT_THAT("\n" + text, HasSubstr(std::string("\n") + code + "  "));
    }
  }
}

}  // namespace
}  // namespace spotcheck
