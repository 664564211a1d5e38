#include "lib/store/journal/reader_pool.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "lib/base/status_macros.h"

namespace spotcheck::store {
namespace {

// ReadTogether takes its snapshots again this often because a commit fell
// between them; after that it reads with the first one alone.
constexpr int kSnapshotTries = 16;
// ReadTogether leaves this many connections idle, so that short reads go on.
constexpr std::size_t kLeftForOthers = 2;

}  // namespace

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

ReaderPool::Reader ReaderPool::TakeSpare() {
  const std::scoped_lock lock(mutex_);
  if (idle_.size() <= kLeftForOthers) return nullptr;
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

// A Lease is a connection and its snapshot for the time of one visit; the pool
// gets the connection back however the visit ends.
class ReaderPool::Lease {
 public:
  Lease(ReaderPool& pool, Reader reader)
      : pool_(pool), reader_(std::move(reader)) {}
  ~Lease() {
    End().IgnoreError();
    pool_.Give(std::move(reader_));
  }
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;

  // Takes a snapshot of the newest state and ends the one that was open.
  absl::Status Begin() {
    RETURN_IF_ERROR(End());
    RETURN_IF_ERROR(reader_->BeginSnapshot());
    reading_ = true;
    ASSIGN_OR_RETURN(const View view, View::Take(*reader_, pool_.identity_));
    view_.emplace(view);
    return absl::OkStatus();
  }
  absl::Status End() {
    if (!std::exchange(reading_, false)) return absl::OkStatus();
    view_.reset();
    return reader_->EndSnapshot();
  }
  const View& view() const { return *view_; }

 private:
  ReaderPool& pool_;
  Reader reader_;
  bool reading_ = false;
  std::optional<View> view_;
};

absl::Status ReaderPool::ReadTogether(
    std::size_t most, absl::FunctionRef<absl::Status(Database::Views)> visit) {
  Leases leases;
  leases.push_back(std::make_unique<Lease>(*this, Take()));
  while (leases.size() < most) {
    Reader reader = TakeSpare();
    if (reader == nullptr) break;
    leases.push_back(std::make_unique<Lease>(*this, std::move(reader)));
  }
  RETURN_IF_ERROR(BeginTogether(leases));
  std::vector<const View*> views;
  for (const auto& lease : leases) views.push_back(&lease->view());
  RETURN_IF_ERROR(visit(views));
  for (const auto& lease : leases) RETURN_IF_ERROR(lease->End());
  return absl::OkStatus();
}

// Begins all snapshots on one state, which they share if no commit fell between
// the first and the last. If commits fall between them each time, only the
// first lease stays.
absl::Status ReaderPool::BeginTogether(Leases& leases) {
  for (int tries = 0; tries < kSnapshotTries; ++tries) {
    for (const auto& lease : leases) RETURN_IF_ERROR(lease->Begin());
    const std::int64_t size = leases.front()->view().journal_size();
    const bool one_state =
        std::all_of(leases.begin(), leases.end(), [&](const auto& lease) {
          return lease->view().journal_size() == size;
        });
    if (one_state) return absl::OkStatus();
  }
  leases.resize(1);
  return absl::OkStatus();
}

}  // namespace spotcheck::store
