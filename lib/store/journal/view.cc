#include "lib/base/status_macros.h"
#include "lib/journal/checkpoint.h"
#include "lib/journal/merkle.h"
#include "lib/store/journal/database.h"
#include "lib/store/journal/journal_store.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {

absl::StatusOr<View> View::Take(sql::Connection& db, const Identity& identity) {
  ASSIGN_OR_RETURN(const std::int64_t size,
                   JournalReader(db, identity.sealer).Size());
  return View(db, identity, size);
}

absl::StatusOr<std::string> View::Leaf(std::int64_t index) const {
  return JournalReader(db_, sealer()).Leaf(index);
}

absl::StatusOr<std::string> View::OpenPayload(std::int64_t index,
                                              std::string_view name) const {
  return JournalReader(db_, sealer()).OpenPayload(index, name);
}

absl::Status View::ForEachChunk(std::int64_t index, std::string_view name,
                                VisitBytes visit) const {
  return JournalReader(db_, sealer()).ForEachChunk(index, name, visit);
}

absl::StatusOr<std::uint64_t> View::TreeSize(std::int64_t size) const {
  if (size < 0 || size > size_) return LeafNotFoundError(size);
  return static_cast<std::uint64_t>(size);
}

absl::StatusOr<Digest> View::Root(std::int64_t size) const {
  ASSIGN_OR_RETURN(const std::uint64_t tree, TreeSize(size));
  return journal::RootAt(JournalReader(db_, sealer()), tree);
}

absl::StatusOr<std::vector<Digest>> View::InclusionProof(
    std::int64_t index, std::int64_t size) const {
  ASSIGN_OR_RETURN(const std::uint64_t tree, TreeSize(size));
  if (index < 0) return LeafNotFoundError(index);
  return journal::InclusionProof(JournalReader(db_, sealer()),
                                 static_cast<std::uint64_t>(index), tree);
}

absl::StatusOr<std::vector<Digest>> View::ConsistencyProof(
    std::int64_t first, std::int64_t second) const {
  ASSIGN_OR_RETURN(const std::uint64_t before, TreeSize(first));
  ASSIGN_OR_RETURN(const std::uint64_t after, TreeSize(second));
  return journal::ConsistencyProof(JournalReader(db_, sealer()), before, after);
}

absl::StatusOr<std::string> View::SignedCheckpoint() const {
  ASSIGN_OR_RETURN(const Digest root, Root(size_));
  return journal::SignCheckpoint(
      identity_.origin, static_cast<std::uint64_t>(size_), root, identity_.key);
}

}  // namespace spotcheck::store
