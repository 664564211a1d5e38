#ifndef SPOTCHECK_LIB_APP_CREDIT_LISTS_PROPOSE_H_
#define SPOTCHECK_LIB_APP_CREDIT_LISTS_PROPOSE_H_

// Asks the list rules what new results lead to, and journals what they propose.

#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/common/rule_book.h"
#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/credit.h"

namespace spotcheck::app {

// Makes an entry's id: "E" and, in base32, 70 bits of SHA-256 over list, rule,
// enterprise and checks. The same facts give the same id, so they cannot be
// proposed twice. Only where a change of a check has taken the facts of an
// entry away and they stand again later, the new entry has the id of the next
// `round`.
std::string MakeListEntryId(const Usci& usci,
                            const rules::ListProposal& proposal, int round = 0);

// Appends a proposal for each rule that the enterprise's checks meet on the
// day. Skips a rule if the same checks were proposed before, or if the
// enterprise already has a PROPOSED or LISTED entry of that list. Returns the
// new entries.
absl::StatusOr<std::vector<store::ListEntryRecord>> ProposeListEntries(
    store::Transaction& tx, const RuleBook& book, CivilDate as_of,
    const Usci& usci);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_LISTS_PROPOSE_H_
