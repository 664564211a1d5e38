#ifndef SPOTCHECK_LIB_APP_COMMON_RULE_BOOK_H_
#define SPOTCHECK_LIB_APP_COMMON_RULE_BOOK_H_

// The rules of an office as data: the files of deploy/policies, checked and
// turned into the types of lib/rules when the server starts. Immutable
// afterwards and shared by every call.

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "lib/rules/law/grade.h"
#include "lib/rules/law/list_rules.h"
#include "lib/rules/law/policy.h"

namespace spotcheck::app {

enum class LabRotation : std::uint8_t { kOff, kBarLastLab };

// The longest hold. A held line is in no other draw, so a longer hold, in a
// draw whose enterprises nobody visits, would protect them better than a check.
inline constexpr std::int64_t kMaxHoldDays = 366;
// The longest time from a commitment to its deadline. Until then an undecided
// attempt keeps every other draw out of its scope.
inline constexpr std::int64_t kMaxDeadlineHours = 30 * 24;
// The longest time until a bundle is opened. Three years are as far as any list
// looks back: after that, a bundle that nobody could check would have had all
// its consequences.
inline constexpr std::int64_t kMaxOpenAfterDays = 3 * 366;

// The office's own rules for draws. Each number is from 1 to its limit above.
struct DrawRules {
  std::int64_t hold_days = 60;  // the longest that a drawn line is held
  std::int64_t default_deadline_hours = 24;  // from the commitment
  // after the run; due units do not extend it
  std::int64_t open_after_days = 365;
  LabRotation rotation = LabRotation::kBarLastLab;
};

struct RuleBook {
  std::vector<rules::Policy> policies;
  rules::Scheme scheme;
  std::vector<rules::ListRule> list_rules;
  DrawRules draw;
};

// Runs the check of every part and answers the first error.
absl::Status ValidateRuleBook(const RuleBook& book);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_COMMON_RULE_BOOK_H_
