#include "lib/rules/draw/merkle.h"

#include "lib/rules/draw/errors.h"

namespace spotcheck::rules {
namespace {

Digest LeafHash(HashSuite suite, std::string_view line, std::string& scratch) {
  scratch.assign(1, '\x00');
  scratch.append(line);
  return Hash(suite, scratch);
}

Digest NodeHash(HashSuite suite, const Digest& left, const Digest& right) {
  std::string bytes(1, '\x01');
  bytes.append(left.view());
  bytes.append(right.view());
  return Hash(suite, bytes);
}

// Replaces a level of the tree by the one above it; an odd last node moves up.
void Ascend(HashSuite suite, std::vector<Digest>& level) {
  const std::size_t pairs = level.size() / 2;
  for (std::size_t i = 0; i < pairs; ++i) {
    level[i] = NodeHash(suite, level[2 * i], level[2 * i + 1]);
  }
  if (level.size() % 2 == 1) level[pairs] = level.back();
  level.resize((level.size() + 1) / 2);
}

}  // namespace

void MerkleRoot::Add(std::string_view line) {
  peaks_.push_back(LeafHash(suite_, line, scratch_));
  ++size_;
  for (std::int64_t n = size_; n % 2 == 0; n /= 2) {
    const Digest right = peaks_.back();
    peaks_.pop_back();
    peaks_.back() = NodeHash(suite_, peaks_.back(), right);
  }
}

Digest MerkleRoot::Root() const {
  if (peaks_.empty()) return Hash(suite_, "");
  Digest root = peaks_.back();
  for (auto peak = peaks_.rbegin() + 1; peak != peaks_.rend(); ++peak) {
    root = NodeHash(suite_, *peak, root);
  }
  return root;
}

Digest MerkleRootOf(HashSuite suite, const std::vector<std::string>& leaves) {
  MerkleRoot root(suite);
  for (const std::string& leaf : leaves) root.Add(leaf);
  return root.Root();
}

std::vector<Digest> InclusionPath(HashSuite suite,
                                  const std::vector<std::string>& leaves,
                                  std::size_t index) {
  std::vector<Digest> level;
  level.reserve(leaves.size());
  std::string scratch;
  for (const std::string& leaf : leaves) {
    level.push_back(LeafHash(suite, leaf, scratch));
  }
  std::vector<Digest> path;
  for (; level.size() > 1; index /= 2) {
    const std::size_t sibling = index ^ 1;
    if (sibling < level.size()) path.push_back(level[sibling]);
    Ascend(suite, level);
  }
  return path;
}

absl::StatusOr<Digest> RootFromPath(HashSuite suite, std::string_view leaf,
                                    LeafPosition position,
                                    const std::vector<Digest>& path) {
  std::string scratch;
  Digest node = LeafHash(suite, leaf, scratch);
  auto sibling = path.begin();
  std::int64_t index = position.index;
  if (index < 0 || index >= position.size) {
    return draw_errors::PathMalformed(position.index, position.size);
  }
  for (std::int64_t width = position.size; width > 1;
       index /= 2, width = (width + 1) / 2) {
    if ((index ^ 1) >= width) continue;  // an odd last node moves up
    if (sibling == path.end()) {
      return draw_errors::PathMalformed(position.index, position.size);
    }
    node = index % 2 == 0 ? NodeHash(suite, node, *sibling)
                          : NodeHash(suite, *sibling, node);
    ++sibling;
  }
  if (sibling != path.end()) {
    return draw_errors::PathMalformed(position.index, position.size);
  }
  return node;
}

}  // namespace spotcheck::rules
