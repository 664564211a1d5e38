#ifndef SPOTCHECK_LIB_RULES_DRAW_COMMIT_H_
#define SPOTCHECK_LIB_RULES_DRAW_COMMIT_H_

// The digests that bind a draw before its seed exists, and the seed (protocol
// steps 2 to 4). Each is a pure encoding: what enters must have passed
// draw/check.h. Contributions, keys and secrets are raw bytes.

#include <string>
#include <string_view>
#include <vector>

#include "lib/base/hash.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// lp("plan", …), the plan's one encoding; lists and strata sorted by bytes.
std::string EncodePlan(const Plan& plan);

// The roots over the four files and the number of the frame's rows.
FrameRoots ComputeRoots(HashSuite suite, const Plan& plan, const Frame& frame);

// What a witness, and the operator, bind themselves to. Of the witness, name,
// key and contribution are used.
Digest WitnessCommitment(const AttemptId& id, const Witness& witness);
Digest OperatorCommitment(const AttemptId& id, std::string_view secret);

// Everything the commitment covers besides plan and attempt.
struct CommitmentInputs {
  FrameRoots roots;
  std::string beacon_spec;
  Digest operator_commitment;
  std::vector<Digest> witness_commitments;
};
Digest DrawCommitment(const AttemptId& id, const Plan& plan,
                      const CommitmentInputs& inputs);

// What a witness signs before revealing.
std::string WitnessMessage(const Digest& commitment);

// prk, the key of every ticket.
Digest DrawSeed(HashSuite suite, const SeedInputs& inputs);

// H(lp("spotcheck-draw/1 transcript", commitment, result_root)).
Digest DrawTranscript(HashSuite suite, const Digest& commitment,
                      const Digest& result_root);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_COMMIT_H_
