#ifndef SPOTCHECK_LIB_RULES_LAW_ATTEMPT_H_
#define SPOTCHECK_LIB_RULES_LAW_ATTEMPT_H_

// The life of one attempt of a draw (protocol spotcheck-draw/1), from its
// commitment to its opening. Pure.

#include <array>
#include <cstdint>

#include "lib/rules/law/machine.h"

namespace spotcheck::rules {

enum class AttemptState : std::uint8_t {
  kCommitted,  // waits for reveals and for its run
  kRun,
  kOpened,
  kVoid,
  kFailed,
};
enum class AttemptEvent : std::uint8_t {
  kReveal,  // a witness reveals its contribution
  kBeacon,  // the beacon's round is given
  kRun,
  kFail,
  kVoid,
  kOpen,
};

// An attempt begins as kCommitted. The comments name the step of the protocol.
inline constexpr auto kAttemptSteps =
    std::to_array<Step<AttemptState, AttemptEvent>>({
        // Step 3: contributions come after the commitment.
        {AttemptState::kCommitted, AttemptEvent::kReveal,
         AttemptState::kCommitted},
        // Step 4: the beacon's value is one of the seed's inputs.
        {AttemptState::kCommitted, AttemptEvent::kBeacon,
         AttemptState::kCommitted},
        // Step 4: with the last contribution the draw runs.
        {AttemptState::kCommitted, AttemptEvent::kRun, AttemptState::kRun},
        // Step 3: an attempt without all contributions ends at its deadline.
        {AttemptState::kCommitted, AttemptEvent::kFail, AttemptState::kFailed},
        // Step 3: two persons may set it aside, before the first reveal.
        {AttemptState::kCommitted, AttemptEvent::kVoid, AttemptState::kVoid},
        // Step 12: the bundle is published after the visits.
        {AttemptState::kRun, AttemptEvent::kOpen, AttemptState::kOpened},
    });
inline constexpr Machine kAttemptMachine(kAttemptSteps);
static_assert(kAttemptMachine.IsSound());

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_ATTEMPT_H_
