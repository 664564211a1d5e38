#ifndef SPOTCHECK_LIB_RULES_LAW_POLICY_H_
#define SPOTCHECK_LIB_RULES_LAW_POLICY_H_

// The no-repeat policies 不得重复抽查 are data; PoliciesInForce says which of
// them are in force where and when (DOMAIN 2). An office changes a policy
// without a build; the evaluation knows no policy by name. Pure; values own
// what they hold. Errors: INVALID_POLICY with the policy and the field.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "lib/base/civil_date.h"
#include "lib/base/error.h"
#include "lib/base/ids.h"
#include "lib/rules/draw/types.h"
#include "lib/rules/law/product_key.h"

namespace spotcheck::rules {

// The source of a rule. Unverified: from memory or a secondary source.
enum class SourceTag : std::uint8_t { kVerified, kUnverified };
struct Source {
  std::string text;     // the document's title
  std::string article;  // may be empty
  SourceTag tag = SourceTag::kUnverified;
};

// Says whose earlier check counts: one of the listed levels, of the task's own
// authority, or of a superior of it.
enum class EarlierBy : std::uint8_t { kLevels, kSameAuthority, kSuperior };
// Says which results count. A pending result counts as a pass.
enum class EarlierResult : std::uint8_t { kPass, kAny };
// The months count from this day; from the sampling day if it is unknown.
enum class Anchor : std::uint8_t { kSampling, kReport, kNotice };
// Says what the policy does to a line: it excludes the line under one of two
// statuses, or it only warns.
enum class PolicyEffect : std::uint8_t { kSixMonths, kSuperiorCheck, kWarn };
// No text asks for more months, and a slip such as 60 for 6 is refused.
inline constexpr int kMaxPolicyMonths = 36;

struct Policy {
  PolicyId id;
  Source source;
  Region region;
  CivilDate valid_from;
  std::optional<CivilDate> valid_to;  // the last valid day
  std::set<PolicyId> replaces;        // sets these aside where both hold
  EarlierBy earlier_by = EarlierBy::kLevels;
  std::set<Level> earlier_levels;  // used with EarlierBy::kLevels
  EarlierResult result = EarlierResult::kPass;
  std::optional<int> months;  // absent: no period; only with kWarn
  Anchor anchor = Anchor::kSampling;
  IdentityScope identity = IdentityScope::kFull;
  std::set<std::string> excluded_categories;  // the policy never protects these
  std::set<Purpose> exceptions;               // the policy does not bar these
  PolicyEffect effect = PolicyEffect::kSixMonths;
  // Says who is barred; "{authority}" stands for the earlier check's authority.
  Localized binds;
};

// Accepts a set that can be evaluated: unique ids, known categories, whole
// periods, replacements that exist, cover the region and form no circle.
absl::Status ValidatePolicies(absl::Span<const Policy> policies);

// Gives the policies whose region is a prefix of `region` and that are valid on
// `day`, without those that another one in force there replaces, sorted by id.
std::vector<Policy> PoliciesInForce(absl::Span<const Policy> policies,
                                    const Region& region, CivilDate day);

// The policies of one task. The task's region decides them; in a national task
// the region of each enterprise does.
class TaskPolicies {
 public:
  TaskPolicies() = default;  // no policies
  TaskPolicies(absl::Span<const Policy> policies, const Region& task_region,
               CivilDate as_of);
  // The span is valid as long as this object.
  absl::Span<const Policy> For(const Usci& usci) const;
  // Gives, ascending, the ids of all policies that can apply to some
  // enterprise. They become the plan's policies.
  std::vector<PolicyId> Ids() const;

 private:
  // The longest key that is a prefix of an enterprise's region decides.
  std::map<Region, std::vector<Policy>> by_region_;
};

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_POLICY_H_
