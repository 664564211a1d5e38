#ifndef SPOTCHECK_LIB_APP_DRAW_FRAME_FILES_H_
#define SPOTCHECK_LIB_APP_DRAW_FRAME_FILES_H_

// The four frozen files of a frame: the roots that the commitment binds, and
// the payloads that the journal keeps of them.

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/rules/draw/check.h"
#include "lib/rules/draw/types.h"
#include "lib/store/journal/database.h"
#include "lib/store/journal/payload_stage.h"

namespace spotcheck::app {

class FrameFiles {
 public:
  // Written ahead of the commitment, so that the writer does not wait for them;
  // the roots are made on a second thread meanwhile. Not inside a body of
  // Write. What no commitment took is deleted with the object. Refuses what
  // CheckFrozen refuses.
  static absl::StatusOr<FrameFiles> Stage(store::Database& db,
                                          const rules::FrozenView& frozen);
  // Held in memory; for a frame that changed while the writer waits.
  static absl::StatusOr<FrameFiles> Hold(const rules::FrozenView& frozen);

  const rules::FrameRoots& roots() const { return roots_; }
  const std::vector<store::Payload>& payloads() const { return payloads_; }

 private:
  FrameFiles() = default;

  rules::FrameRoots roots_;
  std::vector<store::Payload> payloads_;
  std::vector<std::unique_ptr<store::PayloadStage>> stages_;
};

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_FRAME_FILES_H_
