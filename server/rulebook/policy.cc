#include "server/rulebook/policy.h"

#include <optional>
#include <string>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rules/law/policy_words.h"
#include "server/convert/enums.h"

namespace spotcheck::server {
namespace {

std::optional<rules::Anchor> ConvertAnchor(v1::Anchor value) {
  if (value == v1::ANCHOR_UNSPECIFIED) return rules::Anchor::kSampling;
  return FromWire<rules::Anchor>(value);
}

// Starts a policy with its region and dates; the next two functions fill the
// rest.
absl::StatusOr<rules::Policy> ConvertValidity(const RuleSpot& spot,
                                              const v1::PolicyRule& rule) {
  rules::Policy policy;
  if (!IsIdText(rule.id())) return spot.Invalid("id");
  policy.id = PolicyId(rule.id());
  const auto region = Region::Parse(rule.region());
  if (!region.ok()) return spot.Invalid("region");
  policy.region = *region;
  const auto from = CivilDate::Parse(rule.valid_from());
  if (!from.ok()) return spot.Invalid("valid_from");
  policy.valid_from = *from;
  if (rule.valid_to().empty()) return policy;
  const auto to = CivilDate::Parse(rule.valid_to());
  if (!to.ok()) return spot.Invalid("valid_to");
  policy.valid_to = *to;
  return policy;
}

// Adds which earlier checks the policy counts and how it compares products.
absl::StatusOr<rules::Policy> WithCounting(const RuleSpot& spot,
                                           const v1::PolicyRule& rule,
                                           rules::Policy policy) {
  ASSIGN_OR_RETURN(policy.earlier_by,
                   Needed(spot, "earlier_by",
                          FromWire<rules::EarlierBy>(rule.earlier_by())));
  ASSIGN_OR_RETURN(policy.earlier_levels,
                   RuleLevels(spot, "earlier_levels", rule.earlier_levels()));
  ASSIGN_OR_RETURN(
      policy.result,
      Needed(spot, "result", FromWire<rules::EarlierResult>(rule.result())));
  ASSIGN_OR_RETURN(policy.months, RulePeriod(spot, {"months", rule.months(), 0,
                                                    rules::kMaxPolicyMonths}));
  ASSIGN_OR_RETURN(policy.anchor,
                   Needed(spot, "anchor", ConvertAnchor(rule.anchor())));
  ASSIGN_OR_RETURN(policy.identity,
                   Needed(spot, "same_product",
                          FromWire<rules::IdentityScope>(rule.same_product())));
  return policy;
}

// Adds the categories and purposes that the policy leaves out.
absl::StatusOr<rules::Policy> WithExceptions(const RuleSpot& spot,
                                             const v1::PolicyRule& rule,
                                             rules::Policy policy) {
  for (const std::string& id : rule.replaces()) {
    if (!IsIdText(id)) return spot.Invalid("replaces");
    policy.replaces.insert(PolicyId(id));
  }
  policy.excluded_categories.insert(rule.excluded_categories().begin(),
                                    rule.excluded_categories().end());
  for (const int purpose : rule.exceptions()) {
    if (purpose == v1::PURPOSE_UNSPECIFIED) return spot.Invalid("exceptions");
    ASSIGN_OR_RETURN(const rules::Purpose one,
                     Needed(spot, "exceptions",
                            FromProto(static_cast<v1::Purpose>(purpose))));
    policy.exceptions.insert(one);
  }
  return policy;
}

}  // namespace

absl::StatusOr<rules::Policy> ConvertPolicy(const RuleSpot& spot,
                                            const v1::PolicyRule& rule) {
  ASSIGN_OR_RETURN(rules::Policy policy, ConvertValidity(spot, rule));
  ASSIGN_OR_RETURN(policy.source, RuleSource(spot, rule.source()));
  ASSIGN_OR_RETURN(policy, WithCounting(spot, rule, std::move(policy)));
  ASSIGN_OR_RETURN(policy, WithExceptions(spot, rule, std::move(policy)));
  ASSIGN_OR_RETURN(
      policy.effect,
      Needed(spot, "effect", FromWire<rules::PolicyEffect>(rule.effect())));
  policy.binds = RuleText(rule.binds());
  return policy;
}

}  // namespace spotcheck::server
