#ifndef SPOTCHECK_LIB_STORE_JOURNAL_JOURNAL_STORE_H_
#define SPOTCHECK_LIB_STORE_JOURNAL_JOURNAL_STORE_H_

// JournalReader and JournalWriter keep the leaves, the nodes of the Merkle tree
// and the sealed payloads. A payload stands beside its leaf as salt || bytes in
// sealed chunks; the leaf holds SHA-256(salt || bytes). The answer to a request
// is kept the same way but outside every leaf: it says what was answered, not
// what is true.

#include <cstdint>
#include <optional>
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
#include "lib/store/journal/journal_clock.h"
#include "lib/store/sql/write_connection.h"

namespace spotcheck::store {

inline constexpr char kAnswerName[] = "answer";

// A JournalReader reads through a connection that outlives it, and is
// thread-safe only where that connection is.
class JournalReader final : public journal::NodeSource {
 public:
  JournalReader(sql::Connection& db, const Sealer& sealer)
      : db_(db), sealer_(sealer) {}

  absl::StatusOr<std::int64_t> Size() const;
  absl::StatusOr<std::string> Leaf(std::int64_t index) const;
  // The latest clock.accepted.
  absl::StatusOr<std::optional<JournalClock::Accepted>> AcceptedClock() const;
  absl::StatusOr<Digest> Node(int level, std::uint64_t index) const override;
  // OpenPayload and ForEachChunk check the payload against the salted hash.
  // Given a name, they read the hash from the leaf; given a SealedName, they
  // take the hash from it.
  absl::StatusOr<std::string> OpenPayload(std::int64_t index,
                                          std::string_view name) const;
  struct SealedName {
    std::string_view name;
    std::string_view hash;  // lower-case hex
  };
  // Hands over the payload's bytes without the salt; the hash is checked at the
  // end.
  absl::Status ForEachChunk(std::int64_t index, std::string_view name,
                            View::VisitBytes visit) const;
  absl::Status ForEachChunk(std::int64_t index, const SealedName& sealed,
                            View::VisitBytes visit) const;
  absl::StatusOr<std::string> OpenAnswer(std::int64_t index) const;

 private:
  // Hands over the chunks with the salt, whether they were stored with the
  // event or staged before it, and returns how many there were.
  absl::StatusOr<std::int64_t> OpenChunks(std::int64_t index,
                                          std::string_view name,
                                          View::VisitBytes visit) const;
  sql::Connection& db_;
  const Sealer& sealer_;
};

// A payload as it will be stored: either its salted bytes, or the stage that
// holds them already.
struct SaltedPayload {
  std::string name;
  std::string salted;  // salt || bytes
  std::optional<StagedBytes> staged = std::nullopt;
};
// Makes the salt of one payload.
std::string MakeSalt(Entropy& entropy);
// Makes a stage's id. It begins with the time, so that SweepStages finds old
// ones.
std::string MakeStageId(absl::Time now, Entropy& entropy);
std::vector<SaltedPayload> SaltPayloads(const std::vector<Payload>& payloads,
                                        Entropy& entropy);
// Returns the payloads' names and salted hashes for EventHeader::sealed.
std::vector<std::pair<std::string, std::string>> HashPayloads(
    const std::vector<SaltedPayload>& payloads);

// A JournalWriter adds leaves at the journal's end, which it holds in memory.
// It is a value: Writer copies it before a savepoint and assigns the copy back
// after a rollback.
class JournalWriter {
 public:
  // Reads the journal's end from the database.
  static absl::StatusOr<JournalWriter> Load(const JournalReader& reader);

  std::int64_t size() const {
    return static_cast<std::int64_t>(frontier_.size());
  }
  const JournalClock& clock() const { return clock_; }
  JournalClock& clock() { return clock_; }

  // The leaf's time is the clock's affair.
  absl::StatusOr<std::int64_t> Append(sql::WriteConnection& db,
                                      std::string_view leaf);
  static absl::Status StorePayload(sql::WriteConnection& db,
                                   const Sealer& sealer, std::int64_t index,
                                   const SaltedPayload& payload);

  static absl::Status StageChunk(sql::WriteConnection& db, const Sealer& sealer,
                                 const StagedChunk& chunk);
  // Deletes up to `limit` chunks of a stage that no event has taken, and
  // returns how many it deleted.
  static absl::StatusOr<std::int64_t> DropStagedChunks(sql::WriteConnection& db,
                                                       std::string_view stage,
                                                       std::int64_t limit);
  // Deletes the stages that a crash left: those that began long before `now`
  // and that no event has taken.
  static absl::Status SweepStages(sql::WriteConnection& db, absl::Time now);

 private:
  journal::Frontier frontier_;
  JournalClock clock_;
};

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_JOURNAL_JOURNAL_STORE_H_
