#ifndef SPOTCHECK_LIB_APP_CREDIT_LISTS_AS_OF_H_
#define SPOTCHECK_LIB_APP_CREDIT_LISTS_AS_OF_H_

// Tells how list entries stood at the end of a day. Pure.

#include <vector>

#include "absl/types/span.h"
#include "lib/base/civil_date.h"
#include "lib/store/read/credit.h"

namespace spotcheck::app {

// Answers the entries that were proposed up to the day, each with the state,
// decision and leaf of its last change up to the day. `changes` must be the
// changes of these entries, ordered by leaf.
std::vector<store::StoredListEntry> EntriesAsOf(
    std::vector<store::StoredListEntry> entries,
    absl::Span<const store::StoredListChange> changes, CivilDate as_of);

// True if one of the entries is LISTED.
bool IsListed(absl::Span<const store::StoredListEntry> entries);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_LISTS_AS_OF_H_
