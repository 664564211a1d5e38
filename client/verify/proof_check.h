#ifndef SPOTCHECK_CLIENT_VERIFY_PROOF_CHECK_H_
#define SPOTCHECK_CLIENT_VERIFY_PROOF_CHECK_H_

// The offline verifier behind `draw verify-proof`: what a visited enterprise
// can see of the draw that sent the visitors.

#include <optional>
#include <string>

#include "client/verify/bundle_check.h"
#include "lib/journal/note.h"
#include "spotcheck/v1/draw.pb.h"

namespace spotcheck::client {

struct ProofInput {
  v1::UnitProof proof;
  std::optional<journal::NoteVerifier> key;  // the journal's, pinned
  std::string task;                          // tasks/ID; "" for whichever
  std::string usci;                          // "" for whichever
};

// Whether the leaf is that of the enterprise and stands under the result root
// at its rank; whether the journal's run of that task and attempt gave that
// root; and whether that run is under a signed checkpoint. Each check has a
// name of its own. Without a pinned key only the file's own speaks for it.
VerifyOutcome VerifyUnitProof(const ProofInput& input);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_VERIFY_PROOF_CHECK_H_
