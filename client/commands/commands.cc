#include "client/commands/commands.h"

namespace spotcheck::client {

void AddAllCommands(CommandTree& tree) {
  AddRegisterCommands(tree);
  AddResultCommands(tree);
  AddTaskCommands(tree);
  AddWitnessCommands(tree);
  AddDrawCommands(tree);
  AddContributeCommand(tree);
  AddDrawReadCommands(tree);
  AddBundleCommands(tree);
  AddCreditCommands(tree);
  AddListCommands(tree);
  AddJournalCommands(tree);
  AddDemoCommands(tree);
  AddCompletionCommand(tree);
}

}  // namespace spotcheck::client
