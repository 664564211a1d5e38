#include "lib/app/draw/attempts.h"

#include <utility>

#include "lib/app/draw/errors.h"
#include "lib/base/status_macros.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::app {

absl::StatusOr<ProvenLeaf> ProveLeaf(const store::View& view,
                                     std::int64_t leaf) {
  ProvenLeaf proven;
  ASSIGN_OR_RETURN(proven.checkpoint, GetCheckpoint(view));
  ASSIGN_OR_RETURN(
      proven.proof,
      GetInclusionProof(view, {leaf, proven.checkpoint.tree_size}));
  ASSIGN_OR_RETURN(proven.leaf, view.Leaf(leaf));
  return proven;
}

absl::StatusOr<store::StoredAttempt> ResolveAttempt(const store::View& view,
                                                    const AttemptRef& ref) {
  RETURN_IF_ERROR(GetTask(view, ref.task).status());
  ASSIGN_OR_RETURN(auto attempt,
                   ref.attempt == 0
                       ? store::LatestAttempt(view, ref.task)
                       : store::FindAttempt(view, ref.task, ref.attempt));
  if (!attempt.has_value()) {
    return draw_errors::AttemptUnknown(ref.task, ref.attempt);
  }
  return *std::move(attempt);
}

absl::StatusOr<store::StoredAttempt> ResolveRunAttempt(const store::View& view,
                                                       const AttemptRef& ref) {
  ASSIGN_OR_RETURN(store::StoredAttempt attempt, ResolveAttempt(view, ref));
  if (attempt.run_at.has_value()) return attempt;
  if (ref.attempt == 0) {
    ASSIGN_OR_RETURN(auto all, store::AttemptsOfTask(view, ref.task));
    for (auto it = all.rbegin(); it != all.rend(); ++it) {
      if (it->run_at.has_value()) return std::move(*it);
    }
  }
  return draw_errors::NotRun(ref.task, attempt.state);
}

absl::StatusOr<bool> HasAllItNeeds(const store::View& view,
                                   const store::StoredAttempt& attempt) {
  if (!attempt.beacon_spec.empty() && attempt.beacon_value.empty()) {
    return false;
  }
  ASSIGN_OR_RETURN(const auto witnesses,
                   store::WitnessesOf(view, attempt.task, attempt.attempt));
  for (const store::StoredAttemptWitness& witness : witnesses) {
    if (witness.contribution.empty()) return false;
  }
  return true;
}

}  // namespace spotcheck::app
