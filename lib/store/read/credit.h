#ifndef SPOTCHECK_LIB_STORE_READ_CREDIT_H_
#define SPOTCHECK_LIB_STORE_READ_CREDIT_H_

// Reads what the credit file 信用档案 is made of: checks and list entries.
// SELECT only. Errors: those of the connection; DATA_LOSS for a row that the
// applier cannot have written.

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

// A check, its product's normal form, and the leaf that gave it its present
// form.
struct StoredCheck {
  CheckRecord record;
  rules::ProductIdentity product;
  std::int64_t leaf_index = -1;
};

// An enterprise's checks with their items, by check.
absl::StatusOr<std::vector<StoredCheck>> ChecksOf(const View& view,
                                                  const Usci& usci);
// Whose the check is: one id names one check, whoever the enterprise.
absl::StatusOr<std::optional<Usci>> OwnerOfCheck(const View& view,
                                                 const CheckId& check);
absl::StatusOr<std::optional<StoredCheck>> FindCheck(const View& view,
                                                     const Usci& usci,
                                                     const CheckId& check);

// An entry as it stands now.
struct StoredListEntry {
  ListEntryRecord record;
  ListState state = ListState::kProposed;
  CivilDate proposed_on;
  std::string proposed_by;
  std::optional<CivilDate> decided_on;  // absent: not decided yet
  std::string decision_reason;
  std::int64_t leaf_index = -1;  // of the last change
};
// One change of an entry's state; its proposal is the first.
struct StoredListChange {
  Usci usci;
  std::string entry_id;
  std::string list;
  ListState state = ListState::kProposed;
  CivilDate day;
  std::string actor;
  std::string reason;
  std::int64_t leaf_index = -1;
};

absl::StatusOr<std::optional<StoredListEntry>> FindListEntry(
    const View& view, const std::string& entry_id);
// By entry.
absl::StatusOr<std::vector<StoredListEntry>> ListEntriesOf(const View& view,
                                                           const Usci& usci);
// By leaf.
absl::StatusOr<std::vector<StoredListChange>> ListChangesOf(const View& view,
                                                            const Usci& usci);
// Of every enterprise, by (usci, leaf).
absl::StatusOr<std::vector<StoredListChange>> AllListChanges(const View& view);

// Up to `limit` entries after the id, by id.
struct ListEntryQuery {
  std::string after;         // "" starts
  std::string list;          // "" for all
  std::optional<Usci> usci;  // absent: all
  int limit = 0;
};
absl::StatusOr<std::vector<StoredListEntry>> ListEntryPage(
    const View& view, const ListEntryQuery& query);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_CREDIT_H_
