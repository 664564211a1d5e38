#ifndef SPOTCHECK_LIB_STORE_JOURNAL_DATABASE_H_
#define SPOTCHECK_LIB_STORE_JOURNAL_DATABASE_H_

// The store keeps one journal, and tables that follow from it. A mutation
// appends events inside Write; ApplyEvent (lib/store/tables/apply.h) applies
// each event to the tables in the same transaction, and the same function
// applies it in a replay. Nothing else changes a table.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "lib/base/civil_date.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "lib/base/hash.h"
#include "lib/base/sealer.h"
#include "lib/base/signing.h"
#include "lib/store/events/events.h"
#include "lib/store/journal/journal_clock.h"
#include "lib/store/sql/connection.h"

namespace spotcheck::sql {
class WriteConnection;
}

namespace spotcheck::store {

class JournalWriter;
class LogCopier;
class ReaderPool;
class Writer;

// The name and the keys of a database; they live as long as it does.
struct Identity {
  std::string origin;
  SigningKey key;
  Sealer sealer;
};

// A View shows the tables as they were at one size of the journal. One thread
// uses it at a time, and not longer than the call that it was handed to.
class View {
 public:
  View(sql::Connection& db, const Identity& identity, std::int64_t size)
      : db_(db), identity_(identity), size_(size) {}
  // Shows the state that the connection's open transaction reads.
  static absl::StatusOr<View> Take(sql::Connection& db,
                                   const Identity& identity);
  virtual ~View() = default;
  // This connection refuses everything but a SELECT; lib/store/README.md has
  // the manners under "SQL manners".
  sql::Connection& sql() const { return db_; }
  // The number of the journal's leaves in this view.
  std::int64_t journal_size() const { return size_; }
  // Returns the leaf's stored bytes; LEAF_NOT_FOUND past the end.
  absl::StatusOr<std::string> Leaf(std::int64_t index) const;
  // Returns a payload in the clear, checked against its leaf's salted hash.
  absl::StatusOr<std::string> OpenPayload(std::int64_t index,
                                          std::string_view name) const;
  // ForEachChunk hands a payload over piece by piece, for one that is too large
  // to hold. Only an OK at the end says that the pieces were the payload. An
  // error that `visit` returns ends it.
  using VisitBytes = absl::FunctionRef<absl::Status(std::string_view)>;
  absl::Status ForEachChunk(std::int64_t index, std::string_view name,
                            VisitBytes visit) const;
  // Root is the Merkle tree hash of the journal's first `size` leaves; the two
  // functions behind it make proofs in such a tree. LEAF_NOT_FOUND where the
  // view has fewer leaves.
  absl::StatusOr<Digest> Root(std::int64_t size) const;
  absl::StatusOr<std::vector<Digest>> InclusionProof(std::int64_t index,
                                                     std::int64_t size) const;
  absl::StatusOr<std::vector<Digest>> ConsistencyProof(
      std::int64_t first, std::int64_t second) const;
  const Sealer& sealer() const { return identity_.sealer; }
  // Returns a signed note over the whole journal of this view.
  virtual absl::StatusOr<std::string> SignedCheckpoint() const;

 protected:
  void set_journal_size(std::int64_t size) { size_ = size; }

 private:
  absl::StatusOr<std::uint64_t> TreeSize(std::int64_t size) const;

  sql::Connection& db_;
  const Identity& identity_;
  std::int64_t size_;
};

// A Mutation tells who changes something, and the caller's id for the request.
// With an empty request_id, as the system's own steps have, no answer is kept.
struct Mutation {
  std::string actor = {};
  std::string request_id = {};
  Digest request_digest = {};  // digest of the request without its id
  // kDryRun runs the body and returns its answer, and then rolls back.
  enum class Mode : std::uint8_t { kApply, kDryRun } mode = Mode::kApply;
  // kMustAgree refuses the mutation where the journal refuses the machine's
  // clock. kIsAccepted is for the body that appends ClockAccepted.
  enum class ClockRule : std::uint8_t {
    kMustAgree,
    kIsAccepted
  } clock = ClockRule::kMustAgree;
  // Write calls still_wanted, where it is set, just before the body runs, after
  // the wait in the queue; an error from it is returned and nothing is changed.
  // An answer that is kept under the request id is returned without asking.
  std::function<absl::Status()> still_wanted = {};
};

// A chunk of a payload, in the clear, that is written before the payload's
// event.
struct StagedChunk {
  std::string_view stage;
  std::int64_t chunk = 0;
  std::string_view bytes;
};

// A Transaction is one mutation under way. `now` is the journal's time: it
// stands still within the transaction and is later than the time of every leaf
// before it. `machine_time` is what the machine's clock said, which may be
// earlier; `today`, the legal day, is its day in Asia/Shanghai.
class Transaction final : public View {
 public:
  // The objects in Parts outlive the transaction. The caller puts `journal`
  // back when it rolls back.
  struct Parts {
    sql::WriteConnection& db;
    const Identity& identity;
    JournalWriter& journal;
    Entropy& entropy;
  };
  Transaction(const Parts& parts, const Mutation& mutation,
              const JournalClock::Instant& instant);

  absl::Time now() const { return instant_.time; }
  absl::Time machine_time() const { return instant_.reading; }
  CivilDate today() const { return CivilDate::Of(machine_time()); }
  const std::string& actor() const { return mutation_.actor; }
  Entropy& entropy() const { return parts_.entropy; }
  // PayloadStage calls these two, and neither appends an event. StageChunk
  // writes one chunk of a stage. DropStagedChunks deletes up to `limit` chunks
  // of a stage that no event has taken, and returns how many it deleted.
  absl::Status StageChunk(const StagedChunk& chunk);
  absl::StatusOr<std::int64_t> DropStagedChunks(std::string_view stage,
                                                std::int64_t limit);
  // Stores the event as the next leaf, applies it to the tables and returns the
  // leaf's index.
  absl::StatusOr<std::int64_t> Append(
      const Event& event, const std::vector<Payload>& payloads = {});
  // Returns "" in a dry run, because a journal that will be rolled back must
  // never be signed.
  absl::StatusOr<std::string> SignedCheckpoint() const override;

 private:
  Parts parts_;
  const Mutation& mutation_;
  JournalClock::Instant instant_;
};

struct DatabaseOptions {
  std::string path;                  // a file, or ":memory:" for tests
  std::string origin = "spotcheck";  // the name in checkpoints and in the key
  int readers = 6;
};

// These keys live outside the database. The database copies them.
struct DatabaseKeys {
  SigningKey journal;
  std::string seal_master;  // 32 bytes
};

// A Database is thread-safe. The clock and the entropy must outlive it.
class Database {
 public:
  // Opens the file, or creates it, and migrates it to this program's schema.
  // SCHEMA_NEWER or SCHEMA_ALTERED where the file has another schema.
  static absl::StatusOr<std::unique_ptr<Database>> Open(
      const DatabaseOptions& options, const DatabaseKeys& keys, Clock& clock,
      Entropy& entropy);
  ~Database();

  // Runs the body in the single writer's queue and returns after its commit is
  // durable. Several bodies share one commit, each in its own savepoint.
  //
  // The body's answer is kept beside the journal under the request id: the same
  // id and digest get the same bytes again without running the body; another
  // digest is ALREADY_EXISTS (REQUEST_ID_REUSED). The answer is kept only where
  // the body appended an event. A body may run again, so it keeps no state
  // across runs.
  //
  // A body that throws (a library may, for want of memory) is rolled back by
  // itself and answered BODY_THREW. An exception anywhere else in the writer
  // ends the process; what was committed is on the disk.
  //
  // A commit that fails may be on the disk all the same: its callers get
  // COMMIT_UNKNOWN, and ask again with the same request id once the database is
  // open again; until then it refuses every write (DATABASE_STOPPED). Another
  // process may write to the same file: the journal goes on from its stored
  // end. A full disk takes nothing: the mutations are rolled back (DISK_FULL),
  // and later ones are tried as ever.
  //
  // A machine's clock that is more than 2 minutes behind the last leaf, or more
  // than 10 days ahead of it, refuses the mutation (CLOCK_BEHIND_JOURNAL,
  // CLOCK_AHEAD_OF_JOURNAL). An answer that is kept is returned all the same.
  using Body = absl::FunctionRef<absl::StatusOr<std::string>(Transaction&)>;
  absl::StatusOr<std::string> Write(const Mutation& mutation, Body body);

  // Returns OK where a change would be taken now, as far as is known without
  // trying; else DATABASE_STOPPED, DISK_FULL, or the clock's error. It waits
  // for no mutation. What another process wrote, and that there is room again,
  // is known after the next Write, even one that changes nothing.
  absl::Status CanWrite() const;

  // Runs the body on a snapshot, on the calling thread. The body may throw.
  absl::Status Read(absl::FunctionRef<absl::Status(const View&)> body);

  // Runs the body on several snapshots of one state, so that threads of the
  // body's own can read side by side, each view used by one thread at a time.
  // The body gets `most` views or fewer, at least one: some connections are
  // always left for short reads.
  using Views = std::span<const View* const>;
  absl::Status ReadTogether(std::size_t most,
                            absl::FunctionRef<absl::Status(Views)> body);

  // Returns the key string with which anybody checks this journal's
  // checkpoints.
  const std::string& verifier_key() const { return verifier_key_; }
  Clock& clock() const { return clock_; }
  // Copies the write-ahead log into the database file and empties it; the
  // server calls it when it shuts down.
  absl::Status Checkpoint();

 private:
  Database(Identity identity, Clock& clock);
  absl::Status Start(const DatabaseOptions& options, Entropy& entropy);

  const Identity identity_;
  Clock& clock_;
  std::string verifier_key_;
  std::unique_ptr<ReaderPool> readers_;  // nullptr in memory
  std::unique_ptr<LogCopier> copier_;    // nullptr in memory
  std::unique_ptr<Writer> writer_;       // uses copier_
};

// VerifyDatabase replays the journal into an empty scratch database and
// compares every table by its primary key. It also checks the Merkle tree,
// every payload's salted hash, the search indexes and the engine's own
// integrity check. It returns one line for each difference; no line means that
// the database is sound.
absl::StatusOr<std::vector<std::string>> VerifyDatabase(
    const DatabaseOptions& options, const DatabaseKeys& keys);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_JOURNAL_DATABASE_H_
