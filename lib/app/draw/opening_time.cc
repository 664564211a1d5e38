#include "lib/app/draw/opening_time.h"

#include "lib/base/status_macros.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/units.h"

namespace spotcheck::app {
namespace {

absl::StatusOr<bool> VisitsDone(const store::View& view,
                                const store::StoredAttempt& attempt,
                                FrozenLines& lines) {
  ASSIGN_OR_RETURN(const auto attempts,
                   store::AttemptsOfTask(view, attempt.task));
  for (const store::StoredAttempt& other : attempts) {
    if (other.attempt > attempt.attempt) continue;
    ASSIGN_OR_RETURN(const bool open,
                     store::HasOpenHold(view, other.task, other.attempt));
    if (open) return false;
  }
  ASSIGN_OR_RETURN(const auto holds, store::HoldIdsOfOpenAttempts(view));
  if (holds.empty()) return true;
  ASSIGN_OR_RETURN(const bool refers, lines.Reserves(holds));
  return !refers;
}

}  // namespace

absl::StatusOr<OpeningTime> OpeningTimeOf(const store::View& view,
                                          const RuleBook& book,
                                          const store::StoredAttempt& attempt,
                                          FrozenLines& lines) {
  OpeningTime opening;
  opening.opens_by =
      *attempt.run_at + absl::Hours(24) * book.draw.open_after_days;
  ASSIGN_OR_RETURN(opening.visits_done, VisitsDone(view, attempt, lines));
  return opening;
}

}  // namespace spotcheck::app
