#ifndef SPOTCHECK_LIB_APP_CREDIT_LISTS_REVISE_H_
#define SPOTCHECK_LIB_APP_CREDIT_LISTS_REVISE_H_

// Decides the list entries of an enterprise anew after a change of a check. A
// proposal that waits and has lost its facts is dismissed; an entry that was
// decided stays, and is named where it cites the check, because only persons
// take it off the list; what the rules propose now is proposed.

#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/common/rule_book.h"
#include "lib/base/civil_date.h"
#include "lib/base/error.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/check_changes.h"
#include "lib/store/read/credit.h"

namespace spotcheck::app {

struct ListRevision {
  std::vector<store::StoredListEntry> dismissed;  // as they stood before
  std::vector<store::ListEntryRecord> proposed;
  std::vector<store::StoredListEntry> to_review;
  Localized reason;  // of the dismissals and the reviews
};
struct ChangedCheck {
  const store::StoredCheckChange& change;
  // The enterprise's checks before the change.
  const std::vector<store::StoredCheck>& before;
};
absl::StatusOr<ListRevision> ReviseListEntries(store::Transaction& tx,
                                               const RuleBook& book,
                                               CivilDate today,
                                               const ChangedCheck& changed);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_LISTS_REVISE_H_
