#ifndef SPOTCHECK_SERVER_RULEBOOK_POLICY_H_
#define SPOTCHECK_SERVER_RULEBOOK_POLICY_H_

// Reads one no-repeat policy of a rule file. Error: RULE_FIELD_INVALID.

#include "absl/status/statusor.h"
#include "lib/rules/law/policy.h"
#include "server/rulebook/spot.h"

namespace spotcheck::server {

absl::StatusOr<rules::Policy> ConvertPolicy(const RuleSpot& spot,
                                            const v1::PolicyRule& rule);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RULEBOOK_POLICY_H_
