#ifndef SPOTCHECK_LIB_APP_CREDIT_LISTS_AS_OF_H_
#define SPOTCHECK_LIB_APP_CREDIT_LISTS_AS_OF_H_

// List entries as they stood at the end of a day. Pure.

#include <vector>

#include "absl/types/span.h"
#include "lib/base/civil_date.h"
#include "lib/store/read/credit.h"

namespace spotcheck::app {

// The entries proposed up to the day, with state, decision and leaf of their
// last change up to it. `changes` are those of the entries, by leaf.
std::vector<store::StoredListEntry> EntriesAsOf(
    std::vector<store::StoredListEntry> entries,
    absl::Span<const store::StoredListChange> changes, CivilDate as_of);

// Whether any of them is LISTED.
bool IsListed(absl::Span<const store::StoredListEntry> entries);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_LISTS_AS_OF_H_
