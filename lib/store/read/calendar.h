#ifndef SPOTCHECK_LIB_STORE_READ_CALENDAR_H_
#define SPOTCHECK_LIB_STORE_READ_CALENDAR_H_

// Reads which legal days the journal has seen begin. SELECT only.

#include <optional>

#include "absl/status/statusor.h"
#include "lib/base/civil_date.h"
#include "lib/store/journal/database.h"

namespace spotcheck::store {

// Returns the last day that has begun by a day.turned. In a journal without one
// it is the day of the first leaf, so that no day is left out after it; an
// empty journal has none.
absl::StatusOr<std::optional<CivilDate>> LastDayBegun(const View& view);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_CALENDAR_H_
