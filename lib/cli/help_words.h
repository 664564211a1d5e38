#ifndef SPOTCHECK_LIB_CLI_HELP_WORDS_H_
#define SPOTCHECK_LIB_CLI_HELP_WORDS_H_

#include <CLI/CLI.hpp>
#include <string>

#include "lib/cli/language.h"

namespace spotcheck {

// Sets the words of the help page that are not a command's own: headings, types
// of values, the help flag. Call it before options and subcommands are added,
// which inherit the words.
void SetHelpWords(CLI::App& root, Language language);
// Adds a command, under the heading of commands, whose help flag stands under
// the heading of options: CLI11 gives a command its parent's flag before it has
// the parent's heading.
CLI::App* AddCommand(CLI::App& parent, const std::string& name,
                     const Localized& text, Language language);

// Adds --lang zh|en. ChooseLanguage has read it from the same arguments before.
CLI::Option* AddLanguageOption(CLI::App& root, Language& language);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_CLI_HELP_WORDS_H_
