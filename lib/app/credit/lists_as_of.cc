#include "lib/app/credit/lists_as_of.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace spotcheck::app {

std::vector<store::StoredListEntry> EntriesAsOf(
    std::vector<store::StoredListEntry> entries,
    absl::Span<const store::StoredListChange> changes, CivilDate as_of) {
  std::vector<store::StoredListEntry> known;
  for (store::StoredListEntry& entry : entries) {
    if (entry.proposed_on > as_of) continue;
    entry.state = store::ListState::kProposed;
    entry.decided_on = std::nullopt;
    entry.decision_reason.clear();
    for (const store::StoredListChange& change : changes) {
      if (change.entry_id != entry.record.entry_id || change.day > as_of) {
        continue;
      }
      entry.state = change.state;
      entry.leaf_index = change.leaf_index;
      if (change.state == store::ListState::kProposed) continue;
      entry.decided_on = change.day;
      entry.decision_reason = change.reason;
    }
    known.push_back(std::move(entry));
  }
  return known;
}

bool IsListed(absl::Span<const store::StoredListEntry> entries) {
  return std::any_of(entries.begin(), entries.end(),
                     [](const store::StoredListEntry& entry) {
                       return entry.state == store::ListState::kListed;
                     });
}

}  // namespace spotcheck::app
