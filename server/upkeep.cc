#include "server/upkeep.h"

#include "lib/app/draw/draws.h"

namespace spotcheck::server {

UpkeepThread::UpkeepThread(const Office& office, Log& log)
    : office_(office), log_(log), thread_([this] { Run(); }) {}

UpkeepThread::~UpkeepThread() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  stopped_.notify_all();
  thread_.join();
}

void UpkeepThread::Run() {
  while (Wait()) {
    const absl::Status status = app::Upkeep(office_.database, office_.rules);
    if (!status.ok()) log_.Step("upkeep", status);
  }
}

bool UpkeepThread::Wait() {
  std::unique_lock lock(mutex_);
  stopped_.wait_for(lock, absl::ToChronoMilliseconds(kUpkeepPeriod),
                    [this] { return stop_; });
  return !stop_;
}

}  // namespace spotcheck::server
