#ifndef SPOTCHECK_LIB_APP_CALENDAR_DAYS_H_
#define SPOTCHECK_LIB_APP_CALENDAR_DAYS_H_

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

// Journals each legal day that has begun since the last one, in order and none
// twice; an empty journal waits for its first leaf. It always asks the writer,
// so that the answer says whether changes are taken at all: the errors of
// Database::Write, among them those of a clock that is refused.
absl::Status TurnDays(store::Database& db);

// The time left until the next legal day begins.
absl::Duration UntilNextDay(absl::Time now);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CALENDAR_DAYS_H_
