#include "lib/store/journal/journal_clock.h"

#include <algorithm>

#include "lib/store/sql/errors.h"

namespace spotcheck::store {
namespace {

constexpr absl::Duration kTick = absl::Microseconds(1);

}  // namespace

JournalClock JournalClock::At(const End& end,
                              const std::optional<Accepted>& accepted) {
  JournalClock clock;
  clock.last_ = end.time;
  if (!accepted.has_value()) return clock;
  const auto& [index, instant] = *accepted;
  const bool was_behind = instant.time - instant.reading > kClockMayLag;
  // While a clock is behind, each mutation moves the journal's time by a tick.
  const bool is_behind = end.time - instant.time <= kTick * (end.index - index);
  if (was_behind && is_behind) clock.behind_ = instant.reading;
  return clock;
}

absl::Time JournalClock::CutToMicros(absl::Time reading) {
  return absl::FromUnixMicros(absl::ToUnixMicros(reading));
}

absl::Status JournalClock::Check(absl::Time reading) const {
  if (last_ == absl::InfinitePast()) return absl::OkStatus();
  if (reading < behind_.value_or(last_) - kClockMayLag) {
    return ClockBehindJournalError(reading, last_);
  }
  if (reading > last_ + kClockMayLead) {
    return ClockAheadOfJournalError(reading, last_);
  }
  return absl::OkStatus();
}

JournalClock::Instant JournalClock::Next(absl::Time reading) const {
  return {.time = std::max(reading, last_ + kTick), .reading = reading};
}

void JournalClock::Wrote(const Instant& instant) {
  last_ = instant.time;
  if (instant.time == instant.reading) {
    behind_.reset();
  } else if (behind_.has_value()) {
    behind_ = std::max(*behind_, instant.reading);
  }
}

void JournalClock::Accept(const Instant& instant) {
  last_ = instant.time;
  behind_.reset();
  if (instant.time != instant.reading) behind_ = instant.reading;
}

}  // namespace spotcheck::store
