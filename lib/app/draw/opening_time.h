#ifndef SPOTCHECK_LIB_APP_DRAW_OPENING_TIME_H_
#define SPOTCHECK_LIB_APP_DRAW_OPENING_TIME_H_

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/app/common/rule_book.h"
#include "lib/app/draw/frozen_lines.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::app {

// When a run attempt's bundle may be opened (protocol step 12). GetDraw answers
// it and OpenDraw acts on it.
struct OpeningTime {
  // Nothing is held any more of this attempt, of the task's earlier ones (which
  // ALREADY_SELECTED and WITHDRAWN rows refer to), or of any attempt of which a
  // RESERVED row names a hold, whichever of its holds that is.
  bool visits_done = false;
  // The policy date: then whatever is due.
  absl::Time opens_by;

  bool MayOpen(absl::Time now) const { return visits_done || now >= opens_by; }
};
// `attempt` has run; `lines` are its own.
absl::StatusOr<OpeningTime> OpeningTimeOf(const store::View& view,
                                          const RuleBook& book,
                                          const store::StoredAttempt& attempt,
                                          FrozenLines& lines);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_OPENING_TIME_H_
