#ifndef SPOTCHECK_LIB_STORE_READ_CREDIT_H_
#define SPOTCHECK_LIB_STORE_READ_CREDIT_H_

// These functions read the two parts of the credit file 信用档案: checks and
// list entries. They return the connection's errors, and DATA_LOSS for a row
// that Apply (lib/store/tables) cannot have written.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/rules/law/product_key.h"
#include "lib/store/events/records.h"
#include "lib/store/journal/database.h"

namespace spotcheck::store {

// A check, its product in normal form, and the leaf that last wrote the check.
struct StoredCheck {
  CheckRecord record;
  rules::ProductIdentity product;
  std::int64_t leaf_index = -1;
};

// Returns an enterprise's checks with their items, in the order of their ids.
absl::StatusOr<std::vector<StoredCheck>> ChecksOf(const View& view,
                                                  const Usci& usci);
// Returns the check of a laboratory's report number among those of all
// enterprises. `plain` is the id of the number's normal form
// (rules::MakeCheckId); the check may have an older one.
absl::StatusOr<std::optional<StoredCheck>> FindReport(const View& view,
                                                      const CheckId& plain);
absl::StatusOr<std::optional<StoredCheck>> FindCheck(const View& view,
                                                     const Usci& usci,
                                                     const CheckId& check);

// A list entry in its present state.
struct StoredListEntry {
  ListEntryRecord record;
  ListState state = ListState::kProposed;
  CivilDate proposed_on;
  std::string proposed_by;
  std::optional<CivilDate> decided_on;  // absent until a decision
  std::string decision_reason;
  std::int64_t leaf_index = -1;  // leaf of the last change
};
// One change of an entry's state. The first change of every entry is its
// proposal.
struct StoredListChange {
  Usci usci;
  std::string entry_id;
  std::string list;
  ListState state = ListState::kProposed;
  CivilDate day;
  std::string actor;
  std::string reason;
  std::int64_t leaf_index = -1;
  // The change of a check that made it; "" for a person's decision.
  std::string change_id = "";
};

absl::StatusOr<std::optional<StoredListEntry>> FindListEntry(
    const View& view, const std::string& entry_id);
// Returns the enterprise's entries in the order of their ids.
absl::StatusOr<std::vector<StoredListEntry>> ListEntriesOf(const View& view,
                                                           const Usci& usci);
// Returns the changes of the enterprise's entries in the order of their leaves.
absl::StatusOr<std::vector<StoredListChange>> ListChangesOf(const View& view,
                                                            const Usci& usci);
// Returns the changes of every enterprise's entries in the order of (usci,
// leaf).
absl::StatusOr<std::vector<StoredListChange>> AllListChanges(const View& view);

// ListEntryPage returns up to `limit` entries whose id is after `after`, in the
// order of their ids.
struct ListEntryQuery {
  std::string after;         // "" for the first page
  std::string list;          // "" for every list
  std::optional<Usci> usci;  // absent for every enterprise
  std::optional<ListState> state = {};
  Region region = {};  // of the enterprise's registration; the country for all
  int limit = 0;
};
absl::StatusOr<std::vector<StoredListEntry>> ListEntryPage(
    const View& view, const ListEntryQuery& query);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_CREDIT_H_
