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

absl::Status ReaderPool::Read(
    absl::FunctionRef<absl::Status(const View&)> visit) {
  Reader reader = Take();
  absl::Status status = reader->BeginSnapshot();
  if (status.ok()) {
    const absl::StatusOr<Snapshot> snapshot =
        Snapshot::Take(*reader, identity_);
    status = snapshot.ok() ? visit(*snapshot) : snapshot.status();
    const absl::Status end = reader->EndSnapshot();
    if (status.ok()) status = end;
  }
  Give(std::move(reader));
  return status;
}

}  // namespace spotcheck::store
