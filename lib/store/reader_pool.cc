#include "lib/store/reader_pool.h"

#include <utility>

#include "lib/base/status_macros.h"

namespace spotcheck::store {

absl::StatusOr<std::unique_ptr<ReaderPool>> ReaderPool::Open(
    const std::string& path, int readers, const Identity& identity) {
  std::vector<Reader> opened;
  for (int i = 0; i < readers; ++i) {
    ASSIGN_OR_RETURN(Reader reader, sql::ReadConnection::Open(path));
    opened.push_back(std::move(reader));
  }
  return std::unique_ptr<ReaderPool>(
      new ReaderPool(identity, std::move(opened)));
}

ReaderPool::Reader ReaderPool::Take() {
  std::unique_lock lock(mutex_);
  given_.wait(lock, [this] { return !idle_.empty(); });
  Reader reader = std::move(idle_.back());
  idle_.pop_back();
  return reader;
}

void ReaderPool::Give(Reader reader) {
  {
    const std::scoped_lock lock(mutex_);
    idle_.push_back(std::move(reader));
  }
  given_.notify_one();
}

// A reader for the time of one visit, however that ends.
class ReaderPool::Lease {
 public:
  explicit Lease(ReaderPool& pool) : pool_(pool), reader_(pool.Take()) {}
  ~Lease() {
    if (reading_) reader_->EndSnapshot().IgnoreError();
    pool_.Give(std::move(reader_));
  }
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;

  absl::Status Begin() {
    RETURN_IF_ERROR(reader_->BeginSnapshot());
    reading_ = true;
    return absl::OkStatus();
  }
  absl::Status End() {
    reading_ = false;
    return reader_->EndSnapshot();
  }
  sql::ReadConnection& reader() { return *reader_; }

 private:
  ReaderPool& pool_;
  Reader reader_;
  bool reading_ = false;
};

absl::Status ReaderPool::Read(
    absl::FunctionRef<absl::Status(const View&)> visit) {
  Lease lease(*this);
  RETURN_IF_ERROR(lease.Begin());
  const absl::StatusOr<Snapshot> snapshot =
      Snapshot::Take(lease.reader(), identity_);
  const absl::Status status =
      snapshot.ok() ? visit(*snapshot) : snapshot.status();
  const absl::Status end = lease.End();
  return status.ok() ? end : status;
}

}  // namespace spotcheck::store
