#ifndef SPOTCHECK_LIB_APP_DRAW_REASONS_H_
#define SPOTCHECK_LIB_APP_DRAW_REASONS_H_

// Puts the codes of a frame and of withdrawals into words, in both languages.

#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/draw/types.h"
#include "lib/base/error.h"
#include "lib/rules/draw/types.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

Localized EnterpriseReason(const rules::FrameRow& row);
// Says why the line has its status. `policies` are those of ExplainPolicies,
// the decisive one first.
Localized LineReason(const rules::LineRow& row,
                     const std::vector<rules::ProtectionReason>& policies);
// Says why the frame has no row of the enterprise: it is not registered, is of
// another region, or has no line in the plan's categories.
absl::StatusOr<Localized> OutOfScopeReason(const store::View& view,
                                           const rules::Plan& plan,
                                           const Usci& usci);
// Puts a status of frame.tsv or lines.tsv, or the reason code of a withdrawal,
// into a few words for tables of counts.
Localized CodeInWords(std::string_view code);

// The fraction as a percentage with two decimals, rounded half up: "22.95%".
std::string PercentOf(const rules::Fraction& fraction);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_REASONS_H_
