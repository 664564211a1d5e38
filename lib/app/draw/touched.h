#ifndef SPOTCHECK_LIB_APP_DRAW_TOUCHED_H_
#define SPOTCHECK_LIB_APP_DRAW_TOUCHED_H_

// Tells which enterprises' rows of a frame an event of the journal may change.

#include <cstdint>
#include <optional>

#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

struct FrameScope {
  const TaskId& task;
  const Region& region;
};

// The enterprises of the region that the event in this leaf is about; nullopt
// if the event may change the whole frame or other inputs of the draw.
absl::StatusOr<std::optional<absl::flat_hash_set<Usci>>> TouchedBy(
    const store::View& view, std::int64_t leaf, const FrameScope& scope);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_TOUCHED_H_
