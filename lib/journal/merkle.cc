#include "lib/journal/merkle.h"

#include <algorithm>
#include <bit>
#include <cstddef>

#include "lib/base/status_macros.h"
#include "lib/journal/errors.h"

namespace spotcheck::journal {
namespace {

// RFC 6962 section 2.1 separates leaves from nodes by these prefixes.
constexpr std::string_view kLeafPrefix("\x00", 1);
constexpr std::string_view kNodePrefix("\x01", 1);

Digest Parent(const Digest& left, const Digest& right) {
  return NodeHash({.left = left.view(), .right = right.view()});
}

// Folds complete subtrees, the largest first, into their common root.
Digest FoldRight(const std::vector<Digest>& subtrees) {
  Digest root = subtrees.back();
  for (auto left = subtrees.rbegin() + 1; left != subtrees.rend(); ++left) {
    root = Parent(*left, root);
  }
  return root;
}

// Gives the complete subtrees of `count` leaves from `begin` on, largest first.
// `begin` is a multiple of a power of two not less than `count`.
absl::StatusOr<std::vector<Digest>> Subtrees(const NodeSource& source,
                                             std::uint64_t begin,
                                             std::uint64_t count) {
  std::vector<Digest> hashes;
  while (count > 0) {
    const int level = static_cast<int>(std::bit_width(count)) - 1;
    ASSIGN_OR_RETURN(Digest hash, source.Node(level, begin >> level));
    hashes.push_back(hash);
    begin += std::uint64_t{1} << level;
    count -= std::uint64_t{1} << level;
  }
  return hashes;
}

absl::StatusOr<Digest> RangeRoot(const NodeSource& source, std::uint64_t begin,
                                 std::uint64_t count) {
  ASSIGN_OR_RETURN(std::vector<Digest> hashes, Subtrees(source, begin, count));
  return FoldRight(hashes);
}

// Follows the climb of RFC 9162's verifiers from a node towards the root:
// `node` is its index on the current level, `last` that of the level's last
// node. A last node without sibling moves up unchanged.
struct Climb {
  std::uint64_t node;
  std::uint64_t last;

  bool AtRoot() const { return last == 0; }
  bool SiblingIsLeft() const { return (node & 1) == 1 || node == last; }
  // Must not be called at the root.
  void Step() {
    const int lonely = node == last ? std::countr_zero(node) : 0;
    node >>= lonely + 1;
    last >>= lonely + 1;
  }
};

// Gives the k of RFC 6962: the largest power of two less than n, for n > 1.
std::uint64_t SplitOf(std::uint64_t n) { return std::bit_floor(n - 1); }

}  // namespace

Digest LeafHash(std::string_view leaf) {
  return Hasher(HashSuite::kSha256).Update(kLeafPrefix).Update(leaf).Final();
}

Digest NodeHash(const Children& hashes) {
  return Hasher(HashSuite::kSha256)
      .Update(kNodePrefix)
      .Update(hashes.left)
      .Update(hashes.right)
      .Final();
}

Digest EmptyRoot() { return Sha256(""); }

absl::StatusOr<Frontier> Frontier::Load(const NodeSource& source,
                                        std::uint64_t size) {
  Frontier frontier;
  ASSIGN_OR_RETURN(frontier.edge_, Subtrees(source, 0, size));
  frontier.size_ = size;
  return frontier;
}

std::vector<TreeNode> Frontier::Append(const Digest& leaf_hash) {
  std::vector<TreeNode> completed;
  completed.push_back({.level = 0, .index = size_, .hash = leaf_hash});
  for (std::uint64_t rest = size_; (rest & 1) == 1; rest >>= 1) {
    const TreeNode& right = completed.back();
    completed.push_back({.level = right.level + 1,
                         .index = right.index >> 1,
                         .hash = Parent(edge_.back(), right.hash)});
    edge_.pop_back();
  }
  edge_.push_back(completed.back().hash);
  ++size_;
  return completed;
}

Digest Frontier::Root() const {
  return edge_.empty() ? EmptyRoot() : FoldRight(edge_);
}

absl::StatusOr<Digest> RootAt(const NodeSource& source, std::uint64_t size) {
  if (size == 0) return EmptyRoot();
  return RangeRoot(source, 0, size);
}

// Computes PATH(m, D[n]) of RFC 6962 section 2.1.1, from the root down.
absl::StatusOr<Proof> InclusionProof(const NodeSource& source,
                                     std::uint64_t leaf_index,
                                     std::uint64_t tree_size) {
  if (leaf_index >= tree_size) {
    return LeafIndexOutsideTree(leaf_index, tree_size);
  }
  Proof proof;
  std::uint64_t begin = 0;
  std::uint64_t count = tree_size;
  while (count > 1) {
    const std::uint64_t split = SplitOf(count);
    const bool goes_left = leaf_index - begin < split;
    ASSIGN_OR_RETURN(Digest sibling,
                     goes_left ? RangeRoot(source, begin + split, count - split)
                               : RangeRoot(source, begin, split));
    proof.push_back(sibling);
    begin = goes_left ? begin : begin + split;
    count = goes_left ? split : count - split;
  }
  std::reverse(proof.begin(), proof.end());
  return proof;
}

// Computes PROOF(m, D[n]) of RFC 6962 section 2.1.2, from the root down.
absl::StatusOr<Proof> ConsistencyProof(const NodeSource& source,
                                       std::uint64_t size1,
                                       std::uint64_t size2) {
  if (size1 == 0 || size1 > size2) return TreeSizesUnordered(size1, size2);
  Proof proof;
  std::uint64_t begin = 0;
  std::uint64_t count = size2;
  while (size1 - begin != count) {
    const std::uint64_t split = SplitOf(count);
    const bool goes_left = size1 - begin <= split;
    ASSIGN_OR_RETURN(Digest sibling,
                     goes_left ? RangeRoot(source, begin + split, count - split)
                               : RangeRoot(source, begin, split));
    proof.push_back(sibling);
    begin = goes_left ? begin : begin + split;
    count = goes_left ? split : count - split;
  }
  if (begin != 0) {  // the old tree's last subtree is not its root
    ASSIGN_OR_RETURN(Digest last, RangeRoot(source, begin, count));
    proof.push_back(last);
  }
  std::reverse(proof.begin(), proof.end());
  return proof;
}

absl::Status VerifyInclusion(const Digest& leaf_hash, std::uint64_t leaf_index,
                             std::uint64_t tree_size, const Proof& proof,
                             const Digest& root) {
  if (leaf_index >= tree_size) {
    return LeafIndexOutsideTree(leaf_index, tree_size);
  }
  Climb climb{.node = leaf_index, .last = tree_size - 1};
  Digest hash = leaf_hash;
  for (const Digest& sibling : proof) {
    if (climb.AtRoot()) return InclusionProofWrong(leaf_index, tree_size);
    hash =
        climb.SiblingIsLeft() ? Parent(sibling, hash) : Parent(hash, sibling);
    climb.Step();
  }
  if (!climb.AtRoot() || hash != root) {
    return InclusionProofWrong(leaf_index, tree_size);
  }
  return absl::OkStatus();
}

absl::Status VerifyConsistency(std::uint64_t size1, std::uint64_t size2,
                               const Proof& proof, const Digest& root1,
                               const Digest& root2) {
  if (size1 == 0 || size1 > size2) return TreeSizesUnordered(size1, size2);
  if (size1 == size2) {
    return proof.empty() && root1 == root2
               ? absl::OkStatus()
               : ConsistencyProofWrong(size1, size2);
  }
  if (proof.empty()) return ConsistencyProofWrong(size1, size2);
  // The climb begins at the old tree's last complete subtree.
  const int shared = std::countr_one(size1 - 1);
  Climb climb{.node = (size1 - 1) >> shared, .last = (size2 - 1) >> shared};
  // An old tree that is one complete subtree is its own first element.
  const bool complete = std::has_single_bit(size1);
  Digest old_hash = complete ? root1 : proof.front();
  Digest new_hash = old_hash;
  for (std::size_t i = complete ? 0 : 1; i < proof.size(); ++i) {
    if (climb.AtRoot()) return ConsistencyProofWrong(size1, size2);
    if (climb.SiblingIsLeft()) {
      old_hash = Parent(proof[i], old_hash);
      new_hash = Parent(proof[i], new_hash);
    } else {
      new_hash = Parent(new_hash, proof[i]);
    }
    climb.Step();
  }
  if (!climb.AtRoot() || old_hash != root1 || new_hash != root2) {
    return ConsistencyProofWrong(size1, size2);
  }
  return absl::OkStatus();
}

}  // namespace spotcheck::journal
