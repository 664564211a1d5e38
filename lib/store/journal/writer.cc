#include "lib/store/journal/writer.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/store/events/tags.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {
namespace {

// One commit carries at most this many mutations: enough that all that wait
// share the disk's flush, few enough that the first of them is not kept
// waiting.
constexpr std::size_t kMaxBatch = 64;

struct Remembered {
  std::string digest;
  std::int64_t leaf = 0;
};

}  // namespace

struct Writer::Waiter {
  Waiter(const Mutation& its_mutation, Database::Body its_body)
      : mutation(its_mutation), body(its_body) {}

  const Mutation& mutation;
  const Database::Body body;
  absl::StatusOr<std::string> answer = std::string();
  bool done = false;
  std::condition_variable turn;
};

Writer::Writer(std::unique_ptr<sql::WriteConnection> db, const Parts& parts,
               JournalWriter journal)
    : db_(std::move(db)),
      parts_(parts),
      journal_(std::move(journal)),
      known_{.clock = journal_.clock()} {}

absl::StatusOr<std::unique_ptr<Writer>> Writer::Create(
    std::unique_ptr<sql::WriteConnection> db, const Parts& parts) {
  ASSIGN_OR_RETURN(JournalWriter journal, JournalWriter::Load(JournalReader(
                                              *db, parts.identity.sealer)));
  return std::unique_ptr<Writer>(
      new Writer(std::move(db), parts, std::move(journal)));
}

absl::StatusOr<std::string> Writer::Write(const Mutation& mutation,
                                          Database::Body body) {
  Waiter self(mutation, body);
  std::unique_lock lock(queue_mutex_);
  queue_.push_back(&self);
  self.turn.wait(lock, [&] { return self.done || queue_.front() == &self; });
  if (!self.done) Lead(lock);
  return std::move(self.answer);
}

// Every caller that waits gets its answer from this function alone, so it must
// not end half way: it is noexcept, and an exception of a library ends the
// process. What was committed is on the disk, and the callers ask again.
void Writer::Lead(std::unique_lock<std::mutex>& lock) noexcept {
  const std::size_t size = std::min(queue_.size(), kMaxBatch);
  const std::vector<Waiter*> batch(
      queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(size));
  lock.unlock();
  RunBatch(batch);
  lock.lock();
  queue_.erase(queue_.begin(),
               queue_.begin() + static_cast<std::ptrdiff_t>(size));
  for (Waiter* waiter : batch) {
    waiter->done = true;
    waiter->turn.notify_one();
  }
  if (!queue_.empty()) queue_.front()->turn.notify_one();
}

// Answers the batch after its commit. An error of the transaction is the answer
// to every caller of the batch. A commit that failed may be on the disk all the
// same, so its callers get COMMIT_UNKNOWN and ask again.
void Writer::RunBatch(std::span<Waiter* const> batch) {
  const std::scoped_lock lock(engine_mutex_);
  const JournalWriter before = journal_;
  stopped_ = stopped_ || CopyFailed();
  const bool was_stopped = stopped_;
  const absl::Status status = CommitBodies(batch);
  if (db_->InTransaction()) db_->Rollback().IgnoreError();
  if (!status.ok()) journal_ = before;
  full_ = FoundNoRoom(status, batch) || (full_ && !status.ok());
  Remember();
  if (!status.ok()) {
    const bool in_doubt = stopped_ && !was_stopped;
    for (Waiter* waiter : batch) {
      waiter->answer =
          in_doubt ? CommitUnknownError(waiter->mutation.request_id) : status;
    }
  } else if (parts_.copier != nullptr) {
    parts_.copier->LogGrew(db_->log_pages());
  }
}

bool Writer::CopyFailed() const {
  return parts_.copier != nullptr && parts_.copier->failed();
}

bool Writer::FoundNoRoom(const absl::Status& status,
                         std::span<Waiter* const> batch) {
  return IsDiskFull(status) ||
         std::any_of(batch.begin(), batch.end(), [](const Waiter* waiter) {
           return IsDiskFull(waiter->answer.status());
         });
}

void Writer::Remember() {
  const std::scoped_lock lock(known_mutex_);
  known_ = {.clock = journal_.clock(), .stopped = stopped_, .full = full_};
}

absl::Status Writer::CanWrite() const {
  const std::scoped_lock lock(known_mutex_);
  if (known_.stopped || CopyFailed()) return DatabaseStoppedError();
  if (known_.full) return DiskFullError();
  return known_.clock.Check(JournalClock::CutToMicros(parts_.clock.Now()));
}

absl::Status Writer::CommitBodies(std::span<Waiter* const> batch) {
  if (stopped_) return DatabaseStoppedError();
  RETURN_IF_ERROR(db_->Begin());
  RETURN_IF_ERROR(CatchUp());
  for (Waiter* waiter : batch) RETURN_IF_ERROR(RunBody(*waiter));
  // A commit that changes nothing would not tell whether there is room again.
  if (full_) RETURN_IF_ERROR(db_->WriteAPage());
  const absl::Status committed = db_->Commit();
  // The engine meets a full disk before it writes the commit's last page, and
  // takes the transaction back whole. Any other failure leaves it in doubt.
  stopped_ = !committed.ok() && !IsDiskFull(committed);
  return committed;
}

// Another process may have written to the file since our last commit. Where the
// stored size is not the one in memory, the journal's end is read again.
absl::Status Writer::CatchUp() {
  const JournalReader reader(*db_, parts_.identity.sealer);
  ASSIGN_OR_RETURN(const std::int64_t stored, reader.Size());
  if (stored == journal_.size()) return absl::OkStatus();
  ASSIGN_OR_RETURN(journal_, JournalWriter::Load(reader));
  return absl::OkStatus();
}

// Runs one body in a savepoint. An error that it returns is one of the whole
// batch, because the transaction is gone.
absl::Status Writer::RunBody(Waiter& waiter) {
  const JournalWriter before = journal_;
  RETURN_IF_ERROR(db_->Execute("SAVEPOINT body"));
  waiter.answer = RunInSavepoint(waiter);
  if (!db_->InTransaction()) return waiter.answer.status();
  if (!waiter.answer.ok() || waiter.mutation.mode == Mutation::Mode::kDryRun) {
    RETURN_IF_ERROR(db_->Execute("ROLLBACK TO body"));
    journal_ = before;
  }
  return db_->Execute("RELEASE body");
}

absl::StatusOr<std::string> Writer::RunInSavepoint(const Waiter& waiter) {
  const Mutation& mutation = waiter.mutation;
  const bool remembers =
      !mutation.request_id.empty() && mutation.mode == Mutation::Mode::kApply;
  if (remembers) {
    ASSIGN_OR_RETURN(std::optional<std::string> earlier,
                     EarlierAnswer(mutation));
    if (earlier.has_value()) return *std::move(earlier);
  }
  const absl::Time reading = JournalClock::CutToMicros(parts_.clock.Now());
  if (mutation.clock == Mutation::ClockRule::kMustAgree) {
    RETURN_IF_ERROR(journal_.clock().Check(reading));
  }
  if (mutation.still_wanted) RETURN_IF_ERROR(mutation.still_wanted());
  const std::int64_t first = journal_.size();
  Transaction transaction({.db = *db_,
                           .identity = parts_.identity,
                           .journal = journal_,
                           .entropy = parts_.entropy},
                          mutation, journal_.clock().Next(reading));
  ASSIGN_OR_RETURN(std::string answer, CallBody(waiter, transaction));
  if (remembers && journal_.size() > first) {
    RETURN_IF_ERROR(
        JournalWriter::StorePayload(*db_, parts_.identity.sealer, first,
                                    {.name = kAnswerName, .salted = answer}));
  }
  return answer;
}

// A body may call a library that throws for want of memory; such a body fails
// alone, as any other that returns an error.
absl::StatusOr<std::string> Writer::CallBody(const Waiter& waiter,
                                             Transaction& transaction) {
  try {
    return waiter.body(transaction);
  } catch (const std::exception&) {
    return BodyThrewError();  // what() may quote a value, so it is not told
  }
}

absl::StatusOr<std::optional<std::string>> Writer::EarlierAnswer(
    const Mutation& mutation) {
  static constexpr char kSql[] =
      "SELECT request_digest, leaf_index FROM request "
      "WHERE actor = $actor AND request_id = $id";
  ASSIGN_OR_RETURN(
      const std::optional<Remembered> found,
      db_->QueryOne(kSql,
                    {{"$actor", mutation.actor}, {"$id", mutation.request_id}},
                    [](const sql::Row& row) {
                      return Remembered{std::string(row.Text(0)), row.Int(1)};
                    }));
  if (!found.has_value()) return std::nullopt;
  if (found->digest !=
      RequestTag(parts_.identity.sealer, mutation.request_digest)) {
    return RequestIdReusedError(mutation.request_id);
  }
  return JournalReader(*db_, parts_.identity.sealer).OpenAnswer(found->leaf);
}

absl::Status Writer::Read(absl::FunctionRef<absl::Status(const View&)> visit) {
  const std::scoped_lock lock(engine_mutex_);
  ASSIGN_OR_RETURN(const View view, View::Take(*db_, parts_.identity));
  return visit(view);
}

}  // namespace spotcheck::store
