#include "server/upkeep.h"

#include <algorithm>
#include <utility>

#include "lib/app/calendar/days.h"
#include "lib/base/error.h"

namespace spotcheck::server {

UpkeepThread::UpkeepThread(Step step, const Clock& clock, Log& log)
    : step_(std::move(step)),
      clock_(clock),
      log_(log),
      thread_([this] { Run(); }) {}

UpkeepThread::~UpkeepThread() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  stopped_.notify_all();
  thread_.join();
}

void UpkeepThread::Run() {
  while (Wait()) Report(step_());
}

void UpkeepThread::Report(const absl::Status& status) {
  const std::string reason = ErrorReason(status);
  if (reason != reported_) log_.Step("upkeep", status);
  reported_ = reason;
}

bool UpkeepThread::Wait() {
  std::unique_lock lock(mutex_);
  // Not a moment early: a millisecond that was cut off would ask yesterday.
  stopped_.wait_for(
      lock,
      absl::ToChronoMilliseconds(
          std::min(kUpkeepPeriod, app::UntilNextDay(clock_.Now())) +
          absl::Milliseconds(1)),
      [this] { return stop_; });
  return !stop_;
}

}  // namespace spotcheck::server
