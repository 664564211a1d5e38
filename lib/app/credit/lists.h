#ifndef SPOTCHECK_LIB_APP_CREDIT_LISTS_H_
#define SPOTCHECK_LIB_APP_CREDIT_LISTS_H_

// The entries of the lists 名单, and people's decisions on them. A rule
// proposes an entry (lists_propose.h); the person who decides must not be the
// one whose result led to the proposal. A county or city also needs its
// superior's consent, which is given outside the system. Errors:
// LIST_ENTRY_NOT_FOUND, SAME_PERSON, LIST_TRANSITION_REFUSED, UNKNOWN_DECISION,
// TEXT_*, INVALID_PAGE_*.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
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
  std::string list;          // empty: every list
  std::optional<Usci> usci;  // absent: every enterprise
  std::optional<rules::ListState> state = {};
  Region region = {};                   // of the enterprise's registration
  std::optional<CivilDate> as_of = {};  // absent: the entries as they are now
};
// Answers the entries that fit every filter, sorted by id.
absl::StatusOr<Page<store::StoredListEntry>> ListListEntries(
    const store::View& view, const ListEntriesQuery& query);

// Reads a decision, which is named by the state that it leads to: LISTED,
// DISMISSED, REMOVED or REVOKED.
absl::StatusOr<rules::ListVerb> ParseListDecision(std::string_view text);

struct ListDecision {
  std::string entry_id;
  rules::ListVerb verb = rules::ListVerb::kList;
  std::string reason;  // 1–200 code points
};
// Journals the decision and answers the entry as it is afterwards.
absl::StatusOr<store::StoredListEntry> DecideListEntry(
    store::Transaction& tx, const ListDecision& decision);

// Answers the entries that were proposed up to the day, each with the state,
// decision and leaf of its last change up to the day. `changes` must be the
// changes of these entries, ordered by leaf.
std::vector<store::StoredListEntry> EntriesAsOf(
    std::vector<store::StoredListEntry> entries,
    absl::Span<const store::StoredListChange> changes, CivilDate as_of);

// True if one of the entries is LISTED.
bool IsListed(absl::Span<const store::StoredListEntry> entries);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_LISTS_H_
