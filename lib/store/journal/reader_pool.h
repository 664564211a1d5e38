#ifndef SPOTCHECK_LIB_STORE_JOURNAL_READER_POOL_H_
#define SPOTCHECK_LIB_STORE_JOURNAL_READER_POOL_H_

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/store/journal/database.h"
#include "lib/store/sql/write_connection.h"

namespace spotcheck::store {

// A ReaderPool holds read-only connections to one file; a read waits for a free
// one. It is thread-safe.
class ReaderPool {
 public:
  static absl::StatusOr<std::unique_ptr<ReaderPool>> Open(
      const std::string& path, int readers, const Identity& identity);
  // Calls `visit` with one view, and with more, up to `most`, where more
  // connections are idle than kLeftForOthers.
  absl::Status ReadTogether(
      std::size_t most, absl::FunctionRef<absl::Status(Database::Views)> visit);

 private:
  using Reader = std::unique_ptr<sql::ReadConnection>;
  class Lease;
  using Leases = std::vector<std::unique_ptr<Lease>>;
  ReaderPool(const Identity& identity, std::vector<Reader> readers)
      : identity_(identity), idle_(std::move(readers)) {}
  Reader Take();
  // Returns nullptr where no connection can be spared.
  Reader TakeSpare();
  void Give(Reader reader);
  static absl::Status BeginTogether(Leases& leases);

  const Identity& identity_;
  std::mutex mutex_;
  std::condition_variable given_;
  std::vector<Reader> idle_;  // taken from the back, whose cache is warm
};

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_JOURNAL_READER_POOL_H_
