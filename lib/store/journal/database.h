#ifndef SPOTCHECK_LIB_STORE_JOURNAL_DATABASE_H_
#define SPOTCHECK_LIB_STORE_JOURNAL_DATABASE_H_

// The store: one journal, and tables that follow from it. A mutation appends
// events inside Write; each event is applied to the tables by one function, in
// the same transaction, the same function that Replay uses. Nothing else
// changes a table.

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
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "lib/base/hash.h"
#include "lib/base/sealer.h"
#include "lib/base/signing.h"
#include "lib/store/events/events.h"
#include "lib/store/sql/connection.h"

namespace spotcheck::store {

// A consistent view of the tables at one journal size. Used by one thread at a
// time, not longer than the call it was handed to.
class View {
 public:
  virtual ~View() = default;
  // SELECT only; see README.md for the manners.
  virtual sql::Connection& sql() const = 0;
  // Leaves in this view.
  virtual std::int64_t journal_size() const = 0;
  // The stored bytes; NOT_FOUND past the end.
  virtual absl::StatusOr<std::string> Leaf(std::int64_t index) const = 0;
  // A payload in the clear, checked against its leaf's salted hash.
  virtual absl::StatusOr<std::string> OpenPayload(
      std::int64_t index, std::string_view name) const = 0;
  // The same piece by piece, for a payload too large to hold. Only an OK at the
  // end says that what was visited is the payload. A callback's error ends it.
  using VisitBytes = absl::FunctionRef<absl::Status(std::string_view)>;
  virtual absl::Status ForEachChunk(std::int64_t index, std::string_view name,
                                    VisitBytes visit) const = 0;
  // The Merkle tree hash of the first `size` leaves, and proofs in that tree.
  virtual absl::StatusOr<Digest> Root(std::int64_t size) const = 0;
  virtual absl::StatusOr<std::vector<Digest>> InclusionProof(
      std::int64_t index, std::int64_t size) const = 0;
  virtual absl::StatusOr<std::vector<Digest>> ConsistencyProof(
      std::int64_t first, std::int64_t second) const = 0;
  virtual const Sealer& sealer() const = 0;
  // A signed note over this view's whole journal.
  virtual absl::StatusOr<std::string> SignedCheckpoint() const = 0;
};

// A piece of a payload that is written before its event, in the clear.
struct StagedChunk {
  std::string_view stage;
  std::int64_t chunk = 0;
  std::string_view bytes;
};

// One mutation under way. `now` stands still within it and is later than every
// leaf before it.
class Transaction : public View {
 public:
  virtual absl::Time now() const = 0;
  virtual const std::string& actor() const = 0;
  virtual Entropy& entropy() const = 0;
  // Writes one chunk of a stage, respectively deletes up to `limit` chunks of
  // one that no event has taken and returns how many; payload_stage.h calls
  // these. Neither is an event.
  virtual absl::Status StageChunk(const StagedChunk& chunk) = 0;
  virtual absl::StatusOr<std::int64_t> DropStagedChunks(std::string_view stage,
                                                        std::int64_t limit) = 0;
  // Stores the event as the next leaf, applies it and returns its index.
  virtual absl::StatusOr<std::int64_t> Append(
      const Event& event, const std::vector<Payload>& payloads) = 0;
  absl::StatusOr<std::int64_t> Append(const Event& event) {
    return Append(event, {});
  }
};

// Whose mutation it is, and the caller's id for it. With an empty request_id
// (the system's own steps) nothing is remembered.
struct Mutation {
  std::string actor = {};
  std::string request_id = {};
  Digest request_digest = {};  // of the request without its id
  // Run the body, answer, and roll back.
  enum class Mode : std::uint8_t { kApply, kDryRun } mode = Mode::kApply;
  // Asked just before the body runs, after the wait in the queue: an error is
  // answered and nothing is changed. Empty: always wanted. An answer that is
  // kept already is given in any case.
  std::function<absl::Status()> still_wanted = {};
};

struct DatabaseOptions {
  std::string path;                  // ":memory:" for tests
  std::string origin = "spotcheck";  // of checkpoints and the signing key
  int readers = 6;
};

// Keys that live outside the database. Copied; the key objects are small.
struct DatabaseKeys {
  SigningKey journal;
  std::string seal_master;  // 32 bytes
};

// Thread-safe. The clock and the entropy must outlive it.
class Database {
 public:
  // Opens or creates, migrates forward; refuses a newer or altered schema.
  static absl::StatusOr<std::unique_ptr<Database>> Open(
      const DatabaseOptions& options, const DatabaseKeys& keys, Clock& clock,
      Entropy& entropy);
  virtual ~Database() = default;

  // Runs the body in the single writer's queue; several bodies share one
  // commit, each in its own savepoint. Returns after the commit is durable. The
  // body's answer is kept beside the journal under the request id: the same id
  // and digest get the same bytes again without running the body; another
  // digest is ALREADY_EXISTS (REQUEST_ID_REUSED). The answer is kept only where
  // the body appended an event. A body may run again, so it keeps no state
  // across runs. A body that throws (a library's, for want of memory) is taken
  // back by itself and answered BODY_THREW; an exception anywhere else in the
  // writer ends the process, which nothing committed is lost by. A commit that
  // fails may be on the disk all the same: its callers get COMMIT_UNKNOWN, and
  // ask again with the same request id once the database is open again; until
  // then it refuses every write (DATABASE_STOPPED). Another process may write
  // to the same file: the journal goes on from its stored end.
  using Body = absl::FunctionRef<absl::StatusOr<std::string>(Transaction&)>;
  virtual absl::StatusOr<std::string> Write(const Mutation& mutation,
                                            Body body) = 0;

  // Runs the body on a snapshot, on the calling thread. A body may throw.
  virtual absl::Status Read(
      absl::FunctionRef<absl::Status(const View&)> body) = 0;

  // Runs the body on one or more snapshots of the same state, at most `most`,
  // so that threads of the body's own can read side by side: each view is used
  // by one of them at a time. Connections for short reads are left.
  using Views = std::span<const View* const>;
  virtual absl::Status ReadTogether(
      std::size_t most, absl::FunctionRef<absl::Status(Views)> body) = 0;

  // The verifier key string that pins this journal.
  virtual std::string verifier_key() const = 0;
  virtual Clock& clock() const = 0;
  // Moves the write-ahead log into the database file; called at shutdown.
  virtual absl::Status Checkpoint() = 0;
};

// Replays the journal into an empty in-memory or scratch database and compares
// every table by key; rebuilds search indexes and runs their integrity checks;
// checks the Merkle tree, every payload's salted hash and the engine's own
// integrity check. Returns what differs, one line each; empty means sound.
absl::StatusOr<std::vector<std::string>> VerifyDatabase(
    const DatabaseOptions& options, const DatabaseKeys& keys);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_JOURNAL_DATABASE_H_
