#ifndef SPOTCHECK_CLIENT_COMMANDS_COMMANDS_H_
#define SPOTCHECK_CLIENT_COMMANDS_COMMANDS_H_

// The list of the groups of commands: each has one function here and one file.

#include <optional>
#include <string>
#include <vector>

#include "client/command_tree.h"
#include "client/import/import.h"

namespace spotcheck::client {

void AddRegisterCommands(CommandTree& tree);   // enterprise, product, lab, …
void AddResultCommands(CommandTree& tree);     // result: import, record
void AddResultListCommand(CommandTree& tree);  // result list
// result: correct, void, approve, changes
void AddResultChangeCommands(CommandTree& tree);
void AddTaskCommands(CommandTree& tree);     // task
void AddWitnessCommands(CommandTree& tree);  // witness
void AddDrawCommands(CommandTree& tree);  // draw: commands that change a draw
// draw: commands that only read it
void AddDrawReadCommands(CommandTree& tree);
void AddContributeCommand(CommandTree& tree);  // draw contribute
void AddBundleCommands(CommandTree& tree);     // draw export, verify, …
void AddCreditCommands(CommandTree& tree);     // credit, status
void AddListCommands(CommandTree& tree);       // list
void AddJournalCommands(CommandTree& tree);    // journal
void AddGrantCommands(CommandTree& tree);      // grant
void AddDemoCommands(CommandTree& tree);       // demo-data
void AddTemplateCommand(CommandTree& tree);    // template
void AddCompletionCommand(CommandTree& tree);  // completion, man

inline constexpr Phrase kRegionText = {
    "只列登记在此行政区划内的企业的，2、4、6 位",
    "only those of enterprises registered in this region of 2, 4 or 6 digits"};

// Adds what every import has: FILE, --strict, and the columns of its table in
// its help.
void AddImportOptions(CommandTree& tree, CLI::App& command, ImportJob& job,
                      const ImportTable& table);

inline void AddAllCommands(CommandTree& tree) {
  for (const auto add :
       {AddRegisterCommands, AddResultCommands, AddResultListCommand,
        AddResultChangeCommands, AddTaskCommands, AddWitnessCommands,
        AddDrawCommands, AddContributeCommand, AddDrawReadCommands,
        AddBundleCommands, AddCreditCommands, AddListCommands,
        AddJournalCommands, AddGrantCommands, AddDemoCommands,
        AddTemplateCommand, AddCompletionCommand}) {
    add(tree);
  }
}

// Answers the script of a shell, whose arguments are __complete SHELL WORD…
// Returns nothing for any other arguments.
std::optional<ExitCode> AnswerShell(const CommandTree& tree,
                                    const std::vector<std::string>& arguments,
                                    Environment& environment);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_COMMANDS_COMMANDS_H_
