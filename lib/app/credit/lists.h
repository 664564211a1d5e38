#ifndef SPOTCHECK_LIB_APP_CREDIT_LISTS_H_
#define SPOTCHECK_LIB_APP_CREDIT_LISTS_H_

// The lists 名单: entries, and people's decisions on them. A rule proposes
// (lists_propose.h); who decides is another person than the one whose result
// led to the proposal. The superior's consent that county and city need is
// outside the system. Errors: LIST_ENTRY_NOT_FOUND, SAME_PERSON,
// LIST_TRANSITION_REFUSED, UNKNOWN_DECISION, TEXT_*, INVALID_PAGE_*.

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "lib/app/register/read.h"
#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/rules/law/list_rules.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/credit.h"

namespace spotcheck::app {

struct ListEntriesQuery {
  int page_size = 0;
  std::string page_token;
  std::string list;          // empty: all
  std::optional<Usci> usci;  // absent: all
};
// Sorted by id.
absl::StatusOr<Page<store::StoredListEntry>> ListListEntries(
    const store::View& view, const ListEntriesQuery& query);

// LISTED, DISMISSED, REMOVED, REVOKED: the state that a decision leads to.
absl::StatusOr<rules::ListVerb> ParseListDecision(std::string_view text);

struct ListDecision {
  std::string entry_id;
  rules::ListVerb verb = rules::ListVerb::kList;
  std::string reason;  // 1–200 code points
};
// The entry as it stands after.
absl::StatusOr<store::StoredListEntry> DecideListEntry(
    store::Transaction& tx, const ListDecision& decision);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_LISTS_H_
