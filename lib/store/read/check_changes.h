#ifndef SPOTCHECK_LIB_STORE_READ_CHECK_CHANGES_H_
#define SPOTCHECK_LIB_STORE_READ_CHECK_CHANGES_H_

// These functions read the requests to correct or void a check, and the
// versions of checks that no longer stand. They return the connection's errors,
// and DATA_LOSS for a row that Apply (lib/store/tables) cannot have written.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/rules/law/approval.h"
#include "lib/store/events/events.h"
#include "lib/store/events/records.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/credit.h"

namespace spotcheck::store {

struct StoredCheckChange {
  std::string change_id;
  CheckChangeKind kind = CheckChangeKind::kCorrection;
  Usci usci;
  CheckId check;
  std::string reason;
  std::string basis;
  std::optional<CheckRecord> replacement;  // absent for a void
  std::string requested_by;
  std::string requested_at;  // RFC 3339 UTC
  std::string approved_by;   // "" until another person approves
  std::string decided_at;    // "" while the request waits
  rules::ApprovalState state = rules::ApprovalState::kWaiting;
  std::int64_t leaf_index = -1;          // the leaf of the request
  std::int64_t decided_leaf_index = -1;  // -1 while the request waits
};
absl::StatusOr<std::optional<StoredCheckChange>> FindCheckChange(
    const View& view, const std::string& change_id);
// Returns the request about the check that waits.
absl::StatusOr<std::optional<StoredCheckChange>> WaitingChangeOf(
    const View& view, const Usci& usci, const CheckId& check);
// Returns up to `limit` requests in the order in which they were made, starting
// behind the leaf `after`; those of every state where `state` is absent.
struct CheckChangeRange {
  std::int64_t after = -1;
  std::int64_t limit = 0;
  std::optional<rules::ApprovalState> state;
};
absl::StatusOr<std::vector<StoredCheckChange>> CheckChangePage(
    const View& view, const CheckChangeRange& range);

// A version that stood from the one leaf to the other.
struct StoredCheckVersion {
  CheckRecord record;
  std::int64_t from_leaf_index = -1;
  std::int64_t until_leaf_index = -1;
  std::string change_id;
};
// Returns the versions of the enterprise's checks in the order in which they
// were superseded.
absl::StatusOr<std::vector<StoredCheckVersion>> CheckVersionsOf(
    const View& view, const Usci& usci);

// Returns the standing check that bears the id, of whatever enterprise.
absl::StatusOr<std::optional<StoredCheck>> FindCheckById(const View& view,
                                                         const CheckId& check);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_CHECK_CHANGES_H_
