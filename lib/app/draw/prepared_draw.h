#ifndef SPOTCHECK_LIB_APP_DRAW_PREPARED_DRAW_H_
#define SPOTCHECK_LIB_APP_DRAW_PREPARED_DRAW_H_

// The frame of a commitment, frozen outside the writer, and what becomes of it
// when the journal goes on before the commitment stands (protocol step 1: in
// one transaction with the commitment). A frame that was caught up with a view
// is the one that would be frozen there.

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
  store::StoredTask task;  // of a replacement: with its size and stratum
  std::optional<rules::Plan> committed;  // of a replacement: the first run's
  Frozen frozen;
  NextAttempt next;
  rules::AttemptId id;
};

// Everything that a commitment of this task is refused for, but its witnesses,
// its deadline and what CheckFrozen refuses, is refused here.
absl::StatusOr<PreparedDraw> PrepareDraw(store::Database::Views views,
                                         const RuleBook& book,
                                         const CommitRequest& request,
                                         CivilDate today);

// What the journal did to a prepared frame.
enum class FrameChange : std::uint8_t {
  kNothing,     // the frame stands
  kRows,        // some rows changed and are up to date again
  kEverything,  // it has to be frozen anew; `prepared` is of no more use
};
// Decides anew the enterprises that were touched between the frame's view and
// this one; more than `most` of them are everything.
absl::StatusOr<FrameChange> CatchUp(const store::View& view,
                                    const RuleBook& book, std::size_t most,
                                    PreparedDraw& prepared);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_PREPARED_DRAW_H_
