#ifndef SPOTCHECK_LIB_RULES_DRAW_CHECK_H_
#define SPOTCHECK_LIB_RULES_DRAW_CHECK_H_

// These rules must hold of a plan, its frozen files and its witnesses before
// they may be committed, and a verifier refuses what breaks them (protocol,
// "The bundle", steps 1 and 2). Commitment and verification call the same
// functions. Each error names the row or field.

#include <array>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// The rules about frozen files read these values, which must outlive the view.
struct FrozenView {
  const AttemptId& id;
  const Plan& plan;
  const Frame& frame;
};

// Numbers, weights, texts and lists of the plan are within the grammar.
absl::Status CheckPlan(const FrozenView& view);
// Rows ascend strictly, with no key twice; lines, bars and categories refer to
// what exists; a row has evidence exactly where its code needs a record.
absl::Status CheckRows(const FrozenView& view);
// Every frame row's stratum has a weight.
absl::Status CheckStrata(const FrozenView& view);
// OTHER_STRATUM, WITHDRAWN and ALREADY_SELECTED occur only after the first
// attempt, OTHER_STRATUM only in strata without eligible enterprises.
absl::Status CheckCodes(const FrozenView& view);
// An ELIGIBLE enterprise has an eligible line; a NO_ELIGIBLE_LINE one has none.
absl::Status CheckEligibility(const FrozenView& view);
// An eligible line has an unbarred laboratory in scope, a NO_LAB line none.
absl::Status CheckLaboratories(const FrozenView& view);
// Every eligible enterprise has enough inspectors who are not barred from it.
absl::Status CheckInspectors(const FrozenView& view);
// The sample is no larger than the number of eligible enterprises.
absl::Status CheckSample(const FrozenView& view);

// The rules stand in the order in which they rely on each other.
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
// Gives the error of the first rule that fails.
absl::Status CheckFrozen(const FrozenView& view);

// An attempt after the first names the commitment before it.
absl::Status CheckAttempt(const AttemptId& id);
// There is at least one witness; names and keys differ; the keys are usable.
absl::Status CheckWitnesses(const std::vector<Witness>& witnesses);
// The spec is well spelled; value and signature are there exactly where a spec
// is; the value is the signature's SHA-256. The pairing check is not made.
absl::Status CheckBeacon(const Beacon& beacon);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_CHECK_H_
