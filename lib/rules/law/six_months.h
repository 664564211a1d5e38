#ifndef SPOTCHECK_LIB_RULES_LAW_SIX_MONTHS_H_
#define SPOTCHECK_LIB_RULES_LAW_SIX_MONTHS_H_

// Decides whether earlier checks protect a product line from another one (the
// six-month rule 六个月内不得重复抽查, DOMAIN 2), and gives every reason. A
// line is protected while as_of is not later than the anchor day plus the
// policy's months (Civil Code 民法典 201, 202: AddMonths). A later failure does
// not lift a pass.

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
// The severity of a failed check 不合格; any other check has kNone.
enum class Severity : std::uint8_t { kNone, kGeneral, kSerious };

// One earlier check of a product of the enterprise in question.
struct EarlierCheck {
  CheckId id;
  ProductIdentity product;
  Authority authority;
  CivilDate sampled;
  std::optional<CivilDate> reported;  // 报告, for Anchor::kReport
  std::optional<CivilDate> noticed;   // 结果告知, for Anchor::kNotice
  Verdict verdict = Verdict::kPending;
};

struct ProtectionReason {
  PolicyId policy;
  PolicyEffect effect = PolicyEffect::kSixMonths;
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

// Gives the status of a line that a policy of this effect counts.
LineStatus StatusOf(PolicyEffect effect);

struct LineProtection {
  // The first of kSixMonths and kSuperiorCheck that a reason has.
  LineStatus status = LineStatus::kEligible;
  // The index of the reason that decides: among those of the status's effect
  // the one with the latest `until`, then with the smallest check id. Its check
  // is the evidence in the frame.
  std::optional<std::size_t> decisive;
  // Sorted by `until`, the latest first, then by check and policy.
  std::vector<ProtectionReason> reasons;
  std::vector<ProtectionWarning> warnings;  // sorted by check, policy
};

// A line and all earlier checks of its enterprise. Checks of other products or
// sampled after as_of are passed over. The members are views.
struct LineHistory {
  const ProductIdentity& product;
  std::string_view category;  // the catalogue's spelling
  absl::Span<const EarlierCheck> checks;
};

// Says who wants to check, for which purpose, and as of which day.
struct IntendedCheck {
  Authority authority;
  Purpose purpose = Purpose::kRoutine;
  CivilDate as_of;
};

// Says whether the line is protected from the intended check. `policies` are
// those in force for the line (TaskPolicies::For).
LineProtection EvaluateLine(absl::Span<const Policy> policies,
                            const IntendedCheck& check,
                            const LineHistory& line);

// Gives the reasons that protect the line on a day from any authority, without
// a task. `policies` are those of the enterprise's own region; a policy about
// the same authority or a superior counts every check that has such a body to
// bind. Exceptions and warnings play no part. The order is that of
// LineProtection::reasons.
std::vector<ProtectionReason> ProtectionNow(absl::Span<const Policy> policies,
                                            CivilDate as_of,
                                            const LineHistory& line);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_SIX_MONTHS_H_
