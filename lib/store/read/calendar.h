#ifndef SPOTCHECK_LIB_STORE_READ_CALENDAR_H_
#define SPOTCHECK_LIB_STORE_READ_CALENDAR_H_

// Reads which legal days the journal has seen begin. SELECT only.

#include <optional>

#include "absl/status/statusor.h"
#include "lib/base/civil_date.h"
#include "lib/store/journal/database.h"

namespace spotcheck::store {

// The last day that has begun. In a journal without day.turned it is the day of
// the last leaf; an empty journal has none.
absl::StatusOr<std::optional<CivilDate>> LastDayBegun(const View& view);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_CALENDAR_H_
