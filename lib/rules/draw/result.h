#ifndef SPOTCHECK_LIB_RULES_DRAW_RESULT_H_
#define SPOTCHECK_LIB_RULES_DRAW_RESULT_H_

// While a result is secret only its Merkle root is public, and a visited
// enterprise is shown its own leaf (protocol steps 11 and 12). The leaves are
// salted, one for each selected enterprise in the order of rank.

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/hash.h"
#include "lib/rules/draw/merkle.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// Gives the leaves by rank. Without the seed `prk` nobody can guess one.
std::vector<std::string> ResultLeaves(
    HashSuite suite, const Digest& prk,
    const std::vector<SelectedEnterprise>& selection);

// One enterprise's leaf and its way to the published result_root.
struct SelectionProof {
  std::string leaf;
  LeafPosition position;
  std::vector<Digest> path;
};

// NOT_FOUND where the enterprise was not selected.
absl::StatusOr<SelectionProof> ProveSelection(
    HashSuite suite, const Digest& prk,
    const std::vector<SelectedEnterprise>& selection, const Usci& usci);

// Else DRAW_PROOF_MISMATCH or DRAW_PATH_MALFORMED.
absl::Status VerifySelection(HashSuite suite, const SelectionProof& proof,
                             const Digest& result_root);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_RESULT_H_
