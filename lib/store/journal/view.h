#ifndef SPOTCHECK_LIB_STORE_JOURNAL_VIEW_H_
#define SPOTCHECK_LIB_STORE_JOURNAL_VIEW_H_

// Viewing is the part that Snapshot and WriteTransaction share: reading tables,
// the journal and proofs through one connection.

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/sealer.h"
#include "lib/base/signing.h"
#include "lib/store/journal/database.h"
#include "lib/store/journal/journal_store.h"

namespace spotcheck::store {

// The name and the keys of a database; they live as long as it does.
struct Identity {
  std::string origin;
  SigningKey key;
  Sealer sealer;
};

// `Interface` is either View or Transaction.
template <typename Interface>
class Viewing : public Interface {
 public:
  Viewing(sql::Connection& db, const Identity& identity)
      : db_(db), identity_(identity), journal_(db, identity.sealer) {}

  sql::Connection& sql() const override { return db_; }
  absl::StatusOr<std::string> Leaf(std::int64_t index) const override {
    return journal_.Leaf(index);
  }
  absl::StatusOr<std::string> OpenPayload(
      std::int64_t index, std::string_view name) const override {
    return journal_.OpenPayload(index, name);
  }
  absl::Status ForEachChunk(std::int64_t index, std::string_view name,
                            View::VisitBytes visit) const override {
    return journal_.ForEachChunk(index, name, visit);
  }
  absl::StatusOr<Digest> Root(std::int64_t size) const override;
  absl::StatusOr<std::vector<Digest>> InclusionProof(
      std::int64_t index, std::int64_t size) const override;
  absl::StatusOr<std::vector<Digest>> ConsistencyProof(
      std::int64_t first, std::int64_t second) const override;
  const Sealer& sealer() const override { return identity_.sealer; }
  absl::StatusOr<std::string> SignedCheckpoint() const override;

 protected:
  const JournalReader& journal() const { return journal_; }

 private:
  // Returns the size as the Merkle tree counts; LEAF_NOT_FOUND where the view
  // has fewer leaves.
  absl::StatusOr<std::uint64_t> TreeSize(std::int64_t size) const;

  sql::Connection& db_;
  const Identity& identity_;
  JournalReader journal_;
};

extern template class Viewing<View>;
extern template class Viewing<Transaction>;

class Snapshot final : public Viewing<View> {
 public:
  // Takes the state that the connection's open transaction reads.
  static absl::StatusOr<Snapshot> Take(sql::Connection& db,
                                       const Identity& identity);
  std::int64_t journal_size() const override { return size_; }

 private:
  Snapshot(sql::Connection& db, const Identity& identity, std::int64_t size)
      : Viewing(db, identity), size_(size) {}
  std::int64_t size_;
};

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_JOURNAL_VIEW_H_
