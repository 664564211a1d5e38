#ifndef SPOTCHECK_LIB_APP_DRAW_WITNESSES_H_
#define SPOTCHECK_LIB_APP_DRAW_WITNESSES_H_

// Who may witness an attempt (protocol step 2): registered keys, different
// people, at least one of another body, nobody who stayed away from the
// authority's attempt before.

#include <vector>

#include "absl/status/status.h"
#include "lib/app/draw/draws.h"
#include "lib/rules/law/authority.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

// The attempt that the commitments must be bound to; the referred must outlive
// it.
struct WitnessedAttempt {
  const rules::Authority& authority;
  const NextAttempt& next;
};
// Names of bodies and people compare as evidence compares them: NFKC, case
// folded, without white space.
absl::Status CheckWitnessSet(const store::View& view,
                             const WitnessedAttempt& attempt,
                             const std::vector<WitnessCommitment>& witnesses);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_WITNESSES_H_
