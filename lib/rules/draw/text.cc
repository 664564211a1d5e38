#include "lib/rules/draw/text.h"

#include <array>
#include <utility>

#include "lib/base/text.h"

namespace spotcheck::rules {
namespace {

// A closed list of values and their spellings, in the order of the enum.
template <typename Value, std::size_t N>
using Spellings = std::array<std::pair<Value, std::string_view>, N>;

constexpr Spellings<LineStatus, 5> kLineCodes = {{
    {LineStatus::kEligible, "ELIGIBLE"},
    {LineStatus::kSixMonths, "SIX_MONTHS"},
    {LineStatus::kSuperiorCheck, "SUPERIOR_CHECK"},
    {LineStatus::kReserved, "RESERVED"},
    {LineStatus::kNoLab, "NO_LAB"},
}};
constexpr Spellings<EnterpriseStatus, 6> kEnterpriseCodes = {{
    {EnterpriseStatus::kEligible, "ELIGIBLE"},
    {EnterpriseStatus::kOtherStratum, "OTHER_STRATUM"},
    {EnterpriseStatus::kWithdrawn, "WITHDRAWN"},
    {EnterpriseStatus::kAlreadySelected, "ALREADY_SELECTED"},
    {EnterpriseStatus::kDeregistered, "DEREGISTERED"},
    {EnterpriseStatus::kNoEligibleLine, "NO_ELIGIBLE_LINE"},
}};
constexpr Spellings<LabBarReason, 2> kLabBars = {{
    {LabBarReason::kConflict, "CONFLICT"},
    {LabBarReason::kLastLab, "LAST_LAB"},
}};
constexpr Spellings<InspectorBarReason, 1> kInspectorBars = {{
    {InspectorBarReason::kRecusal, "RECUSAL"},
}};
constexpr Spellings<Level, 4> kLevels = {{
    {Level::kNational, "national"},
    {Level::kProvincial, "provincial"},
    {Level::kCity, "city"},
    {Level::kCounty, "county"},
}};
constexpr Spellings<Purpose, 3> kPurposes = {{
    {Purpose::kRoutine, "ROUTINE"},
    {Purpose::kFollowUp, "FOLLOW_UP"},
    {Purpose::kEmergency, "EMERGENCY"},
}};

template <typename Value, std::size_t N>
std::string_view Spell(const Spellings<Value, N>& list, Value value) {
  for (const auto& [candidate, text] : list) {
    if (candidate == value) return text;
  }
  return "";
}

template <typename Value, std::size_t N>
std::optional<Value> Parse(const Spellings<Value, N>& list,
                           std::string_view text) {
  for (const auto& [value, candidate] : list) {
    if (candidate == text) return value;
  }
  return std::nullopt;
}

bool IsDecimal(std::string_view text) {
  if (text.empty() || text.front() == '0') return false;
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::string_view CodeText(LineStatus status) {
  return Spell(kLineCodes, status);
}
std::string_view CodeText(EnterpriseStatus status) {
  return Spell(kEnterpriseCodes, status);
}
std::string_view CodeText(LabBarReason reason) {
  return Spell(kLabBars, reason);
}
std::string_view CodeText(InspectorBarReason reason) {
  return Spell(kInspectorBars, reason);
}
std::string_view LevelText(Level level) { return Spell(kLevels, level); }
std::string_view PurposeText(Purpose purpose) {
  return Spell(kPurposes, purpose);
}

std::optional<LineStatus> ParseLineCode(std::string_view code) {
  return Parse(kLineCodes, code);
}
std::optional<EnterpriseStatus> ParseEnterpriseCode(std::string_view code) {
  return Parse(kEnterpriseCodes, code);
}
std::optional<LabBarReason> ParseLabBarReason(std::string_view code) {
  return Parse(kLabBars, code);
}
std::optional<InspectorBarReason> ParseInspectorBarReason(
    std::string_view code) {
  return Parse(kInspectorBars, code);
}
std::optional<Level> ParseLevelText(std::string_view text) {
  return Parse(kLevels, text);
}
std::optional<Purpose> ParsePurposeText(std::string_view text) {
  return Parse(kPurposes, text);
}

bool NeedsEvidence(LineStatus status) {
  return status != LineStatus::kEligible && status != LineStatus::kNoLab;
}

bool NeedsEvidence(EnterpriseStatus status) {
  return status == EnterpriseStatus::kWithdrawn ||
         status == EnterpriseStatus::kAlreadySelected ||
         status == EnterpriseStatus::kDeregistered;
}

bool NeedsLaterAttempt(EnterpriseStatus status) {
  return status == EnterpriseStatus::kOtherStratum ||
         status == EnterpriseStatus::kWithdrawn ||
         status == EnterpriseStatus::kAlreadySelected;
}

std::string TaskName(const TaskId& task) { return "tasks/" + task.str(); }

bool IsDrawText(std::string_view text) {
  // A character takes at most four bytes: nothing longer is looked at.
  if (text.empty() || text.size() > std::size_t{4 * kMaxDrawText}) return false;
  return IsValidUtf8(text) && CodePointCount(text) <= kMaxDrawText &&
         !HasControlCharacter(text) && IsNfc(text);
}

bool IsBeaconSpec(std::string_view spec) {
  constexpr std::string_view kPrefix = "drand:";
  constexpr std::size_t kChainHash = 64;
  constexpr std::size_t kMaxRoundDigits = 18;  // fits 64 bits
  if (spec.substr(0, kPrefix.size()) != kPrefix) return false;
  spec.remove_prefix(kPrefix.size());
  if (spec.size() < kChainHash + 2 || spec[kChainHash] != ':') return false;
  const std::string_view round = spec.substr(kChainHash + 1);
  return spec.substr(0, kChainHash).find_first_not_of("0123456789abcdef") ==
             std::string_view::npos &&
         IsDecimal(round) && round.size() <= kMaxRoundDigits;
}

std::optional<std::int64_t> ParseDrawNumber(std::string_view text) {
  constexpr std::size_t kMaxDigits = 7;  // 1000000
  if (!IsDecimal(text) || text.size() > kMaxDigits) return std::nullopt;
  std::int64_t value = 0;
  for (const char digit : text) value = value * 10 + (digit - '0');
  if (value > kMaxDrawNumber) return std::nullopt;
  return value;
}

}  // namespace spotcheck::rules
