#ifndef SPOTCHECK_LIB_STORE_READ_RULES_H_
#define SPOTCHECK_LIB_STORE_READ_RULES_H_

// Reads the rule book's files as they were last journalled. SELECT only.
// Errors: those of the connection.

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/store/journal/database.h"

namespace spotcheck::store {

struct LoadedRuleFile {
  std::string file;
  std::string content;  // "" for one that was taken away
  std::int64_t leaf_index = -1;
};

// By file name.
absl::StatusOr<std::vector<LoadedRuleFile>> LoadedRuleFiles(const View& view);
// The last leaf that loaded rules; -1 where none did. A rule file's row names
// the leaf that loaded it last, and there is a row for each.
absl::StatusOr<std::int64_t> LastRulesLeaf(const View& view);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_RULES_H_
