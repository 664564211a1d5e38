#ifndef SPOTCHECK_SERVER_RULEBOOK_GRADING_H_
#define SPOTCHECK_SERVER_RULEBOOK_GRADING_H_

// Reads the grading scheme and the list rules of a rule file. Error:
// RULE_FIELD_INVALID.

#include "absl/status/statusor.h"
#include "lib/rules/law/grade.h"
#include "lib/rules/law/list_rules.h"
#include "server/rulebook/spot.h"

namespace spotcheck::server {

absl::StatusOr<rules::Scheme> ConvertScheme(const RuleSpot& spot,
                                            const v1::GradingScheme& rule);
absl::StatusOr<rules::ListRule> ConvertListRule(const RuleSpot& spot,
                                                const v1::ListRule& rule);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RULEBOOK_GRADING_H_
