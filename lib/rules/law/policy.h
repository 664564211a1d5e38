#ifndef SPOTCHECK_LIB_RULES_LAW_POLICY_H_
#define SPOTCHECK_LIB_RULES_LAW_POLICY_H_

// The no-repeat policies 不得重复抽查 as data, and which of them are in force
// where and when (DOMAIN 2). An office changes a policy without a build;
// nothing in the evaluation knows any policy by name. Pure; values own what
// they hold. Errors: INVALID_POLICY with the policy and the field.

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

// Where a rule comes from. Unverified: taken from memory or a secondary source.
enum class SourceTag : std::uint8_t { kVerified, kUnverified };
struct Source {
  std::string text;     // the document's title
  std::string article;  // may be empty
  SourceTag tag = SourceTag::kUnverified;
};

// Whose earlier check counts: of the listed levels, of the task's own
// authority, or of a superior of it.
enum class EarlierBy : std::uint8_t { kLevels, kSameAuthority, kSuperior };
// Which results count; a pending result counts as a pass.
enum class EarlierResult : std::uint8_t { kPass, kAny };
// The day the months are counted from; the sampling day where it is unknown.
enum class Anchor : std::uint8_t { kSampling, kReport, kNotice };
enum class PolicyEffect : std::uint8_t { kExclude, kWarn };
enum class PolicyCode : std::uint8_t { kSixMonths, kSuperiorCheck };

struct Policy {
  PolicyId id;
  Source source;
  Region region;
  CivilDate valid_from;
  std::optional<CivilDate> valid_to;  // last day
  std::set<PolicyId> replaces;        // where both are in force
  EarlierBy earlier_by = EarlierBy::kLevels;
  std::set<Level> earlier_levels;  // for kLevels
  EarlierResult result = EarlierResult::kPass;
  std::optional<int> months;  // absent: no period given, only for kWarn
  Anchor anchor = Anchor::kSampling;
  IdentityScope identity = IdentityScope::kFull;
  std::set<std::string> excluded_categories;  // never protected by it
  std::set<Purpose> exceptions;               // purposes it does not bar
  PolicyEffect effect = PolicyEffect::kExclude;
  PolicyCode code = PolicyCode::kSixMonths;
  // Who is barred; "{authority}" stands for the earlier check's authority.
  Localized binds;
};

// A set that can be evaluated: unique ids, known categories, whole periods,
// replacements that exist, cover the region and do not run in a circle.
absl::Status ValidatePolicies(absl::Span<const Policy> policies);

// The policies whose region is a prefix of `region` and that are valid on
// `day`, without those that another one in force there replaces; by id.
std::vector<Policy> PoliciesInForce(absl::Span<const Policy> policies,
                                    const Region& region, CivilDate day);

// The policies of one task. They follow the task's region, for a national task
// the region of each enterprise.
class TaskPolicies {
 public:
  TaskPolicies() = default;  // none
  TaskPolicies(absl::Span<const Policy> policies, const Region& task_region,
               CivilDate as_of);
  // Valid as long as this object.
  absl::Span<const Policy> For(const Usci& usci) const;
  // All that can apply to some enterprise, ascending: the plan's policies.
  std::vector<PolicyId> Ids() const;

 private:
  // By region; the longest prefix of an enterprise's region decides.
  std::map<Region, std::vector<Policy>> by_region_;
};

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_POLICY_H_
