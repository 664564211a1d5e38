#ifndef SPOTCHECK_LIB_APP_DRAW_WITNESSES_H_
#define SPOTCHECK_LIB_APP_DRAW_WITNESSES_H_

// Says who may witness an attempt (protocol step 2): the keys must be
// registered and belong to different people, at least one of another body than
// the authority, and none of them may have failed to reveal in the authority's
// attempt before.

#include <vector>

#include "absl/status/status.h"
#include "lib/app/draw/draws.h"
#include "lib/rules/law/authority.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

// The attempt that the witnesses' commitments must be bound to. The members
// refer to objects that must outlive it.
struct WitnessedAttempt {
  const rules::Authority& authority;
  const NextAttempt& next;
};
// Checks the set of witnesses. Names of bodies and people are equal if they are
// after NFKC, case folding and removal of white space, as in the comparison of
// evidence.
absl::Status CheckWitnessSet(const store::View& view,
                             const WitnessedAttempt& attempt,
                             const std::vector<WitnessCommitment>& witnesses);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_WITNESSES_H_
