#ifndef SPOTCHECK_LIB_APP_DRAW_PREPARED_DRAW_H_
#define SPOTCHECK_LIB_APP_DRAW_PREPARED_DRAW_H_

// A frame that is frozen outside the writer and kept up to date until the
// commitment, because frame and commitment must be of one transaction (protocol
// step 1). After CatchUp with a view, the frame equals the one that would be
// frozen at that view.

#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/app/common/rule_book.h"
#include "lib/app/draw/draws.h"
#include "lib/app/draw/frame_builder.h"
#include "lib/store/read/tasks.h"

namespace spotcheck::app {

struct PreparedDraw {
  store::StoredTask task;  // a replacement's has its size and stratum
  std::optional<rules::Plan> committed;  // the first run's, for a replacement
  Frozen frozen;
  NextAttempt next;
  rules::AttemptId id;
};

// Prepares the frame of a commitment, and refuses the request for every reason
// except its witnesses, its deadline and what rules::CheckFrozen refuses; the
// commitment checks those later.
absl::StatusOr<PreparedDraw> PrepareDraw(store::Database::Views views,
                                         const RuleBook& book,
                                         const CommitRequest& request,
                                         CivilDate today);

// The effect that newer events had on a prepared frame.
enum class FrameChange : std::uint8_t {
  kNothing,     // the frame is still the same
  kRows,        // some rows changed and were brought up to date
  kEverything,  // the frame must be frozen anew
};
// Brings the frame up to date with `view`: decides anew each enterprise that an
// event since the frame's own view may concern. Answers kEverything if those
// are more than `most`; `prepared` is then of no more use.
absl::StatusOr<FrameChange> CatchUp(const store::View& view,
                                    const RuleBook& book, std::size_t most,
                                    PreparedDraw& prepared);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_PREPARED_DRAW_H_
