#ifndef SPOTCHECK_LIB_RULES_DRAW_TEXT_H_
#define SPOTCHECK_LIB_RULES_DRAW_TEXT_H_

// The grammar of the draw protocol's texts; draw/words.h has its codes.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// Counts, capacities, ranks and attempts lie in 1…kMaxDrawNumber, weights in
// 1…kMaxWeight. So the allocation's m·w·N stays below 2^50: sums are exact.
inline constexpr std::int64_t kMaxDrawNumber = 1'000'000;
inline constexpr std::int64_t kMaxWeight = 1000;
// The most code points of a text that is no id.
inline constexpr int kMaxDrawText = 200;
inline constexpr int kSecretSize = 32;
inline constexpr int kMinContribution = 16;
inline constexpr int kMaxContribution = 64;

// True if the code needs as evidence the id of the record behind it. The other
// codes follow from the files themselves.
bool NeedsEvidence(LineStatus status);
bool NeedsEvidence(EnterpriseStatus status);
// True if the code occurs only in attempts after the first.
bool NeedsLaterAttempt(EnterpriseStatus status);

// Gives "tasks/" and the id, as hashes and bundles hold it.
std::string TaskName(const TaskId& task);

// True for 1–200 characters of NFC without control characters. Every text of
// the protocol that is no id must be so.
bool IsDrawText(std::string_view text);

// True for drand:<chain hash, 64 lower-case hex digits>:<round, from 1>.
bool IsBeaconSpec(std::string_view spec);

// Reads decimal text without sign or leading zero in 1…kMaxDrawNumber.
std::optional<std::int64_t> ParseDrawNumber(std::string_view text);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_TEXT_H_
