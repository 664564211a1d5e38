#ifndef SPOTCHECK_LIB_STORE_READ_CHECKS_H_
#define SPOTCHECK_LIB_STORE_READ_CHECKS_H_

// Reads pages of checks of all enterprises by filters. Returns the connection's
// errors, and DATA_LOSS for a row that Apply (lib/store/tables) cannot have
// written.

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/rules/law/words.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/credit.h"

namespace spotcheck::store {

// The place of a check in the order of sampling day, enterprise and id.
struct CheckPlace {
  std::string day;  // "" before all days
  std::string usci;
  std::string check;
};

// A check has to fit every filter; an empty or absent one lets all pass.
struct CheckQuery {
  CheckPlace after;
  TaskId task;
  std::optional<Usci> usci;
  Region region;  // of the enterprise's registration
  std::string category;
  std::optional<rules::Level> level;
  std::optional<rules::Verdict> verdict;
  LabId lab;
  std::optional<CivilDate> from;
  std::optional<CivilDate> to;
  int limit = 0;
};

// Returns up to `limit` checks that stand behind `after`, in the order of their
// places.
absl::StatusOr<std::vector<StoredCheck>> CheckPage(const View& view,
                                                   const CheckQuery& query);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_CHECKS_H_
