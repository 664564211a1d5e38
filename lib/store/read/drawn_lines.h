#ifndef SPOTCHECK_LIB_STORE_READ_DRAWN_LINES_H_
#define SPOTCHECK_LIB_STORE_READ_DRAWN_LINES_H_

// Finds the drawn line that a result belongs to. SELECT only.

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/store/events/draw_states.h"
#include "lib/store/journal/database.h"

namespace spotcheck::store {

struct DrawnLine {
  std::int64_t attempt = 1;
  std::int64_t commit_leaf_index = -1;  // the attempt's plan is its payload
  LabId lab;                            // the assigned one
  std::string hold_id;
  HoldState hold = HoldState::kOpen;
  UnitState unit = UnitState::kOpen;
};

struct DrawnLineKey {
  TaskId task;
  Usci usci;
  LineId line;
};
// The line as the latest attempt of the task drew it; absent where no attempt
// drew that line of that enterprise.
absl::StatusOr<std::optional<DrawnLine>> FindDrawnLine(const View& view,
                                                       const DrawnLineKey& key);

// The id of the open hold of a line, whatever task it is of.
absl::StatusOr<std::optional<std::string>> OpenHoldOf(const View& view,
                                                      const LineId& line);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_DRAWN_LINES_H_
