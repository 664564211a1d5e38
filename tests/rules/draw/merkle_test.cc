#include "lib/rules/draw/merkle.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"

namespace spotcheck::rules {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusReasonIs;

// RFC 6962 section 2.1, word by word.
Digest TreeHash(HashSuite suite, const std::vector<std::string>& leaves) {
  if (leaves.empty()) return Hash(suite, "");
  if (leaves.size() == 1) {
    return Hash(suite, std::string(1, '\0') + leaves[0]);
  }
  std::size_t split = 1;
  while (split * 2 < leaves.size()) split *= 2;
  const auto middle = leaves.begin() + static_cast<std::ptrdiff_t>(split);
  const Digest left = TreeHash(suite, {leaves.begin(), middle});
  const Digest right = TreeHash(suite, {middle, leaves.end()});
  return Hash(suite, std::string(1, '\1') + std::string(left.view()) +
                         std::string(right.view()));
}

std::vector<std::string> Leaves(int size) {
  std::vector<std::string> leaves;
  for (int i = 0; i < size; ++i) leaves.push_back("leaf " + std::to_string(i));
  return leaves;
}

constexpr int kSizes = 35;

TEST(MerkleTest, TheRootIsTheTreeHashOfTheStandard) {
  for (const HashSuite suite : {HashSuite::kSha256, HashSuite::kSm3}) {
    for (int size = 0; size < kSizes; ++size) {
      EXPECT_EQ(MerkleRootOf(suite, Leaves(size)),
                TreeHash(suite, Leaves(size)))
          << size;
    }
  }
}

TEST(MerkleTest, EveryLeafHasAPathToTheRoot) {
  for (int size = 1; size < kSizes; ++size) {
    const auto leaves = Leaves(size);
    const Digest root = MerkleRootOf(HashSuite::kSm3, leaves);
    for (int i = 0; i < size; ++i) {
      const auto at = static_cast<std::size_t>(i);
      const auto path = InclusionPath(HashSuite::kSm3, leaves, at);
      EXPECT_THAT(RootFromPath(HashSuite::kSm3, leaves[at], {i, size}, path),
                  IsOkAndHolds(root))
          << i << " of " << size;
    }
  }
}

TEST(MerkleTest, AnotherLeafOrPositionLeadsElsewhere) {
  const auto leaves = Leaves(7);
  const Digest root = MerkleRootOf(HashSuite::kSha256, leaves);
  const auto path = InclusionPath(HashSuite::kSha256, leaves, 2);
  ASSERT_OK_AND_ASSIGN(
      const Digest forged,
      RootFromPath(HashSuite::kSha256, "another", {2, 7}, path));
  EXPECT_NE(forged, root);
  ASSERT_OK_AND_ASSIGN(
      const Digest moved,
      RootFromPath(HashSuite::kSha256, leaves[2], {3, 7}, path));
  EXPECT_NE(moved, root);
}

TEST(MerkleTest, APathOfTheWrongLengthIsRefused) {
  const auto leaves = Leaves(7);
  auto path = InclusionPath(HashSuite::kSha256, leaves, 2);
  path.push_back(Digest{});
  EXPECT_THAT(RootFromPath(HashSuite::kSha256, leaves[2], {2, 7}, path),
              StatusReasonIs("DRAW_PATH_MALFORMED"));
  path.resize(2);
  EXPECT_THAT(RootFromPath(HashSuite::kSha256, leaves[2], {2, 7}, path),
              StatusReasonIs("DRAW_PATH_MALFORMED"));
  for (const LeafPosition position :
       {LeafPosition{-1, 7}, LeafPosition{7, 7}}) {
    EXPECT_THAT(RootFromPath(HashSuite::kSha256, leaves[2], position, path),
                StatusReasonIs("DRAW_PATH_MALFORMED"));
  }
}

}  // namespace
}  // namespace spotcheck::rules
