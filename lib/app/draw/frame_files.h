#ifndef SPOTCHECK_LIB_APP_DRAW_FRAME_FILES_H_
#define SPOTCHECK_LIB_APP_DRAW_FRAME_FILES_H_

// The four frozen files of a frame: their roots, which the commitment binds,
// and their bytes, which the journal keeps as payloads.

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
  // Writes the files to the database ahead of the commitment, so that the
  // writer need not wait for it; a second thread computes the roots meanwhile.
  // Must not be called inside a body of Database::Write. Files that no
  // commitment has taken are deleted when the object is. Refuses what
  // rules::CheckFrozen refuses.
  static absl::StatusOr<FrameFiles> Stage(store::Database& db,
                                          const rules::FrozenView& frozen);
  // Holds the files in memory instead. Used where the frame changed while the
  // writer waits.
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
