#ifndef SPOTCHECK_LIB_RULES_DRAW_CHECK_H_
#define SPOTCHECK_LIB_RULES_DRAW_CHECK_H_

// What must hold of a plan, its frozen files and its witnesses before they may
// be committed, and what a verifier refuses in them (protocol, "The bundle",
// steps 1 and 2). The same functions serve the commitment and the verification.
// Each error names the row or field.

#include <array>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// What the rules about frozen files look at; the referred must outlive it.
struct FrozenView {
  const AttemptId& id;
  const Plan& plan;
  const Frame& frame;
};

// Numbers, weights, texts and lists of the plan within the grammar.
absl::Status CheckPlan(const FrozenView& view);
// Rows strictly ascending, once a key; lines, bars and categories refer to what
// exists; evidence exactly where the code has a record behind it.
absl::Status CheckRows(const FrozenView& view);
// Every frame row's stratum has a weight.
absl::Status CheckStrata(const FrozenView& view);
// OTHER_STRATUM, WITHDRAWN and ALREADY_SELECTED only after the first attempt;
// OTHER_STRATUM only in strata without eligible enterprises.
absl::Status CheckCodes(const FrozenView& view);
// ELIGIBLE with, NO_ELIGIBLE_LINE without an eligible line.
absl::Status CheckEligibility(const FrozenView& view);
// An eligible line has an unbarred laboratory in scope, a NO_LAB line none.
absl::Status CheckLaboratories(const FrozenView& view);
// Every eligible enterprise has inspectors enough that are not barred.
absl::Status CheckInspectors(const FrozenView& view);
// The sample is no larger than the number of eligible enterprises.
absl::Status CheckSample(const FrozenView& view);

// The above in the order in which they rely on each other.
struct FrozenCheck {
  std::string_view name;
  absl::Status (*check)(const FrozenView& view);
};
inline constexpr std::array<FrozenCheck, 8> kFrozenChecks = {{
    {"plan", CheckPlan},
    {"rows", CheckRows},
    {"strata", CheckStrata},
    {"codes", CheckCodes},
    {"eligibility", CheckEligibility},
    {"laboratories", CheckLaboratories},
    {"inspectors", CheckInspectors},
    {"sample", CheckSample},
}};
// The first that fails.
absl::Status CheckFrozen(const FrozenView& view);

// An attempt after the first names the commitment before it.
absl::Status CheckAttempt(const AttemptId& id);
// At least one; names and keys different; keys usable.
absl::Status CheckWitnesses(const std::vector<Witness>& witnesses);
// Spelling of the spec; value and signature exactly where there is one, the
// value being the signature's SHA-256. The pairing check is not made.
absl::Status CheckBeacon(const Beacon& beacon);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_CHECK_H_
