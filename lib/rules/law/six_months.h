#ifndef SPOTCHECK_LIB_RULES_LAW_SIX_MONTHS_H_
#define SPOTCHECK_LIB_RULES_LAW_SIX_MONTHS_H_

// Whether earlier checks protect a product line from another one (the six-month
// rule 六个月内不得重复抽查, DOMAIN 2), with every reason. Protected while
// as_of is not later than the anchor day plus the policy's months (Civil Code
// 民法典 201, 202: AddMonths). A later failure does not lift a pass. Pure.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "lib/base/civil_date.h"
#include "lib/base/error.h"
#include "lib/rules/law/authority.h"
#include "lib/rules/law/policy.h"
#include "lib/rules/law/product_key.h"

namespace spotcheck::rules {

enum class Verdict : std::uint8_t { kPass, kFail, kPending };
// Of a failed check 不合格; any other has none.
enum class Severity : std::uint8_t { kNone, kGeneral, kSerious };

// One earlier check of a product of the enterprise in question.
struct EarlierCheck {
  CheckId id;
  ProductIdentity product;
  Authority authority;
  CivilDate sampled;
  std::optional<CivilDate> reported;  // 报告, for policies anchored there
  std::optional<CivilDate> noticed;   // 结果告知
  Verdict verdict = Verdict::kPending;
};

struct ProtectionReason {
  PolicyId policy;
  PolicyCode code = PolicyCode::kSixMonths;
  CheckId check;
  Authority authority;  // who ordered the earlier check
  CivilDate sampled;
  CivilDate until;          // the last protected day
  CivilDate first_allowed;  // the day after
  Localized binds;
};

// An earlier check that a warning policy points at; it bars nothing.
struct ProtectionWarning {
  PolicyId policy;
  CheckId check;
  Authority authority;
  CivilDate sampled;
  std::optional<CivilDate> until;  // absent: the policy gives no period
  Localized binds;
};

struct LineProtection {
  // kSixMonths, else kSuperiorCheck, else kEligible.
  LineStatus status = LineStatus::kEligible;
  // Index into reasons: among those of the status's code the latest until, then
  // the smallest check id. Its check is the evidence in the frame.
  std::optional<std::size_t> decisive;
  std::vector<ProtectionReason> reasons;  // by until descending, check, policy
  std::vector<ProtectionWarning> warnings;  // by check, policy
};

// A line and its enterprise's earlier checks, of whatever product and day;
// those of other products or sampled after as_of are passed over. Views only.
struct LineHistory {
  const ProductIdentity& product;
  std::string_view category;  // the catalogue's spelling
  absl::Span<const EarlierCheck> checks;
};

// Who wants to check, why, and on which day the question is asked.
struct IntendedCheck {
  Authority authority;
  Purpose purpose = Purpose::kRoutine;
  CivilDate as_of;
};

// `policies` are those in force for the line (TaskPolicies::For).
LineProtection EvaluateLine(absl::Span<const Policy> policies,
                            const IntendedCheck& check,
                            const LineHistory& line);

// What protects the line on a day whoever may come, without a task: `policies`
// are those of the enterprise's own region; a policy about the same authority
// or a superior counts every check that has such a body to bind. No exceptions,
// no warnings. Ordered as LineProtection::reasons.
std::vector<ProtectionReason> ProtectionNow(absl::Span<const Policy> policies,
                                            CivilDate as_of,
                                            const LineHistory& line);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_SIX_MONTHS_H_
