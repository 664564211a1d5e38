#ifndef SPOTCHECK_LIB_APP_CREDIT_LISTS_PROPOSE_H_
#define SPOTCHECK_LIB_APP_CREDIT_LISTS_PROPOSE_H_

// Asks the list rules after new results, and journals what they propose.

#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/common/rule_book.h"
#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/credit.h"

namespace spotcheck::app {

// A deterministic id: "E" and 70 bits of SHA-256 over list, rule, enterprise
// and checks in base32, so that the same facts cannot be proposed twice.
std::string MakeListEntryId(const Usci& usci,
                            const rules::ListProposal& proposal);

// Appends a proposal for every rule that is met by the enterprise's checks as
// of the day, unless the same checks were proposed before or an entry of that
// list is PROPOSED or LISTED for the enterprise. Returns the new entries.
absl::StatusOr<std::vector<store::ListEntryRecord>> ProposeListEntries(
    store::Transaction& tx, const RuleBook& book, CivilDate as_of,
    const Usci& usci);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_LISTS_PROPOSE_H_
