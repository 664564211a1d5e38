#ifndef SPOTCHECK_LIB_APP_FRAME_FILES_H_
#define SPOTCHECK_LIB_APP_FRAME_FILES_H_

// The four frozen files of a frame: the roots that the commitment binds, and
// the payloads that the journal keeps of them.

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/rules/draw_types.h"
#include "lib/store/database.h"
#include "lib/store/payload_stage.h"

namespace spotcheck::app {

class FrameFiles {
 public:
  // Written ahead of the commitment, so that the writer does not wait for them;
  // the roots are made on a second thread meanwhile. Not inside a body of
  // Write. What no commitment keeps is deleted with the object.
  static absl::StatusOr<FrameFiles> Stage(store::Database& db, HashSuite suite,
                                          const rules::Plan& plan,
                                          const rules::Frame& frame);
  // Held in memory; for a frame that changed while the writer waits.
  static FrameFiles Hold(HashSuite suite, const rules::Plan& plan,
                         const rules::Frame& frame);

  const rules::FrameRoots& roots() const { return roots_; }
  const std::vector<store::Payload>& payloads() const { return payloads_; }
  // The commitment stands: nothing is deleted.
  void Keep();

 private:
  FrameFiles() = default;

  rules::FrameRoots roots_;
  std::vector<store::Payload> payloads_;
  std::vector<std::unique_ptr<store::PayloadStage>> stages_;
};

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_FRAME_FILES_H_
