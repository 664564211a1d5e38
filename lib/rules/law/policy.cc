#include "lib/rules/law/policy.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rules/law/errors.h"

namespace spotcheck::rules {
namespace {

using ById = std::map<PolicyId, const Policy*>;

absl::Status Wrong(const Policy& policy, FieldName field, Localized why) {
  return law_errors::InvalidPolicy(
      {policy.id.str(), std::string(field.text), std::move(why)});
}

absl::Status CheckTexts(const Policy& policy) {
  if (!IsIdText(policy.id.str())) {
    return Wrong(policy, {"id"}, {"编号不合规定", "it is no id"});
  }
  if (policy.source.text.empty()) {
    return Wrong(policy, {"source"}, {"没有出处", "it names no source"});
  }
  if (policy.binds.zh.empty() || policy.binds.en.empty()) {
    return Wrong(policy, {"binds"},
                 {"缺少中文或英文", "a text in both languages is needed"});
  }
  return absl::OkStatus();
}

absl::Status CheckPeriod(const Policy& policy) {
  if (policy.valid_to && *policy.valid_to < policy.valid_from) {
    return Wrong(policy, {"valid_to"},
                 {"早于生效日", "it is earlier than valid_from"});
  }
  if (!policy.months && policy.effect != PolicyEffect::kWarn) {
    return Wrong(policy, {"months"},
                 {"排除性政策必须写明月数",
                  "a policy that excludes needs a number of months"});
  }
  if (policy.months &&
      (*policy.months < 1 || *policy.months > kMaxPolicyMonths)) {
    return Wrong(policy, {"months"},
                 law_errors::MustLieWithin(kMaxPolicyMonths));
  }
  return absl::OkStatus();
}

absl::Status CheckScope(const Policy& policy) {
  const bool by_level = policy.earlier_by == EarlierBy::kLevels;
  if (by_level == policy.earlier_levels.empty()) {
    return Wrong(policy, {"earlier_levels"},
                 {"按级别认定时必须且只能在此时列出级别",
                  "levels are listed exactly where they decide"});
  }
  for (const std::string& category : policy.excluded_categories) {
    if (!IsCategory(category)) {
      return Wrong(policy, {"excluded_categories"},
                   {"不是九类消费品之一", "not one of the nine categories"});
    }
  }
  if (policy.exceptions.contains(Purpose::kRoutine)) {
    return Wrong(policy, {"exceptions"},
                 {"常规抽查不能例外", "a routine check is no exception"});
  }
  return absl::OkStatus();
}

absl::Status CheckReplaces(const Policy& policy, const ById& by_id) {
  for (const PolicyId& id : policy.replaces) {
    const auto replaced = by_id.find(id);
    if (replaced == by_id.end()) {
      return Wrong(policy, {"replaces"},
                   {"所替代的政策不存在", "a replaced policy does not exist"});
    }
    if (!replaced->second->region.Contains(policy.region.str())) {
      return Wrong(policy, {"replaces"},
                   {"所替代政策的区域不包含本政策的区域",
                    "a replaced policy does not cover its region"});
    }
  }
  return absl::OkStatus();
}

// True if following `replaces` from `policy` comes back to it.
bool RunsInACircle(const Policy& policy, const ById& by_id) {
  std::set<PolicyId> seen;
  std::vector<const Policy*> open = {&policy};
  while (!open.empty()) {
    const Policy* next = open.back();
    open.pop_back();
    for (const PolicyId& id : next->replaces) {
      if (id == policy.id) return true;
      if (seen.insert(id).second) open.push_back(by_id.at(id));
    }
  }
  return false;
}

bool IsInForce(const Policy& policy, const Region& region, CivilDate day) {
  return policy.region.Contains(region.str()) && policy.valid_from <= day &&
         (!policy.valid_to || day <= *policy.valid_to);
}

}  // namespace

absl::Status ValidatePolicies(absl::Span<const Policy> policies) {
  ById by_id;
  for (const Policy& policy : policies) {
    RETURN_IF_ERROR(CheckTexts(policy));
    RETURN_IF_ERROR(CheckPeriod(policy));
    RETURN_IF_ERROR(CheckScope(policy));
    if (!by_id.emplace(policy.id, &policy).second) {
      return Wrong(policy, {"id"}, {"编号重复", "it is used twice"});
    }
  }
  for (const Policy& policy : policies) {
    RETURN_IF_ERROR(CheckReplaces(policy, by_id));
  }
  for (const Policy& policy : policies) {
    if (RunsInACircle(policy, by_id)) {
      return Wrong(policy, {"replaces"},
                   {"替代关系成环", "replacements run in a circle"});
    }
  }
  return absl::OkStatus();
}

std::vector<Policy> PoliciesInForce(absl::Span<const Policy> policies,
                                    const Region& region, CivilDate day) {
  std::vector<Policy> in_force;
  std::set<PolicyId> replaced;
  for (const Policy& policy : policies) {
    if (!IsInForce(policy, region, day)) continue;
    in_force.push_back(policy);
    replaced.insert(policy.replaces.begin(), policy.replaces.end());
  }
  std::erase_if(in_force, [&replaced](const Policy& policy) {
    return replaced.contains(policy.id);
  });
  std::sort(in_force.begin(), in_force.end(),
            [](const Policy& a, const Policy& b) { return a.id < b.id; });
  return in_force;
}

TaskPolicies::TaskPolicies(absl::Span<const Policy> policies,
                           const Region& task_region, CivilDate as_of) {
  if (task_region != Region()) {
    // The empty region is a prefix of every one: the task's decides for all.
    by_region_[Region()] = PoliciesInForce(policies, task_region, as_of);
    return;
  }
  // An enterprise has the policies of the longest region of a policy that is a
  // prefix of its code. So one list for each such region serves all.
  by_region_[Region()] = PoliciesInForce(policies, Region(), as_of);
  for (const Policy& policy : policies) {
    if (by_region_.contains(policy.region)) continue;
    by_region_[policy.region] = PoliciesInForce(policies, policy.region, as_of);
  }
}

absl::Span<const Policy> TaskPolicies::For(const Usci& usci) const {
  for (const int digits : {6, 4, 2, 0}) {
    const auto found = by_region_.find(Region::Prefix(usci.region(), digits));
    if (found != by_region_.end()) return found->second;
  }
  return {};
}

std::vector<PolicyId> TaskPolicies::Ids() const {
  std::set<PolicyId> ids;
  for (const auto& [region, policies] : by_region_) {
    for (const Policy& policy : policies) ids.insert(policy.id);
  }
  return {ids.begin(), ids.end()};
}

}  // namespace spotcheck::rules
