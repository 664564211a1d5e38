#ifndef SPOTCHECK_SERVER_RULEBOOK_FILES_H_
#define SPOTCHECK_SERVER_RULEBOOK_FILES_H_

// The rule book's files: read from a folder, and journalled where they changed.

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

// Every *.txtpb of the folder, by name. NO_RULE_FILES.
absl::StatusOr<std::vector<RuleFile>> ReadRuleFiles(const std::string& folder);

// One event (rules.loaded) for each file whose content is not the journal's,
// with empty content for one that is gone. The files are valid.
absl::Status JournalRuleFiles(store::Database& database,
                              const std::vector<RuleFile>& files);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RULEBOOK_FILES_H_
