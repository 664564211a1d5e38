#ifndef SPOTCHECK_LIB_RULES_DRAW_BEACON_H_
#define SPOTCHECK_LIB_RULES_DRAW_BEACON_H_

// Tells when a drand round is published, without the network. A beacon adds
// randomness that nobody in the room made; it never replaces a witness, and its
// signature's pairing check is made outside.

#include <cstdint>
#include <optional>
#include <string_view>

#include "absl/time/time.h"
#include "lib/rules/draw/text.h"

namespace spotcheck::rules {

// The most bytes of a round's signature, which as hex is a protocol text.
inline constexpr std::int64_t kMaxBeaconSignature = kMaxDrawText / 2;

// Gives the publication time of the round that `spec` (drand:<chain
// hash>:<round>) names; nothing for a malformed spec or an unknown chain.
// Rounds beyond what a time can hold are published in the infinite future.
std::optional<absl::Time> BeaconRoundTime(std::string_view spec);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_BEACON_H_
