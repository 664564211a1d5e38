#ifndef SPOTCHECK_LIB_APP_DRAW_STEPS_H_
#define SPOTCHECK_LIB_APP_DRAW_STEPS_H_

// What the files behind draws.h share: payload codecs of a draw, its attempts,
// and the run.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/common/rules_in_force.h"
#include "lib/app/draw/draws.h"
#include "lib/app/draw/frozen_bundle.h"
#include "lib/app/draw/types.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/draws.h"

namespace spotcheck::app {

// Payloads of the commitment: pseudonym → badge, and the counts by stratum.
std::string EncodePseudonyms(const std::map<std::string, std::string>& map);
absl::StatusOr<std::map<std::string, std::string>> DecodePseudonyms(
    std::string_view text);
std::string EncodeStrata(const std::vector<StratumPreview>& strata);
absl::StatusOr<std::vector<StratumPreview>> DecodeStrata(std::string_view text);

// Payload "outcome" of the run: how far capacities were raised, and why.
struct RunOutcome {
  std::int64_t lab_overflow = 0;
  std::int64_t inspector_overflow = 0;
  std::vector<Bottleneck> bottlenecks;
};
RunOutcome OutcomeOf(const rules::DrawResult& result);
std::string EncodeOutcome(const RunOutcome& outcome);
absl::StatusOr<RunOutcome> DecodeOutcome(std::string_view text);

// The leaf under a signed checkpoint over all of the view's journal.
absl::StatusOr<ProvenLeaf> ProveLeaf(const store::View& view,
                                     std::int64_t leaf);

// The attempt that `ref` names; its latest for 0. TASK_UNKNOWN,
// ATTEMPT_UNKNOWN.
absl::StatusOr<store::StoredAttempt> ResolveAttempt(const store::View& view,
                                                    const AttemptRef& ref);
// The latest attempt that has a result for 0. DRAW_NOT_RUN.
absl::StatusOr<store::StoredAttempt> ResolveRunAttempt(const store::View& view,
                                                       const AttemptRef& ref);

// Whether every witness has revealed, and the beacon is there where one is
// agreed.
absl::StatusOr<bool> HasAllItNeeds(const store::View& view,
                                   const store::StoredAttempt& attempt);

// Runs the attempt if it has all it needs and has not run; else does nothing.
absl::Status RunIfComplete(store::Database& db, const RulesInForce& rules,
                           const store::AttemptKey& key);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_STEPS_H_
