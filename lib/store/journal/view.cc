#include "lib/store/journal/view.h"

#include "lib/base/status_macros.h"
#include "lib/journal/checkpoint.h"
#include "lib/journal/merkle.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {

template <typename Interface>
absl::StatusOr<std::uint64_t> Viewing<Interface>::TreeSize(
    std::int64_t size) const {
  if (size < 0 || size > this->journal_size()) return LeafNotFoundError(size);
  return static_cast<std::uint64_t>(size);
}

template <typename Interface>
absl::StatusOr<Digest> Viewing<Interface>::Root(std::int64_t size) const {
  ASSIGN_OR_RETURN(const std::uint64_t tree, TreeSize(size));
  return journal::RootAt(journal_, tree);
}

template <typename Interface>
absl::StatusOr<std::vector<Digest>> Viewing<Interface>::InclusionProof(
    std::int64_t index, std::int64_t size) const {
  ASSIGN_OR_RETURN(const std::uint64_t tree, TreeSize(size));
  if (index < 0) return LeafNotFoundError(index);
  return journal::InclusionProof(journal_, static_cast<std::uint64_t>(index),
                                 tree);
}

template <typename Interface>
absl::StatusOr<std::vector<Digest>> Viewing<Interface>::ConsistencyProof(
    std::int64_t first, std::int64_t second) const {
  ASSIGN_OR_RETURN(const std::uint64_t before, TreeSize(first));
  ASSIGN_OR_RETURN(const std::uint64_t after, TreeSize(second));
  return journal::ConsistencyProof(journal_, before, after);
}

template <typename Interface>
absl::StatusOr<std::string> Viewing<Interface>::SignedCheckpoint() const {
  const std::int64_t size = this->journal_size();
  ASSIGN_OR_RETURN(const Digest root, Root(size));
  return journal::SignCheckpoint(
      identity_.origin, static_cast<std::uint64_t>(size), root, identity_.key);
}

template class Viewing<View>;
template class Viewing<Transaction>;

absl::StatusOr<Snapshot> Snapshot::Take(sql::Connection& db,
                                        const Identity& identity) {
  ASSIGN_OR_RETURN(const std::int64_t size,
                   JournalReader(db, identity.sealer).Size());
  return Snapshot(db, identity, size);
}

}  // namespace spotcheck::store
