#ifndef SPOTCHECK_LIB_STORE_READ_TASKS_H_
#define SPOTCHECK_LIB_STORE_READ_TASKS_H_

// These functions read tasks and the registered witnesses. They return the
// connection's errors, and DATA_LOSS for a row that Apply (lib/store/tables)
// cannot have written.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/rules/draw/types.h"
#include "lib/store/events/events.h"
#include "lib/store/journal/database.h"

namespace spotcheck::store {

struct StoredTask {
  TaskId task;
  rules::Authority authority;
  HashSuite suite = HashSuite::kSha256;
  TaskPlan plan;
  std::int64_t leaf_index = -1;  // of its creation, which evidence shows
  std::string withdrawn = "";    // the reason; empty where it stands
};
absl::StatusOr<std::optional<StoredTask>> FindTask(const View& view,
                                                   const TaskId& task);
// Returns up to `limit` tasks whose id is after `after`, in the order of their
// ids.
absl::StatusOr<std::vector<StoredTask>> TaskPage(const View& view,
                                                 const TaskId& after,
                                                 std::int64_t limit);

// Returns the names of authorities that created tasks of this level and region.
absl::StatusOr<std::vector<std::string>> AuthorityNames(
    const View& view, const rules::Authority& authority);

struct StoredWitness {
  std::string key;  // lower-case hex
  std::string name;
  std::string organisation;
  std::int64_t leaf_index = -1;
};
absl::StatusOr<std::optional<StoredWitness>> FindWitness(const View& view,
                                                         std::string_view key);
absl::StatusOr<std::vector<StoredWitness>> WitnessPage(const View& view,
                                                       std::string_view after,
                                                       std::int64_t limit);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_TASKS_H_
