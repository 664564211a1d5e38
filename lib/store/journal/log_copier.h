#ifndef SPOTCHECK_LIB_STORE_JOURNAL_LOG_COPIER_H_
#define SPOTCHECK_LIB_STORE_JOURNAL_LOG_COPIER_H_

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

// Copies the write-ahead log into the database file on a thread of its own, so
// that no commit waits for it. Thread-safe.
class LogCopier {
 public:
  static absl::StatusOr<std::unique_ptr<LogCopier>> Open(
      const std::string& path);
  ~LogCopier();

  // The log's length after a commit, told by the writer between two commits;
  // returns at once unless the log has grown so long that it must be copied
  // while nothing is added.
  void LogGrew(std::int64_t pages);
  // Copies all and empties the log.
  absl::Status CopyAll();

 private:
  explicit LogCopier(std::unique_ptr<sql::CheckpointConnection> db);
  void Run();
  void Copy();

  std::mutex engine_mutex_;  // guards *db_
  const std::unique_ptr<sql::CheckpointConnection> db_;
  std::mutex mutex_;  // guards what follows
  std::condition_variable changed_;
  std::int64_t pages_ = 0;   // in the log
  std::int64_t copied_ = 0;  // of them when the last copy began
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_JOURNAL_LOG_COPIER_H_
