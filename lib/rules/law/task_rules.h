#ifndef SPOTCHECK_LIB_RULES_LAW_TASK_RULES_H_
#define SPOTCHECK_LIB_RULES_LAW_TASK_RULES_H_

// A task and a recorded result must satisfy these rules: the draw protocol's
// grammar and ranges ("Notation", draw/text.h), and rules about the days. Pure.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/draw/types.h"
#include "lib/rules/law/errors.h"

namespace spotcheck::rules {

using StratumWeights = std::map<Stratum, std::int64_t>;

// Gives the weights of a task that names none: A=1, B=2, C=4, D=8, twice the
// weight for each step down. The order follows the published shares (DOMAIN 4).
StratumWeights DefaultStratumWeights();
// Reads "A=1,B=2,…", or gives INVALID_WEIGHTS or NUMBER_OUT_OF_RANGE.
absl::StatusOr<StratumWeights> ParseStratumWeights(std::string_view text);
// Checks the category that a list is filtered by; an empty one lets all pass.
// Error: UNKNOWN_CATEGORY.
absl::Status ValidateCategoryFilter(std::string_view category);

// Accepts 1–200 code points in NFC without control or hidden characters.
// `field` names the text in the error: TEXT_NOT_UTF8, TEXT_LENGTH,
// TEXT_CONTROL_CHARACTER, TEXT_NOT_NFC.
absl::Status ValidateText(std::string_view text, FieldName field);
// Accepts 1…limit, else gives NUMBER_OUT_OF_RANGE.
absl::Status ValidateNumber(std::int64_t number, FieldName field,
                            std::int64_t limit = kMaxDrawNumber);

// Checks all of a plan but its days: texts, numbers, weights, policies' ids,
// distinct known categories, a level that the region can carry.
absl::Status ValidatePlan(const Plan& plan);

// A FOLLOW_UP or EMERGENCY check needs a basis that says why it is made; a
// ROUTINE check may have one.
absl::Status ValidateBasis(Purpose purpose, std::string_view basis);

// Accepts today and past days; a future day is AS_OF_IN_FUTURE.
absl::Status ValidateAsOf(CivilDate as_of, CivilDate today);
// A result can be sampled on these days: as_of ≤ sampled ≤ today.
struct SampledWindow {
  CivilDate as_of;  // the task's
  CivilDate today;
};
// SAMPLED_OUT_OF_RANGE for a day outside the window.
absl::Status ValidateSampled(CivilDate sampled, const SampledWindow& window);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_TASK_RULES_H_
