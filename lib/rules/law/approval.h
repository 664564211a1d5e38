#ifndef SPOTCHECK_LIB_RULES_LAW_APPROVAL_H_
#define SPOTCHECK_LIB_RULES_LAW_APPROVAL_H_

// The life of a request that needs a second person's approval (draw protocol,
// "Void, withdrawal, replacement"): to void an attempt, to withdraw a unit or
// to close a due one. Pure.

#include <array>
#include <cstdint>
#include <optional>

#include "lib/rules/law/codes.h"
#include "lib/rules/law/drawn_unit.h"
#include "lib/rules/law/machine.h"

namespace spotcheck::rules {

enum class ApprovalState : std::uint8_t { kWaiting, kApproved, kObsolete };
enum class ApprovalEvent : std::uint8_t {
  kApproval,    // a second person approves
  kOutOfPlace,  // the attempt or the unit is no longer as the request needs it
};

// A request begins as WAITING.
inline constexpr auto kApprovalSteps =
    std::to_array<Step<ApprovalState, ApprovalEvent>>({
        {ApprovalState::kWaiting, ApprovalEvent::kApproval,
         ApprovalState::kApproved},
        {ApprovalState::kWaiting, ApprovalEvent::kOutOfPlace,
         ApprovalState::kObsolete},
    });
inline constexpr Machine kApprovalMachine(kApprovalSteps);
static_assert(kApprovalMachine.IsSound());

// Returns the unit's event that a request of the kind asks for; nullopt for
// kVoid, which asks for an event of the attempt.
constexpr std::optional<UnitEvent> UnitEventOf(ApprovalKind kind) {
  switch (kind) {
    case ApprovalKind::kWithdrawal:
      return UnitEvent::kWithdrawal;
    case ApprovalKind::kCloseDue:
      return UnitEvent::kClosing;
    case ApprovalKind::kVoid:
      break;
  }
  return std::nullopt;
}

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_APPROVAL_H_
