#ifndef SPOTCHECK_LIB_APP_DRAW_REASONS_H_
#define SPOTCHECK_LIB_APP_DRAW_REASONS_H_

// The codes of a frame and of withdrawals in words, in both languages.

#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/draw/types.h"
#include "lib/base/error.h"
#include "lib/rules/draw/types.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

Localized EnterpriseReason(const rules::FrameRow& row);
// `policies` as ExplainPolicies gives them, the decisive one first.
Localized LineReason(const rules::LineRow& row,
                     const std::vector<rules::ProtectionReason>& policies);
// Why an enterprise is no row of the frame: not registered, of another region,
// or without a line in the categories.
absl::StatusOr<Localized> OutOfScopeReason(const store::View& view,
                                           const rules::Plan& plan,
                                           const Usci& usci);
// A code of either file, or of a withdrawal, in a few words, for counts.
Localized CodeInWords(std::string_view code);

// Hundredths of a percent, rounded half up: "22.95%".
std::string PercentOf(const rules::Fraction& fraction);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_REASONS_H_
