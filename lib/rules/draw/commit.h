#ifndef SPOTCHECK_LIB_RULES_DRAW_COMMIT_H_
#define SPOTCHECK_LIB_RULES_DRAW_COMMIT_H_

// These digests bind a draw before its seed exists; DrawSeed makes the seed
// (protocol steps 2 to 4). Each is a pure encoding: its inputs must have passed
// draw/check.h. Contributions, keys and secrets are raw bytes.

#include <string>
#include <string_view>
#include <vector>

#include "lib/base/hash.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// Gives lp("plan", …), the plan's only encoding, with lists sorted by bytes.
std::string EncodePlan(const Plan& plan);

// Gives the roots of the four files and the number of the frame's rows.
FrameRoots ComputeRoots(HashSuite suite, const Plan& plan, const Frame& frame);

// A witness and the operator bind themselves by these digests. Of the witness
// only name, key and contribution enter.
Digest WitnessCommitment(const AttemptId& id, const Witness& witness);
Digest OperatorCommitment(const AttemptId& id, std::string_view secret);

// The commitment covers these values besides plan and attempt.
struct CommitmentInputs {
  FrameRoots roots;
  std::string beacon_spec;
  Digest operator_commitment;
  std::vector<Digest> witness_commitments;
};
Digest DrawCommitment(const AttemptId& id, const Plan& plan,
                      const CommitmentInputs& inputs);

// Gives the text that a witness signs before it reveals.
std::string WitnessMessage(const Digest& commitment);

// Gives prk, the key of every ticket.
Digest DrawSeed(HashSuite suite, const SeedInputs& inputs);

// Gives H(lp("spotcheck-draw/1 transcript", commitment, result_root)).
Digest DrawTranscript(HashSuite suite, const Digest& commitment,
                      const Digest& result_root);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_COMMIT_H_
