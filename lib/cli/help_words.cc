#include "lib/cli/help_words.h"

#include <utility>

#include "lib/cli/choice.h"
#include "lib/cli/number.h"

namespace spotcheck {
namespace {

std::string OptionsHeading(Language language) {
  return Spoken(language, {"选项", "Options"});
}

}  // namespace

void SetHelpWords(CLI::App& root, Language language) {
  root.option_defaults()->group(OptionsHeading(language));
  root.set_help_flag("-h,--help",
                     Spoken(language, {"显示帮助", "print this help"}));
  if (language == Language::kEn) return;
  const auto formatter = root.get_formatter();
  for (const auto& [word, translated] :
       {std::pair{"Usage", "用法"}, std::pair{"OPTIONS", "选项"},
        std::pair{"SUBCOMMAND", "命令"}, std::pair{"SUBCOMMANDS", "命令"},
        std::pair{"Positionals", "参数"}, std::pair{"REQUIRED", "必需"},
        std::pair{"Needs", "须有"}, std::pair{"Excludes", "不与并用"},
        std::pair{"Env", "环境变量"}, std::pair{"TEXT", "文字"},
        std::pair{kNumberType, "数字"}, std::pair{kSecondsType, "秒"},
        std::pair{kWordType, "词"}}) {
    formatter->label(word, translated);
  }
}

CLI::App* AddCommand(CLI::App& parent, const std::string& name,
                     const Localized& text, Language language) {
  CLI::App* command = parent.add_subcommand(name, Spoken(language, text));
  command->group(Spoken(language, {"命令", "Subcommands"}));
  command->get_option("--help")->group(OptionsHeading(language));
  return command;
}

CLI::Option* AddLanguageOption(CLI::App& root, Language& language) {
  return AddChoice(
      root, "--lang", language,
      {{"zh", "中文", Language::kZh}, {"en", "英文", Language::kEn}},
      Spoken(language,
             {"语言：zh、en（默认按 LANG）", "zh or en (default by LANG)"}));
}

}  // namespace spotcheck
