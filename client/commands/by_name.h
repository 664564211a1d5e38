#ifndef SPOTCHECK_CLIENT_COMMANDS_BY_NAME_H_
#define SPOTCHECK_CLIENT_COMMANDS_BY_NAME_H_

// result import --by-name: makes a proposal of a public bulletin
// (import/bulletin.h).

#include <string>

#include "absl/status/statusor.h"
#include "client/command_tree.h"
#include "client/import/bulletin.h"

namespace spotcheck::client {

enum class Naming { kByCode, kByName };

struct ByName {
  Naming naming = Naming::kByCode;
  BulletinFacts facts;
};

void AddByNameOptions(CommandTree& tree, CLI::App& command, ByName& in);

// Asks the register for each name, writes `file`.proposal.xlsx and shows how
// many rows were found. Changes nothing on the server.
absl::StatusOr<ExitCode> WriteProposal(const Environment& environment,
                                       const std::string& file,
                                       const ByName& in);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_COMMANDS_BY_NAME_H_
