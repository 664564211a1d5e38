#ifndef SPOTCHECK_LIB_STORE_JOURNAL_LOG_COPIER_H_
#define SPOTCHECK_LIB_STORE_JOURNAL_LOG_COPIER_H_

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/store/sql/write_connection.h"

namespace spotcheck::store {

// A LogCopier copies the write-ahead log into the database file on a thread of
// its own, so that no commit waits for it. It is thread-safe.
class LogCopier {
 public:
  static absl::StatusOr<std::unique_ptr<LogCopier>> Open(
      const std::string& path);
  ~LogCopier();

  // The writer calls LogGrew between two commits with the log's length. It
  // returns at once, unless the log has grown beyond kTooLong: then it copies
  // the log itself, while nothing is added.
  void LogGrew(std::int64_t pages);
  // Copies the whole log and empties it.
  absl::Status CopyAll();
  // Returns true once the disk has failed a copy: a write or a flush of the
  // database file. A full disk is no failure, because a later copy goes on.
  bool failed() const { return failed_; }

 private:
  explicit LogCopier(std::unique_ptr<sql::CheckpointConnection> db);
  void Run();
  void Copy();

  std::mutex engine_mutex_;  // guards *db_
  const std::unique_ptr<sql::CheckpointConnection> db_;
  std::atomic<bool> failed_ = false;
  std::mutex mutex_;  // guards the members below, but the thread
  std::condition_variable changed_;
  std::int64_t pages_ = 0;   // length of the log
  std::int64_t copied_ = 0;  // length when the last copy began
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_JOURNAL_LOG_COPIER_H_
