#include "lib/app/draw/citing.h"

#include "lib/app/draw/frozen_lines.h"
#include "lib/base/status_macros.h"

namespace spotcheck::app {

absl::StatusOr<std::vector<store::AttemptKey>> AttemptsCiting(
    const store::View& view, const CitedCheck& cited) {
  ASSIGN_OR_RETURN(const auto attempts,
                   store::AttemptsCommittedWithin(view, cited.stood));
  std::vector<store::AttemptKey> citing;
  for (const store::StoredAttempt& attempt : attempts) {
    ASSIGN_OR_RETURN(const store::TaskPlan task,
                     store::CommittedPlan(view, attempt));
    if (!task.plan.region.Contains(cited.usci.region())) continue;
    FrozenLines lines(view, attempt);
    ASSIGN_OR_RETURN(const bool cites, lines.Cites(cited.check));
    if (cites) citing.push_back({attempt.task, attempt.attempt});
  }
  return citing;
}

}  // namespace spotcheck::app
