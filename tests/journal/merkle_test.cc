#include "lib/journal/merkle.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/journal/memory_tree.h"

namespace spotcheck::journal {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusIs;
using ::spotcheck::testing::StatusReasonIs;

// Beyond three levels and past two powers of two.
constexpr std::uint64_t kSize = 70;

Digest HashAt(std::uint64_t index) { return LeafHash(std::to_string(index)); }

MemoryTree TreeOf(std::uint64_t size) {
  MemoryTree tree;
  for (std::uint64_t i = 0; i < size; ++i) tree.AppendHash(HashAt(i));
  return tree;
}

// The definition of RFC 6962 section 2.1, word by word.
Digest RootByDefinition(std::uint64_t begin, std::uint64_t end) {
  if (begin == end) return EmptyRoot();
  if (end - begin == 1) return HashAt(begin);
  std::uint64_t k = 1;
  while (k * 2 < end - begin) k *= 2;
  const Digest left = RootByDefinition(begin, begin + k);
  const Digest right = RootByDefinition(begin + k, end);
  return NodeHash({.left = left.view(), .right = right.view()});
}

TEST(Frontier, RootIsTheDefinitionsAtEverySize) {
  MemoryTree tree;
  for (std::uint64_t size = 0; size <= kSize; ++size) {
    EXPECT_EQ(tree.frontier().Root(), RootByDefinition(0, size));
    EXPECT_THAT(RootAt(tree, size), IsOkAndHolds(tree.frontier().Root()));
    tree.AppendHash(HashAt(size));
  }
}

TEST(Frontier, AppendReturnsTheNodesItCompletesFromTheLeafUpwards) {
  Frontier frontier;
  EXPECT_EQ(frontier.Append(HashAt(0)),
            (std::vector<TreeNode>{{0, 0, HashAt(0)}}));
  EXPECT_EQ(frontier.Append(HashAt(1)),
            (std::vector<TreeNode>{{0, 1, HashAt(1)},
                                   {1, 0, RootByDefinition(0, 2)}}));
  EXPECT_EQ(frontier.Append(HashAt(2)),
            (std::vector<TreeNode>{{0, 2, HashAt(2)}}));
  EXPECT_EQ(frontier.Append(HashAt(3)),
            (std::vector<TreeNode>{{0, 3, HashAt(3)},
                                   {1, 1, RootByDefinition(2, 4)},
                                   {2, 0, RootByDefinition(0, 4)}}));
}

TEST(Frontier, LoadedFromItsNodesGoesOnAsIfNeverStopped) {
  for (std::uint64_t size = 0; size < kSize; ++size) {
    const MemoryTree tree = TreeOf(size);
    ASSERT_OK_AND_ASSIGN(Frontier loaded, Frontier::Load(tree, size));
    Frontier original = tree.frontier();
    EXPECT_EQ(loaded.size(), size);
    EXPECT_EQ(loaded.Append(HashAt(size)), original.Append(HashAt(size)));
    EXPECT_EQ(loaded.Root(), original.Root());
  }
}

TEST(Frontier, LoadPassesOnTheErrorOfAMissingNode) {
  EXPECT_THAT(Frontier::Load(TreeOf(3), 4),
              StatusIs(absl::StatusCode::kNotFound));
}

TEST(InclusionProof, VerifiesForItsOwnIndexAndNoOther) {
  const MemoryTree tree = TreeOf(kSize);
  for (std::uint64_t size = 1; size <= kSize; ++size) {
    ASSERT_OK_AND_ASSIGN(const Digest root, RootAt(tree, size));
    for (std::uint64_t index = 0; index < size; index += 3) {
      ASSERT_OK_AND_ASSIGN(const Proof proof,
                           InclusionProof(tree, index, size));
      for (std::uint64_t other = 0; other < size; ++other) {
        EXPECT_EQ(VerifyInclusion(HashAt(index), other, size, proof, root).ok(),
                  other == index);
      }
    }
  }
}

TEST(InclusionProof, OfALeafOutsideTheTreeIsRefused) {
  const MemoryTree tree = TreeOf(4);
  EXPECT_THAT(InclusionProof(tree, 4, 4),
              StatusReasonIs("LEAF_INDEX_OUTSIDE_TREE"));
  EXPECT_THAT(InclusionProof(tree, 0, 0),
              StatusReasonIs("LEAF_INDEX_OUTSIDE_TREE"));
  EXPECT_THAT(VerifyInclusion(HashAt(0), 4, 4, {}, HashAt(0)),
              StatusReasonIs("LEAF_INDEX_OUTSIDE_TREE"));
}

TEST(InclusionProof, WrongRootIsRefusedByName) {
  EXPECT_THAT(VerifyInclusion(HashAt(0), 0, 1, {}, HashAt(1)),
              StatusReasonIs("INCLUSION_PROOF_WRONG"));
}

TEST(InclusionProof, LongerThanTheTreeIsHighIsRefusedEvenIfItHashesToTheRoot) {
  const Digest extra = HashAt(9);
  const Digest leaf = HashAt(0);
  const Digest above = NodeHash({.left = extra.view(), .right = leaf.view()});
  EXPECT_THAT(VerifyInclusion(leaf, 0, 1, {extra}, above),
              StatusReasonIs("INCLUSION_PROOF_WRONG"));
}

TEST(InclusionProof, OfTheLargestTreeNeedsNoOverflow) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
  Digest root = HashAt(0);
  Proof proof;
  for (int level = 0; level < 64; ++level) {
    proof.push_back(HashAt(1));
    const Digest sibling = HashAt(1);
    root = NodeHash({.left = root.view(), .right = sibling.view()});
  }
  EXPECT_OK(VerifyInclusion(HashAt(0), 0, kMost, proof, root));
  proof.push_back(HashAt(1));
  EXPECT_THAT(VerifyInclusion(HashAt(0), 0, kMost, proof, root),
              StatusReasonIs("INCLUSION_PROOF_WRONG"));
}

TEST(ConsistencyProof, VerifiesForItsOwnSizesAndNoOther) {
  const MemoryTree tree = TreeOf(kSize);
  for (std::uint64_t size2 = 1; size2 <= kSize; size2 += 3) {
    ASSERT_OK_AND_ASSIGN(const Digest root2, RootAt(tree, size2));
    for (std::uint64_t size1 = 1; size1 <= size2; ++size1) {
      ASSERT_OK_AND_ASSIGN(const Digest root1, RootAt(tree, size1));
      ASSERT_OK_AND_ASSIGN(const Proof proof,
                           ConsistencyProof(tree, size1, size2));
      EXPECT_OK(VerifyConsistency(size1, size2, proof, root1, root2));
      EXPECT_EQ(VerifyConsistency(size1, size2, proof, root2, root1).ok(),
                size1 == size2);
      EXPECT_THAT(VerifyConsistency(size1, size2, proof, HashAt(999), root2),
                  StatusReasonIs("CONSISTENCY_PROOF_WRONG"));
    }
  }
}

TEST(ConsistencyProof, OfATreeWhoseLeafWasReplacedIsRefused) {
  const MemoryTree honest = TreeOf(5);
  MemoryTree forged;
  for (std::uint64_t i = 0; i < 9; ++i)
    forged.AppendHash(HashAt(i == 2 ? 77 : i));
  ASSERT_OK_AND_ASSIGN(const Proof proof, ConsistencyProof(forged, 5, 9));
  EXPECT_THAT(VerifyConsistency(5, 9, proof, honest.frontier().Root(),
                                forged.frontier().Root()),
              StatusReasonIs("CONSISTENCY_PROOF_WRONG"));
}

TEST(ConsistencyProof,
     LongerThanTheTreeIsHighIsRefusedEvenIfItHashesToTheRoots) {
  const Digest extra = HashAt(9);
  const Digest first = RootByDefinition(0, 1);
  const Digest second = RootByDefinition(0, 2);
  const Digest root1 = NodeHash({.left = extra.view(), .right = first.view()});
  const Digest root2 = NodeHash({.left = extra.view(), .right = second.view()});
  EXPECT_THAT(VerifyConsistency(1, 2, {HashAt(1), extra}, root1, root2),
              StatusReasonIs("CONSISTENCY_PROOF_WRONG"));
  EXPECT_THAT(VerifyConsistency(1, 2, {HashAt(1), extra}, first, root2),
              StatusReasonIs("CONSISTENCY_PROOF_WRONG"));
}

TEST(ConsistencyProof, OfSizesOutOfOrderIsRefused) {
  const MemoryTree tree = TreeOf(4);
  EXPECT_THAT(ConsistencyProof(tree, 0, 4),
              StatusReasonIs("TREE_SIZES_UNORDERED"));
  EXPECT_THAT(ConsistencyProof(tree, 4, 3),
              StatusReasonIs("TREE_SIZES_UNORDERED"));
  EXPECT_THAT(VerifyConsistency(0, 0, {}, EmptyRoot(), EmptyRoot()),
              StatusReasonIs("TREE_SIZES_UNORDERED"));
}

}  // namespace
}  // namespace spotcheck::journal
