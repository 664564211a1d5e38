#ifndef SPOTCHECK_LIB_STORE_JOURNAL_JOURNAL_STORE_H_
#define SPOTCHECK_LIB_STORE_JOURNAL_JOURNAL_STORE_H_

// Where leaves, the tree's nodes and sealed payloads are kept. A payload stands
// beside its leaf as salt || bytes in sealed chunks; the leaf holds
// SHA-256(salt || bytes). An answer is kept the same way but outside every
// leaf: it says what was answered, not what is true.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/entropy.h"
#include "lib/base/hash.h"
#include "lib/base/sealer.h"
#include "lib/journal/merkle.h"
#include "lib/store/events/events.h"
#include "lib/store/journal/database.h"
#include "lib/store/sql/write_connection.h"

namespace spotcheck::store {

inline constexpr char kAnswerName[] = "answer";

// Reads through a connection that outlives it; as thread-safe as that.
class JournalReader final : public journal::NodeSource {
 public:
  JournalReader(sql::Connection& db, const Sealer& sealer)
      : db_(db), sealer_(sealer) {}

  absl::StatusOr<std::int64_t> Size() const;
  absl::StatusOr<std::string> Leaf(std::int64_t index) const;
  absl::StatusOr<Digest> Node(int level, std::uint64_t index) const override;
  // Checked against the leaf's hash, which this reads; or against a hash that
  // is known.
  absl::StatusOr<std::string> OpenPayload(std::int64_t index,
                                          std::string_view name) const;
  struct SealedName {
    std::string_view name;
    std::string_view hash;  // hex
  };
  absl::StatusOr<std::string> OpenPayload(std::int64_t index,
                                          const SealedName& sealed) const;
  // What a payload's chunks hold after the salt, checked at the end.
  absl::Status ForEachChunk(std::int64_t index, std::string_view name,
                            View::VisitBytes visit) const;
  absl::Status ForEachChunk(std::int64_t index, const SealedName& sealed,
                            View::VisitBytes visit) const;
  absl::StatusOr<std::string> OpenAnswer(std::int64_t index) const;

 private:
  struct HeldName {
    std::string name;
    std::string hash;
  };
  absl::StatusOr<HeldName> FindSealed(std::int64_t index,
                                      std::string_view name) const;
  // As they were sealed, salt included; how many there were.
  absl::StatusOr<std::int64_t> SealedChunks(std::int64_t index,
                                            std::string_view name,
                                            View::VisitBytes visit) const;
  absl::StatusOr<std::int64_t> StagedChunks(std::int64_t index,
                                            std::string_view name,
                                            View::VisitBytes visit) const;
  sql::Connection& db_;
  const Sealer& sealer_;
};

// A payload as it will be stored: with its salt, or staged before.
struct SaltedPayload {
  std::string name;
  std::string salted;  // salt || bytes
  std::optional<StagedBytes> staged = std::nullopt;
};
// The salt of one payload.
std::string MakeSalt(Entropy& entropy);
std::vector<SaltedPayload> SaltPayloads(const std::vector<Payload>& payloads,
                                        Entropy& entropy);
// Their names and hashes, as a header holds them.
std::vector<std::pair<std::string, std::string>> HashPayloads(
    const std::vector<SaltedPayload>& payloads);

// Adds to the journal. A value beside the connection: copy it before a
// savepoint, assign it back after a rollback.
class JournalWriter {
 public:
  // The end of the journal as it stands.
  static absl::StatusOr<JournalWriter> Load(const JournalReader& reader);

  std::int64_t size() const {
    return static_cast<std::int64_t>(frontier_.size());
  }
  absl::Time last_time() const { return last_time_; }

  absl::StatusOr<std::int64_t> Append(sql::WriteConnection& db,
                                      std::string_view leaf, absl::Time time);
  static absl::Status StorePayload(sql::WriteConnection& db,
                                   const Sealer& sealer, std::int64_t index,
                                   const SaltedPayload& payload);

  static absl::Status StageChunk(sql::WriteConnection& db, const Sealer& sealer,
                                 const StagedChunk& chunk);
  // Of a stage that no event has taken; answers how many it deleted.
  static absl::StatusOr<std::int64_t> DropStagedChunks(sql::WriteConnection& db,
                                                       std::string_view stage,
                                                       std::int64_t limit);
  // Deletes every stage that no event has taken. Nobody may be staging.
  static absl::Status SweepStages(sql::WriteConnection& db);

 private:
  journal::Frontier frontier_;
  absl::Time last_time_ = absl::InfinitePast();
};

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_JOURNAL_JOURNAL_STORE_H_
