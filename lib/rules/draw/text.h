#ifndef SPOTCHECK_LIB_RULES_DRAW_TEXT_H_
#define SPOTCHECK_LIB_RULES_DRAW_TEXT_H_

// How the draw protocol spells its values, and the grammar of its texts. The
// codes are closed lists: a new one needs a new version of the protocol.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// Counts, capacities, ranks and attempts lie in 1…kMaxDrawNumber, weights in
// 1…kMaxWeight: then m·w·N stays below 2^50 and every sum is exact.
inline constexpr std::int64_t kMaxDrawNumber = 1'000'000;
inline constexpr std::int64_t kMaxWeight = 1000;
// Code points of a text that is no id.
inline constexpr int kMaxDrawText = 200;
inline constexpr int kSecretSize = 32;
inline constexpr int kMinContribution = 16;
inline constexpr int kMaxContribution = 64;

// The codes as frame.tsv, lines.tsv, labs.tsv and inspectors.tsv write them;
// "ELIGIBLE" for the eligible.
std::string_view CodeText(LineStatus status);
std::string_view CodeText(EnterpriseStatus status);
std::string_view CodeText(LabBarReason reason);
std::string_view CodeText(InspectorBarReason reason);
std::optional<LineStatus> ParseLineCode(std::string_view code);
std::optional<EnterpriseStatus> ParseEnterpriseCode(std::string_view code);
std::optional<LabBarReason> ParseLabBarReason(std::string_view code);
std::optional<InspectorBarReason> ParseInspectorBarReason(
    std::string_view code);

// Whether the code names the record behind it; the others follow from the
// files themselves.
bool NeedsEvidence(LineStatus status);
bool NeedsEvidence(EnterpriseStatus status);
// Whether the code occurs only in attempts after the first.
bool NeedsLaterAttempt(EnterpriseStatus status);

// national, provincial, city, county; ROUTINE, FOLLOW_UP, EMERGENCY.
std::string_view LevelText(Level level);
std::string_view PurposeText(Purpose purpose);
std::optional<Level> ParseLevelText(std::string_view text);
std::optional<Purpose> ParsePurposeText(std::string_view text);

// "tasks/" and the id, as hashes and bundles hold it.
std::string TaskName(const TaskId& task);

// Any text that is no id: 1–200 characters of NFC without control characters.
bool IsDrawText(std::string_view text);

// drand:<chain hash, 64 lower-case hex digits>:<round, from 1>.
bool IsBeaconSpec(std::string_view spec);

// Decimal text without sign or leading zero in 1…kMaxDrawNumber.
std::optional<std::int64_t> ParseDrawNumber(std::string_view text);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_TEXT_H_
