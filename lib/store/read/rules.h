#ifndef SPOTCHECK_LIB_STORE_READ_RULES_H_
#define SPOTCHECK_LIB_STORE_READ_RULES_H_

// These functions read the files of the rule book as they were last journalled.
// They return the connection's errors.

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/store/journal/database.h"

namespace spotcheck::store {

struct LoadedRuleFile {
  std::string file;
  std::string content;  // "" for a file that was taken away
  std::int64_t leaf_index = -1;
};

// Returns the files in the order of their names.
absl::StatusOr<std::vector<LoadedRuleFile>> LoadedRuleFiles(const View& view);
// Returns the last leaf that loaded a rule file, or -1 where none did.
absl::StatusOr<std::int64_t> LastRulesLeaf(const View& view);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_RULES_H_
