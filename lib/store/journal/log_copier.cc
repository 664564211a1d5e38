#include "lib/store/journal/log_copier.h"

#include <utility>

#include "lib/base/status_macros.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {
namespace {

// A copy begins when this many pages of 4 KiB are new: seldom enough that its
// flushes do not compete with the commits', often enough that the log stays
// small.
constexpr std::int64_t kWorthCopying = 4'096;
// At 256 MiB the writer itself copies the log. The engine begins the log anew
// only when all of it is copied, which commits without a pause would prevent
// for ever.
constexpr std::int64_t kTooLong = 65'536;

}  // namespace

absl::StatusOr<std::unique_ptr<LogCopier>> LogCopier::Open(
    const std::string& path) {
  ASSIGN_OR_RETURN(std::unique_ptr<sql::CheckpointConnection> db,
                   sql::CheckpointConnection::Open(path));
  return std::unique_ptr<LogCopier>(new LogCopier(std::move(db)));
}

LogCopier::LogCopier(std::unique_ptr<sql::CheckpointConnection> db)
    : db_(std::move(db)), thread_([this] { Run(); }) {}

LogCopier::~LogCopier() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void LogCopier::LogGrew(std::int64_t pages) {
  if (pages >= kTooLong) Copy();
  {
    const std::scoped_lock lock(mutex_);
    if (pages < pages_) copied_ = 0;  // the engine began the log anew
    pages_ = pages;
    if (pages_ - copied_ < kWorthCopying) return;
  }
  changed_.notify_one();
}

void LogCopier::Run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] {
      return stopping_ || pages_ - copied_ >= kWorthCopying;
    });
    if (stopping_) return;
    copied_ = pages_;
    lock.unlock();
    Copy();
    lock.lock();
  }
}

void LogCopier::Copy() {
  const std::scoped_lock engine(engine_mutex_);
  // A page that could not be copied now is copied after more commits, unless
  // the disk itself has failed.
  if (SaysDiskFailed(db_->Copy())) failed_ = true;
}

absl::Status LogCopier::CopyAll() {
  const std::scoped_lock engine(engine_mutex_);
  return db_->CopyAll();
}

}  // namespace spotcheck::store
