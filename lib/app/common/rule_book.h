#ifndef SPOTCHECK_LIB_APP_COMMON_RULE_BOOK_H_
#define SPOTCHECK_LIB_APP_COMMON_RULE_BOOK_H_

// Everything an office's rules say, as data: what deploy/policies holds,
// checked and turned into the rules' own types at start. Immutable after that;
// shared by every call.

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "lib/rules/law/grade.h"
#include "lib/rules/law/list_rules.h"
#include "lib/rules/law/policy.h"

namespace spotcheck::app {

enum class LabRotation : std::uint8_t { kOff, kBarLastLab };

// A held line is in no other draw: longer than a year, and a draw that nobody
// visits would protect its enterprises better than a check would.
inline constexpr std::int64_t kMaxHoldDays = 366;
// An attempt undecided for longer would close its scope to every other.
inline constexpr std::int64_t kMaxDeadlineHours = 30 * 24;
// Three years, the longest that any list looks back: after that a bundle that
// nobody could check has had all its consequences.
inline constexpr std::int64_t kMaxOpenAfterDays = 3 * 366;

// House rules of draws; each number from 1 to its limit.
struct DrawRules {
  std::int64_t hold_days = 60;  // a drawn line is held at the longest
  std::int64_t default_deadline_hours = 24;  // from the commitment
  std::int64_t open_after_days = 365;        // after the run, whatever is due
  LabRotation rotation = LabRotation::kBarLastLab;
};

struct RuleBook {
  std::vector<rules::Policy> policies;
  rules::Scheme scheme;
  std::vector<rules::ListRule> list_rules;
  DrawRules draw;
};

// Every part's own check, the first fault named.
absl::Status ValidateRuleBook(const RuleBook& book);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_COMMON_RULE_BOOK_H_
