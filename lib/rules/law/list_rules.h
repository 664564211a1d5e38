#ifndef SPOTCHECK_LIB_RULES_LAW_LIST_RULES_H_
#define SPOTCHECK_LIB_RULES_LAW_LIST_RULES_H_

// Lists of the dishonest 失信名单: which history makes an enterprise a
// candidate, and which way an entry may go (DOMAIN 4). A rule proposes; people
// decide after notice and hearing. Pure. Errors: INVALID_LIST_RULE,
// LIST_TRANSITION_REFUSED.

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
#include "lib/rules/law/policy.h"
#include "lib/rules/law/six_months.h"

namespace spotcheck::rules {

enum class Severity : std::uint8_t { kGeneral, kSerious };

// One check of the enterprise, in the order recorded.
struct CheckRecord {
  CheckId id;
  LineId line;
  Level level = Level::kProvincial;
  Purpose purpose = Purpose::kRoutine;
  Verdict verdict = Verdict::kPass;
  Severity severity = Severity::kGeneral;  // of a failure
  CivilDate sampled;
};

// `count` serious failures in checks of `levels`, sampled within `years`: the
// last not later than the first plus the years (Civil Code 202).
struct SeriousFailures {
  int count = 0;
  std::set<Level> levels;
  int years = 0;
};
// A FOLLOW_UP check of a line failed again (复查不合格) after an earlier
// failure of that line.
struct FailedReCheck {};

struct ListRule {
  std::string id;    // id grammar
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
// checks give the same proposal: whoever keeps proposals drops repeated ones.
struct ListProposal {
  std::string rule;
  std::string list;
  std::vector<ListReason> reasons;
};

absl::Status ValidateListRules(absl::Span<const ListRule> rules);
// At most one proposal a rule, in the rules' order; checks sampled after as_of
// are passed over.
std::vector<ListProposal> EvaluateListRules(
    absl::Span<const ListRule> rules, absl::Span<const CheckRecord> history,
    CivilDate as_of);

// An entry's life. Removal 移出 ends what was right, revocation 撤销 undoes
// what should never have been.
enum class ListState : std::uint8_t {
  kProposed,
  kListed,
  kDismissed,
  kRemoved,
  kRevoked,
};
enum class ListVerb : std::uint8_t { kList, kDismiss, kRemove, kRevoke };
std::string_view ListStateName(ListState state);  // PROPOSED …
std::string_view ListVerbName(ListVerb verb);     // LIST …
absl::StatusOr<ListState> NextListState(ListState state, ListVerb verb);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_LIST_RULES_H_
