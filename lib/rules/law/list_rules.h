#ifndef SPOTCHECK_LIB_RULES_LAW_LIST_RULES_H_
#define SPOTCHECK_LIB_RULES_LAW_LIST_RULES_H_

// Says which history makes an enterprise a candidate for a list of the
// dishonest 失信名单, and which states an entry may take (DOMAIN 4). A rule
// proposes; people decide after notice and hearing. Pure. Errors:
// INVALID_LIST_RULE, LIST_TRANSITION_REFUSED.

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/rules/law/cases.h"
#include "lib/rules/law/machine.h"
#include "lib/rules/law/policy.h"

namespace spotcheck::rules {

// Asks for `count` serious failures in checks of `levels`, sampled within
// `years`: the last not later than the first plus the years (Civil Code 202).
struct SeriousFailures {
  int count = 0;
  std::set<Level> levels;
  int years = 0;
};
// Asks that a FOLLOW_UP check of a line failed again (复查不合格) after an
// earlier failure of that line.
struct FailedReCheck {};

struct ListRule {
  std::string id;    // matches IsIdText
  std::string list;  // the list's name
  Source source;
  std::variant<SeriousFailures, FailedReCheck> condition;
};

struct ListReason {
  CheckId check;
  CivilDate sampled;
  friend bool operator==(const ListReason&, const ListReason&) = default;
};
// The latest group of checks that meets the rule, ascending by day. The same
// checks give the same proposal, so that a caller can drop repeated ones.
struct ListProposal {
  std::string rule;
  std::string list;
  std::vector<ListReason> reasons;
};

absl::Status ValidateListRules(absl::Span<const ListRule> rules);
// Gives at most one proposal for each rule, in the rules' order. `history` is
// one enterprise's, in the order recorded; checks after as_of are passed over.
std::vector<ListProposal> EvaluateListRules(
    absl::Span<const ListRule> rules, absl::Span<const CheckOutcome> history,
    CivilDate as_of);

// An entry passes through these states. Removal 移出 ends a rightful entry;
// revocation 撤销 undoes one that should never have been.
enum class ListState : std::uint8_t {
  kProposed,
  kListed,
  kDismissed,
  kRemoved,
  kRevoked,
};
enum class ListVerb : std::uint8_t { kList, kDismiss, kRemove, kRevoke };

inline constexpr auto kListSteps = std::to_array<Step<ListState, ListVerb>>({
    // SAMR Order 44: after notice and hearing the punisher lists …
    {ListState::kProposed, ListVerb::kList, ListState::kListed},
    // … or does not, e.g. where no intent is proven.
    {ListState::kProposed, ListVerb::kDismiss, ListState::kDismissed},
    // SAMR Order 44: after 3 years, or early after 1.
    {ListState::kListed, ListVerb::kRemove, ListState::kRemoved},
    // SAMR Order 44, 19: the basis was annulled.
    {ListState::kListed, ListVerb::kRevoke, ListState::kRevoked},
});
inline constexpr Machine kListMachine(kListSteps);
static_assert(kListMachine.IsSound());

// LIST_TRANSITION_REFUSED where the table has no such step.
absl::StatusOr<ListState> NextListState(ListState state, ListVerb verb);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_LIST_RULES_H_
