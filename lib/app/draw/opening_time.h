#ifndef SPOTCHECK_LIB_APP_DRAW_OPENING_TIME_H_
#define SPOTCHECK_LIB_APP_DRAW_OPENING_TIME_H_

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/app/common/rule_book.h"
#include "lib/app/draw/frozen_lines.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::app {

// Says from when on a run attempt's bundle may be opened (protocol step 12).
// GetDraw shows it and OpenDraw obeys it.
struct OpeningTime {
  // True when no hold is open any more: none of this attempt, none of the
  // task's earlier attempts (ALREADY_SELECTED and WITHDRAWN rows refer to
  // them), and none of any attempt with a hold that a RESERVED row names,
  // whichever of its holds that is.
  bool visits_done = false;
  // From this time on the bundle may be opened even if units are due. The rule
  // book's open_after_days sets it.
  absl::Time opens_by;

  bool MayOpen(absl::Time now) const { return visits_done || now >= opens_by; }
};
// Requires that `attempt` has run and that `lines` belong to it.
absl::StatusOr<OpeningTime> OpeningTimeOf(const store::View& view,
                                          const RuleBook& book,
                                          const store::StoredAttempt& attempt,
                                          FrozenLines& lines);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_OPENING_TIME_H_
