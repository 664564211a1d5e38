#ifndef SPOTCHECK_TESTS_JOURNAL_MEMORY_TREE_H_
#define SPOTCHECK_TESTS_JOURNAL_MEMORY_TREE_H_

#include <cstdint>
#include <map>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "lib/journal/merkle.h"

namespace spotcheck::journal {

// A journal's tree in memory: keeps the nodes that Append completes, no others.
class MemoryTree final : public NodeSource {
 public:
  void Append(std::string_view leaf) { AppendHash(LeafHash(leaf)); }
  void AppendHash(const Digest& hash) {
    for (const TreeNode& node : frontier_.Append(hash)) {
      nodes_[{node.level, node.index}] = node.hash;
    }
  }
  const Frontier& frontier() const { return frontier_; }
  std::uint64_t size() const { return frontier_.size(); }

  absl::StatusOr<Digest> Node(int level, std::uint64_t index) const override {
    const auto found = nodes_.find({level, index});
    if (found == nodes_.end()) return absl::NotFoundError("no such node");
    return found->second;
  }

 private:
  Frontier frontier_;
  std::map<std::pair<int, std::uint64_t>, Digest> nodes_;
};

}  // namespace spotcheck::journal

#endif  // SPOTCHECK_TESTS_JOURNAL_MEMORY_TREE_H_
