#ifndef SPOTCHECK_CLIENT_VERIFY_PROOF_CHECK_H_
#define SPOTCHECK_CLIENT_VERIFY_PROOF_CHECK_H_

// The offline verifier that `draw verify-proof` calls. With it a visited
// enterprise checks the draw that sent the visitors.

#include <optional>
#include <string>

#include "client/verify/bundle_check.h"
#include "lib/journal/note.h"
#include "spotcheck/v1/draw.pb.h"

namespace spotcheck::client {

struct ProofInput {
  v1::UnitProof proof;
  // the journal's key, known beforehand
  std::optional<journal::NoteVerifier> key;
  std::string task;  // tasks/ID; "" for whichever
  std::string usci;  // "" for whichever
};

// Checks by names of their own: that the leaf is the enterprise's and stands
// under the result root at its rank; that the journal's run of that task and
// attempt gave that root; and that this run is under a signed checkpoint.
// Without a pinned key, the key in the file is believed.
VerifyOutcome VerifyUnitProof(const ProofInput& input);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_VERIFY_PROOF_CHECK_H_
