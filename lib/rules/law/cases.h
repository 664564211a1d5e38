#ifndef SPOTCHECK_LIB_RULES_LAW_CASES_H_
#define SPOTCHECK_LIB_RULES_LAW_CASES_H_

// A failed check 不合格 opens a case; a follow-up 跟踪抽查 of its line passes
// and closes it, or fails again 复查不合格 (DOMAIN 3). Pure.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/types/span.h"
#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/rules/law/machine.h"
#include "lib/rules/law/six_months.h"

namespace spotcheck::rules {

// One check of an enterprise as these rules read it.
struct CheckOutcome {
  CheckId id;
  LineId line;
  Level level = Level::kProvincial;
  Purpose purpose = Purpose::kRoutine;
  Verdict verdict = Verdict::kPass;
  Severity severity = Severity::kGeneral;  // counts for a failure only
  CivilDate sampled;
  // True if this system drew the line; false for an imported check.
  bool drawn = false;
};

// Gives the concluded checks that were sampled up to `as_of`, sorted by day.
// Checks of one day keep the order of `recorded`, which is that of recording.
std::vector<CheckOutcome> ConcludedChecks(
    absl::Span<const CheckOutcome> recorded, CivilDate as_of);

// A failure of a line that was drawn here opens a case, which is open from its
// sampling day. An imported failure is a failure of its date only.
enum class CaseState : std::uint8_t { kOpen, kClosed };
enum class CaseEvent : std::uint8_t { kFollowUpPassed, kFollowUpFailed };

inline constexpr auto kCaseSteps = std::to_array<Step<CaseState, CaseEvent>>({
    // DOMAIN 3, "failure": the product stops until a re-check 复查 passes.
    {CaseState::kOpen, CaseEvent::kFollowUpPassed, CaseState::kClosed},
    // DOMAIN 3, "fails again": a second re-check may follow.
    {CaseState::kOpen, CaseEvent::kFollowUpFailed, CaseState::kOpen},
});
inline constexpr Machine kCaseMachine(kCaseSteps);
static_assert(kCaseMachine.IsSound());

bool OpensCase(const CheckOutcome& check);
// Gives the day on which the case of the `failure`-th check closed; nullopt
// while it is open. `concluded` comes from ConcludedChecks, here and below.
std::optional<CivilDate> CaseClosedOn(absl::Span<const CheckOutcome> concluded,
                                      std::size_t failure);

// If the `check`-th check is a follow-up that failed again, gives the index of
// the latest earlier failure of its line; nullopt for any other check.
std::optional<std::size_t> FailureFollowedUp(
    absl::Span<const CheckOutcome> concluded, std::size_t check);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_CASES_H_
