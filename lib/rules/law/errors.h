#ifndef SPOTCHECK_LIB_RULES_LAW_ERRORS_H_
#define SPOTCHECK_LIB_RULES_LAW_ERRORS_H_

// The errors of the law's tables and rules; the table in errors.cc holds their
// sentences. The code is INVALID_ARGUMENT where no comment names another, the
// reason is the function's name in UPPER_SNAKE.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "lib/base/civil_date.h"
#include "lib/base/error.h"
#include "lib/base/error_row.h"
#include "lib/base/ids.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// The name of an input's field, as the edge spells it.
struct FieldName {
  std::string_view text;
};

namespace law_errors {

// Gives the table to the room's test.
std::span<const ErrorRow> ErrorRows();

// Products and authorities.
absl::Status ProductNameEmpty(const std::string& value);
absl::Status UnknownCategory(const std::string& value);
absl::Status UnknownLevel(const std::string& value);
absl::Status LevelNeedsRegion(int digits, const Region& region);

// A policy, grading scheme or list rule that was loaded as data and is wrong:
// its id, the wrong field and the cause.
struct RuleFault {
  std::string id;
  std::string field;
  Localized why;
};
absl::Status InvalidPolicy(const RuleFault& fault);
absl::Status InvalidScheme(const RuleFault& fault);
absl::Status InvalidListRule(const RuleFault& fault);
// Says that a number of a rule must lie in 1…limit.
Localized MustLieWithin(std::int64_t limit);

// FAILED_PRECONDITION: the entry's state does not allow the verb.
struct ListTransition {
  std::string state_code;
  Localized state;
  std::string verb_code;
  Localized verb;
};
absl::Status ListTransitionRefused(const ListTransition& transition);

// Tasks and results.
absl::Status NumberOutOfRange(FieldName field, std::int64_t value,
                              std::int64_t limit);
absl::Status TextNotUtf8(FieldName field);
absl::Status TextLength(FieldName field, std::int64_t length,
                        std::int64_t limit);
// `found` is a control character or one that FirstHiddenCharacter finds.
absl::Status TextControlCharacter(FieldName field, char32_t found);
absl::Status TextNotNfc(FieldName field);
absl::Status InvalidWeights(const std::string& value);
absl::Status WeightsMissing();
absl::Status CategoriesMissing();
absl::Status CategoryRepeated(const std::string& value);
absl::Status InvalidPolicyIds(const std::string& value);
absl::Status BasisMissing();
absl::Status AsOfInFuture(CivilDate as_of, CivilDate today);
absl::Status SampledOutOfRange(CivilDate sampled, CivilDate first,
                               CivilDate last);

// Facts of a frame. StratumWithoutWeight is FAILED_PRECONDITION: the task needs
// another weight. The others are INTERNAL: tables or query contradict the plan.
absl::Status StratumWithoutWeight(const Stratum& stratum);
absl::Status FrameOutOfOrder(const Usci& usci);
absl::Status EnterpriseOutOfScope(const Usci& usci);
absl::Status LineOutOfScope(const Usci& usci, const LineId& line);
absl::Status LineRepeated(const Usci& usci, const LineId& line);
absl::Status LabRepeated(const LabId& lab);
absl::Status InspectorRepeated(const InspectorId& inspector);
absl::Status EvidenceMalformed(const std::string& evidence);

}  // namespace law_errors
}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_ERRORS_H_
