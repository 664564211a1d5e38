#include "lib/rules/law/six_months.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "absl/strings/str_replace.h"

namespace spotcheck::rules {
namespace {

bool ResultCounts(EarlierResult counted, Verdict verdict) {
  switch (counted) {
    case EarlierResult::kPass:
      return verdict != Verdict::kFail;  // pending bars like a pass
    case EarlierResult::kAny:
      return true;
  }
  return false;
}

// True if the policy counts this check, whoever ordered it.
bool Counts(const Policy& policy, const EarlierCheck& check, CivilDate as_of,
            const LineHistory& line) {
  return check.sampled <= as_of && ResultCounts(policy.result, check.verdict) &&
         SameProduct(policy.identity, check.product, line.product);
}

bool OrderedBy(const Policy& policy, const Authority& earlier,
               const Authority& task) {
  switch (policy.earlier_by) {
    case EarlierBy::kLevels:
      return policy.earlier_levels.contains(earlier.level);
    case EarlierBy::kSameAuthority:
      return SameAuthority(earlier, task);
    case EarlierBy::kSuperior:
      return IsSuperior(earlier, task);
  }
  return false;
}

// True if the policy binds some authority because of this check.
bool BindsSomebody(const Policy& policy, const Authority& earlier) {
  switch (policy.earlier_by) {
    case EarlierBy::kLevels:
      return policy.earlier_levels.contains(earlier.level);
    case EarlierBy::kSameAuthority:
      return true;
    case EarlierBy::kSuperior:
      return earlier.level != Level::kCounty;  // nobody stands below a county
  }
  return false;
}

// Gives the day from which the months count, as known on as_of.
CivilDate AnchorDay(Anchor anchor, const EarlierCheck& check, CivilDate as_of) {
  std::optional<CivilDate> day;
  switch (anchor) {
    case Anchor::kSampling:
      break;
    case Anchor::kReport:
      day = check.reported;
      break;
    case Anchor::kNotice:
      day = check.noticed;
      break;
  }
  return day && *day <= as_of ? *day : check.sampled;
}

// True if the months are over even if each had 31 days; saves the calendar.
bool IsLongOver(const Policy& policy, const EarlierCheck& check,
                CivilDate as_of) {
  constexpr int kLongestMonth = 31;
  if (!policy.months) return false;
  const CivilDate anchor = AnchorDay(policy.anchor, check, as_of);
  return as_of.civil() - anchor.civil() > kLongestMonth * *policy.months;
}

std::optional<CivilDate> LastDay(const Policy& policy,
                                 const EarlierCheck& check, CivilDate as_of) {
  if (!policy.months) return std::nullopt;
  return AddMonths(AnchorDay(policy.anchor, check, as_of), *policy.months);
}

Localized Binds(const Policy& policy, const EarlierCheck& check) {
  const std::string& name = check.authority.name;
  return {absl::StrReplaceAll(policy.binds.zh, {{"{authority}", name}}),
          absl::StrReplaceAll(policy.binds.en, {{"{authority}", name}})};
}

ProtectionReason MakeReason(const Policy& policy, const EarlierCheck& check,
                            CivilDate until) {
  return {policy.id,     policy.effect, check.id,         check.authority,
          check.sampled, until,         until.AddDays(1), Binds(policy, check)};
}

void SortReasons(std::vector<ProtectionReason>& reasons) {
  std::sort(reasons.begin(), reasons.end(),
            [](const ProtectionReason& a, const ProtectionReason& b) {
              return std::tie(b.until, a.check, a.policy) <
                     std::tie(a.until, b.check, b.policy);
            });
}

// Sets the status. Of the sorted reasons the first of the stronger
// effect decides.
void Conclude(LineProtection& protection) {
  for (const PolicyEffect effect :
       {PolicyEffect::kSixMonths, PolicyEffect::kSuperiorCheck}) {
    const auto first = std::find_if(
        protection.reasons.begin(), protection.reasons.end(),
        [effect](const ProtectionReason& r) { return r.effect == effect; });
    if (first == protection.reasons.end()) continue;
    protection.status = StatusOf(effect);
    protection.decisive =
        static_cast<std::size_t>(first - protection.reasons.begin());
    return;
  }
}

}  // namespace

LineStatus StatusOf(PolicyEffect effect) {
  switch (effect) {
    case PolicyEffect::kSixMonths:
      return LineStatus::kSixMonths;
    case PolicyEffect::kSuperiorCheck:
      return LineStatus::kSuperiorCheck;
    case PolicyEffect::kWarn:
      break;
  }
  return LineStatus::kEligible;
}

LineProtection EvaluateLine(absl::Span<const Policy> policies,
                            const IntendedCheck& check,
                            const LineHistory& line) {
  LineProtection protection;
  const std::string category(line.category);
  for (const Policy& policy : policies) {
    if (policy.excluded_categories.contains(category) ||
        policy.exceptions.contains(check.purpose)) {
      continue;
    }
    for (const EarlierCheck& earlier : line.checks) {
      if (IsLongOver(policy, earlier, check.as_of) ||
          !Counts(policy, earlier, check.as_of, line) ||
          !OrderedBy(policy, earlier.authority, check.authority)) {
        continue;
      }
      const auto until = LastDay(policy, earlier, check.as_of);
      if (until && *until < check.as_of) continue;
      if (policy.effect == PolicyEffect::kWarn) {
        protection.warnings.push_back({policy.id, earlier.id, earlier.authority,
                                       earlier.sampled, until,
                                       Binds(policy, earlier)});
      } else if (until) {
        protection.reasons.push_back(MakeReason(policy, earlier, *until));
      }
    }
  }
  SortReasons(protection.reasons);
  std::sort(protection.warnings.begin(), protection.warnings.end(),
            [](const ProtectionWarning& a, const ProtectionWarning& b) {
              return std::tie(a.check, a.policy) < std::tie(b.check, b.policy);
            });
  Conclude(protection);
  return protection;
}

std::vector<ProtectionReason> ProtectionNow(absl::Span<const Policy> policies,
                                            CivilDate as_of,
                                            const LineHistory& line) {
  std::vector<ProtectionReason> reasons;
  const std::string category(line.category);
  for (const Policy& policy : policies) {
    if (policy.effect == PolicyEffect::kWarn ||
        policy.excluded_categories.contains(category)) {
      continue;
    }
    for (const EarlierCheck& earlier : line.checks) {
      if (!Counts(policy, earlier, as_of, line) ||
          !BindsSomebody(policy, earlier.authority)) {
        continue;
      }
      const auto until = LastDay(policy, earlier, as_of);
      if (until && as_of <= *until) {
        reasons.push_back(MakeReason(policy, earlier, *until));
      }
    }
  }
  SortReasons(reasons);
  return reasons;
}

}  // namespace spotcheck::rules
