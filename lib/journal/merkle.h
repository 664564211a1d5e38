#ifndef SPOTCHECK_LIB_JOURNAL_MERKLE_H_
#define SPOTCHECK_LIB_JOURNAL_MERKLE_H_

// The journal's Merkle tree: RFC 6962 section 2.1 with SHA-256, verifiers as in
// RFC 9162 sections 2.1.3.2 and 2.1.4.2. A node (level, index) covers the
// 2^level leaves from index·2^level on and is never written before all of them
// exist, so a stored node never changes.

#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/base/hash.h"

namespace spotcheck::journal {

struct Children {
  std::string_view left;
  std::string_view right;
};

Digest LeafHash(std::string_view leaf);   // SHA-256(0x00 || leaf)
Digest NodeHash(const Children& hashes);  // SHA-256(0x01 || left || right)
Digest EmptyRoot();                       // SHA-256("")

struct TreeNode {
  int level = 0;
  std::uint64_t index = 0;
  Digest hash;
  friend bool operator==(const TreeNode&, const TreeNode&) = default;
};

// Keeps complete nodes. Node() is asked only for nodes that lie wholly inside
// the tree size given to the functions below; its errors pass through.
class NodeSource {
 public:
  virtual ~NodeSource() = default;
  virtual absl::StatusOr<Digest> Node(int level, std::uint64_t index) const = 0;
};

// The right edge of a growing tree, at most 64 hashes: all that Append needs.
class Frontier {
 public:
  Frontier() = default;  // the empty tree
  static absl::StatusOr<Frontier> Load(const NodeSource& source,
                                       std::uint64_t size);

  // Gives the nodes that this leaf completes, its own first, then upwards. A
  // store that keeps them can answer every proof.
  std::vector<TreeNode> Append(const Digest& leaf_hash);
  Digest Root() const;
  std::uint64_t size() const { return size_; }

 private:
  std::uint64_t size_ = 0;
  std::vector<Digest> edge_;  // one per set bit of size_, largest first
};

using Proof = std::vector<Digest>;  // from the leaf's side upwards

absl::StatusOr<Digest> RootAt(const NodeSource& source, std::uint64_t size);
// INVALID_ARGUMENT unless leaf_index < tree_size.
absl::StatusOr<Proof> InclusionProof(const NodeSource& source,
                                     std::uint64_t leaf_index,
                                     std::uint64_t tree_size);
// INVALID_ARGUMENT unless 0 < size1 <= size2.
absl::StatusOr<Proof> ConsistencyProof(const NodeSource& source,
                                       std::uint64_t size1,
                                       std::uint64_t size2);

// OK if the proof shows that the leaf stands at that index of that tree.
absl::Status VerifyInclusion(const Digest& leaf_hash, std::uint64_t leaf_index,
                             std::uint64_t tree_size, const Proof& proof,
                             const Digest& root);
// OK if the proof shows that the second tree begins with the first. An empty
// first tree is refused, since nothing can be shown of it.
absl::Status VerifyConsistency(std::uint64_t size1, std::uint64_t size2,
                               const Proof& proof, const Digest& root1,
                               const Digest& root2);

}  // namespace spotcheck::journal

#endif  // SPOTCHECK_LIB_JOURNAL_MERKLE_H_
