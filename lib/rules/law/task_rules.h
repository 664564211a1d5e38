#ifndef SPOTCHECK_LIB_RULES_LAW_TASK_RULES_H_
#define SPOTCHECK_LIB_RULES_LAW_TASK_RULES_H_

// What a task and a recorded result must satisfy before anything is drawn: the
// draw protocol's grammar and ranges ("Notation", draw/text.h), and the days.
// Pure.

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

// A=1, B=2, C=4, D=8: twice the weight for each step down, where a task names
// none; the order follows the published shares (DOMAIN 4).
StratumWeights DefaultStratumWeights();
// "A=1,B=2,…", each stratum once. INVALID_WEIGHTS, NUMBER_OUT_OF_RANGE.
absl::StatusOr<StratumWeights> ParseStratumWeights(std::string_view text);

// 1–200 code points in NFC without control or hidden characters. `field` names
// it in the error: TEXT_NOT_UTF8, TEXT_LENGTH, TEXT_CONTROL_CHARACTER,
// TEXT_NOT_NFC.
absl::Status ValidateText(std::string_view text, FieldName field);
// 1…limit, else NUMBER_OUT_OF_RANGE.
absl::Status ValidateNumber(std::int64_t number, FieldName field,
                            std::int64_t limit = kMaxDrawNumber);

// All of a plan but its days: texts, numbers, weights, policies' ids, distinct
// known categories, a level that the region can carry.
absl::Status ValidatePlan(const Plan& plan);

// FOLLOW_UP and EMERGENCY need a basis that names why; ROUTINE may have one.
absl::Status ValidateBasis(Purpose purpose, std::string_view basis);

// Past days may be asked about, future ones not: AS_OF_IN_FUTURE.
absl::Status ValidateAsOf(CivilDate as_of, CivilDate today);
// as_of ≤ sampled ≤ today, else SAMPLED_OUT_OF_RANGE.
struct SampledWindow {
  CivilDate as_of;  // of the task
  CivilDate today;
};
absl::Status ValidateSampled(CivilDate sampled, const SampledWindow& window);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_TASK_RULES_H_
