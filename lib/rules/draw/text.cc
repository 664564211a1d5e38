#include "lib/rules/draw/text.h"

#include "lib/base/text.h"

namespace spotcheck::rules {
namespace {

bool IsDecimal(std::string_view text) {
  if (text.empty() || text.front() == '0') return false;
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

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
  // A character takes at most four bytes, so a longer text is not decoded.
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
  constexpr std::size_t kMaxDigits = 7;  // those of 1000000
  if (!IsDecimal(text) || text.size() > kMaxDigits) return std::nullopt;
  std::int64_t value = 0;
  for (const char digit : text) value = value * 10 + (digit - '0');
  if (value > kMaxDrawNumber) return std::nullopt;
  return value;
}

}  // namespace spotcheck::rules
