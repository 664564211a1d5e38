// The published RFC 6962 vectors, failing probes included.

#include <algorithm>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#include "gtest/gtest.h"
#include "lib/base/bytes.h"
#include "lib/base/status_matchers.h"
#include "lib/journal/merkle.h"
#include "nlohmann/json.hpp"
#include "tests/journal/memory_tree.h"
#include "tests/source_dir.h"

namespace spotcheck::journal {
namespace {

using Json = nlohmann::json;

std::string Unhex(const Json& hex) {
  return HexDecode(hex.get_ref<const std::string&>()).value();
}

Digest HashOf(const Json& hex) {
  return DigestFromHex(hex.get_ref<const std::string&>()).value();
}

// A hash as it would come in from outside: nothing unless it has 32 bytes.
std::optional<Digest> ReadHash(const Json& hex) {
  const auto digest = DigestFromHex(hex.get_ref<const std::string&>());
  if (!digest.ok()) return std::nullopt;
  return *digest;
}

std::optional<Proof> ReadProof(const Json& hashes) {
  Proof proof;
  for (const Json& hex : hashes) {
    const std::optional<Digest> hash = ReadHash(hex);
    if (!hash) return std::nullopt;
    proof.push_back(*hash);
  }
  return proof;
}

// One published probe, that two trees of one size with the same root agree
// whatever that root is, writes an opaque text of fewer than 32 bytes for it.
Digest Padded(const Json& hex) {
  const std::string bytes = Unhex(hex);
  Digest digest;
  std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
  return digest;
}

class MerkleVectors : public ::testing::Test {
 protected:
  MerkleVectors() {
    std::ifstream file(SourceDir() +
                       "/tests/testdata/vectors/rfc6962_vectors.json");
    vectors_ = Json::parse(file);
    for (const Json& leaf : vectors_["tree"]["leaf_inputs_hex"]) {
      tree_.Append(Unhex(leaf));
    }
  }

  void CheckInclusion(const Json& vector) const {
    SCOPED_TRACE(vector.dump());
    const std::uint64_t index = vector["leaf_index"];
    const std::uint64_t size = vector["tree_size"];
    const Proof expected = ReadProof(vector["proof"]).value();
    EXPECT_THAT(InclusionProof(tree_, index, size),
                testing::IsOkAndHolds(expected));
    EXPECT_OK(VerifyInclusion(HashOf(vectors_["tree"]["leaf_hashes"][index]),
                              index, size, expected, RootOf(size)));
  }

  void CheckConsistency(const Json& vector) const {
    SCOPED_TRACE(vector.dump());
    const std::uint64_t size1 = vector["size1"];
    const std::uint64_t size2 = vector["size2"];
    const Proof expected = ReadProof(vector["proof"]).value();
    EXPECT_THAT(ConsistencyProof(tree_, size1, size2),
                testing::IsOkAndHolds(expected));
    EXPECT_OK(VerifyConsistency(size1, size2, expected, RootOf(size1),
                                RootOf(size2)));
  }

  Digest RootOf(std::uint64_t size) const {
    return HashOf(vectors_["tree"]["roots_by_size"][std::to_string(size)]);
  }

  Json vectors_;
  MemoryTree tree_;
};

bool AcceptsInclusion(const Json& probe) {
  const auto leaf = ReadHash(probe["leaf_hash"]);
  const auto root = ReadHash(probe["root"]);
  const auto proof = ReadProof(probe["proof"]);
  return leaf && root && proof &&
         VerifyInclusion(*leaf, probe["leaf_index"], probe["tree_size"], *proof,
                         *root)
             .ok();
}

bool AcceptsConsistency(const Json& probe) {
  const auto proof = ReadProof(probe["proof"]);
  return proof &&
         VerifyConsistency(probe["size1"], probe["size2"], *proof,
                           Padded(probe["root1"]), Padded(probe["root2"]))
             .ok();
}

TEST_F(MerkleVectors, LeavesHashAsPublished) {
  ASSERT_EQ(vectors_["leaf_vectors"].size(), 4u);
  for (const Json& vector : vectors_["leaf_vectors"]) {
    EXPECT_EQ(LeafHash(Unhex(vector["data_hex"])), HashOf(vector["hash"]));
  }
}

TEST_F(MerkleVectors, NodesHashAsPublished) {
  ASSERT_EQ(vectors_["node_vectors"].size(), 2u);
  for (const Json& vector : vectors_["node_vectors"]) {
    const std::string left = Unhex(vector["l"]);
    const std::string right = Unhex(vector["r"]);
    EXPECT_EQ(NodeHash({.left = left, .right = right}), HashOf(vector["hash"]));
  }
}

TEST_F(MerkleVectors, EmptyTreeHasThePublishedRoot) {
  EXPECT_EQ(EmptyRoot(), HashOf(vectors_["hash"]["empty_root"]));
}

TEST_F(MerkleVectors, TreeHasThePublishedLeafHashesAndRoots) {
  const Json& tree = vectors_["tree"];
  for (std::size_t i = 0; i < tree["leaf_hashes"].size(); ++i) {
    EXPECT_EQ(LeafHash(Unhex(tree["leaf_inputs_hex"][i])),
              HashOf(tree["leaf_hashes"][i]));
  }
  ASSERT_EQ(tree["roots_by_size"].size(), 9u);
  for (std::uint64_t size = 0; size <= 8; ++size) {
    EXPECT_THAT(RootAt(tree_, size), testing::IsOkAndHolds(RootOf(size)));
  }
  EXPECT_EQ(tree_.frontier().Root(), RootOf(8));
}

TEST_F(MerkleVectors, InclusionProofsOfAllSizesAreThePublishedOnes) {
  ASSERT_EQ(vectors_["inclusion_all_sizes_1_8"].size(), 36u);
  for (const Json& vector : vectors_["inclusion_all_sizes_1_8"]) {
    CheckInclusion(vector);
  }
  ASSERT_EQ(vectors_["published_inclusion"].size(), 4u);
  for (const Json& vector : vectors_["published_inclusion"]) {
    CheckInclusion(vector);
  }
}

TEST_F(MerkleVectors, ConsistencyProofsOfAllSizesAreThePublishedOnes) {
  ASSERT_EQ(vectors_["consistency_all_sizes_1_8"].size(), 36u);
  for (const Json& vector : vectors_["consistency_all_sizes_1_8"]) {
    CheckConsistency(vector);
  }
  ASSERT_EQ(vectors_["published_consistency"].size(), 4u);
  for (const Json& vector : vectors_["published_consistency"]) {
    CheckConsistency(vector);
  }
}

TEST_F(MerkleVectors, InclusionProbesAreAcceptedOrRefusedAsPublished) {
  int must_fail = 0;
  for (const Json& probe : vectors_["probes_inclusion"]) {
    const bool want_error = probe["want_error"];
    must_fail += want_error ? 1 : 0;
    EXPECT_EQ(AcceptsInclusion(probe), !want_error) << probe;
  }
  EXPECT_EQ(vectors_["probes_inclusion"].size(), 98u);
  EXPECT_EQ(must_fail, 92);
}

TEST_F(MerkleVectors, ConsistencyProbesAreAcceptedOrRefusedAsPublished) {
  int must_fail = 0;
  for (const Json& probe : vectors_["probes_consistency"]) {
    const bool want_error = probe["want_error"];
    must_fail += want_error ? 1 : 0;
    EXPECT_EQ(AcceptsConsistency(probe), !want_error) << probe;
  }
  EXPECT_EQ(vectors_["probes_consistency"].size(), 98u);
  EXPECT_EQ(must_fail, 92);
}

}  // namespace
}  // namespace spotcheck::journal
