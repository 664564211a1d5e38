#ifndef SPOTCHECK_LIB_APP_DRAW_CITING_H_
#define SPOTCHECK_LIB_APP_DRAW_CITING_H_

// Finds the attempts whose frozen frame cites a check. The frame stays as it
// was frozen when the check is corrected or voided later; whoever may see the
// draw is told so. Only the frames that were frozen while the check stood are
// opened, of tasks whose region has the enterprise.

#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::app {

struct CitedCheck {
  const Usci& usci;
  const CheckId& check;
  store::LeafRange stood;  // the leaves that wrote and superseded the version
};
absl::StatusOr<std::vector<store::AttemptKey>> AttemptsCiting(
    const store::View& view, const CitedCheck& cited);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_CITING_H_
