#ifndef SPOTCHECK_SERVER_RULEBOOK_FILES_H_
#define SPOTCHECK_SERVER_RULEBOOK_FILES_H_

// Reads the rule book's files from a folder, and journals those that changed.

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/store/journal/database.h"

namespace spotcheck::server {

struct RuleFile {
  std::string name;
  std::string content;
};

// Answers every *.txtpb of the folder, sorted by name. Error: NO_RULE_FILES.
absl::StatusOr<std::vector<RuleFile>> ReadRuleFiles(const std::string& folder);

// Appends one event (rules.loaded) for each file whose content differs from the
// journal's; its content is empty where the file was removed. The caller has
// validated the files.
absl::Status JournalRuleFiles(store::Database& database,
                              const std::vector<RuleFile>& files);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RULEBOOK_FILES_H_
