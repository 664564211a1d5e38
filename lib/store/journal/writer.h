#ifndef SPOTCHECK_LIB_STORE_JOURNAL_WRITER_H_
#define SPOTCHECK_LIB_STORE_JOURNAL_WRITER_H_

// A Writer is the single writer of a process. Mutations queue; the one in front
// runs the bodies of all that wait, each in a savepoint of its own, and commits
// once for all of them.

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "lib/store/journal/database.h"
#include "lib/store/journal/journal_clock.h"
#include "lib/store/journal/journal_store.h"
#include "lib/store/journal/log_copier.h"
#include "lib/store/sql/write_connection.h"

namespace spotcheck::store {

class Writer {
 public:
  // The objects in Parts outlive the writer.
  struct Parts {
    const Identity& identity;
    Clock& clock;
    Entropy& entropy;
    LogCopier* copier = nullptr;  // nullptr for ":memory:"
  };
  static absl::StatusOr<std::unique_ptr<Writer>> Create(
      std::unique_ptr<sql::WriteConnection> db, const Parts& parts);

  absl::StatusOr<std::string> Write(const Mutation& mutation,
                                    Database::Body body);
  // See Database::CanWrite.
  absl::Status CanWrite() const;
  // Runs `visit` on the writer's own connection while no mutation runs. A
  // database in memory is read this way, as no other connection can see it.
  absl::Status Read(absl::FunctionRef<absl::Status(const View&)> visit);

 private:
  struct Waiter;
  Writer(std::unique_ptr<sql::WriteConnection> db, const Parts& parts,
         JournalWriter journal);

  void Lead(std::unique_lock<std::mutex>& lock) noexcept;
  void RunBatch(std::span<Waiter* const> batch);
  absl::Status CommitBodies(std::span<Waiter* const> batch);
  absl::Status CatchUp();
  absl::Status RunBody(Waiter& waiter);
  absl::StatusOr<std::string> RunInSavepoint(const Waiter& waiter);
  absl::StatusOr<std::string> CallBody(const Waiter& waiter,
                                       Transaction& transaction);
  absl::StatusOr<std::optional<std::string>> EarlierAnswer(
      const Mutation& mutation);
  bool CopyFailed() const;
  static bool FoundNoRoom(const absl::Status& status,
                          std::span<Waiter* const> batch);
  void Remember();

  const std::unique_ptr<sql::WriteConnection> db_;
  const Parts parts_;

  std::mutex engine_mutex_;  // guards db_, journal_, stopped_, full_
  JournalWriter journal_;
  bool stopped_ = false;  // true after a failed commit or a failed copy
  bool full_ = false;     // true while the disk had no room when last asked

  // The state after the last batch, for those who do not wait for this one.
  struct Known {
    JournalClock clock;
    bool stopped = false;
    bool full = false;
  };
  mutable std::mutex known_mutex_;  // guards known_
  Known known_;

  std::mutex queue_mutex_;  // guards queue_, Waiter::answer, Waiter::done
  std::deque<Waiter*> queue_;
};

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_JOURNAL_WRITER_H_
