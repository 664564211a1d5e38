#ifndef SPOTCHECK_LIB_RULES_DRAW_MERKLE_H_
#define SPOTCHECK_LIB_RULES_DRAW_MERKLE_H_

// Computes the protocol's root(lines), RFC 6962's Merkle tree hash under the
// draw's own hash suite, and the path by which an enterprise proves its leaf at
// the visit. (The journal has a tree of its own, always with SHA-256.)

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/hash.h"

namespace spotcheck::rules {

// Takes lines one by one and keeps O(log n) digests.
class MerkleRoot {
 public:
  explicit MerkleRoot(HashSuite suite) : suite_(suite) {}
  // Adds a line, given without its line feed.
  void Add(std::string_view line);
  // Gives the root of the lines so far, or H("") where there are none.
  Digest Root() const;
  std::int64_t size() const { return size_; }

 private:
  HashSuite suite_;
  std::int64_t size_ = 0;
  std::vector<Digest> peaks_;  // roots of the full subtrees, largest first
  std::string scratch_;
};

Digest MerkleRootOf(HashSuite suite, const std::vector<std::string>& leaves);

// Gives the sibling digests from leaf `index` up to the root (RFC 6962 section
// 2.1.1). `index` must be below leaves.size().
std::vector<Digest> InclusionPath(HashSuite suite,
                                  const std::vector<std::string>& leaves,
                                  std::size_t index);

// The place of a leaf in a tree of `size` leaves.
struct LeafPosition {
  std::int64_t index = 0;
  std::int64_t size = 0;
};

// Gives the root to which leaf and path lead. It equals the published root
// exactly where the leaf is in that tree at that position. A path of the wrong
// length is INVALID_ARGUMENT.
absl::StatusOr<Digest> RootFromPath(HashSuite suite, std::string_view leaf,
                                    LeafPosition position,
                                    const std::vector<Digest>& path);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_MERKLE_H_
