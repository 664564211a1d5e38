#ifndef SPOTCHECK_LIB_STORE_JOURNAL_JOURNAL_CLOCK_H_
#define SPOTCHECK_LIB_STORE_JOURNAL_JOURNAL_CLOCK_H_

// The journal's clock. It only goes forward: a mutation's time is what the
// machine's clock says, or the next instant after the last leaf where that
// clock is behind. A clock that is far from the last leaf is refused until a
// person has accepted it (clock.accepted).

#include <cstdint>
#include <optional>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace spotcheck::store {

// The machine's clock may be this far behind the last leaf. A time service that
// corrects a clock stays within it.
inline constexpr absl::Duration kClockMayLag = absl::Minutes(2);
// It may be this far ahead of the last leaf. A running server writes a leaf a
// day, so only a machine that was off for longer than the longest public
// holiday asks.
inline constexpr absl::Duration kClockMayLead = absl::Hours(10 * 24);

// A value: copy it before a savepoint, assign it back after a rollback. Every
// reading is cut to microseconds by CutToMicros.
class JournalClock {
 public:
  // When a leaf is written: the journal's time, and what the machine's clock
  // said.
  struct Instant {
    absl::Time time;
    absl::Time reading;
  };
  // A clock.accepted as it stands in the journal.
  struct Accepted {
    std::int64_t index = -1;
    Instant instant;
  };
  // The end of a journal.
  struct End {
    std::int64_t index = -1;
    absl::Time time;
  };

  // The clock of an empty journal: it takes every reading.
  JournalClock() = default;
  // The clock of a journal with this end and this latest acceptance.
  static JournalClock At(const End& end,
                         const std::optional<Accepted>& accepted);

  static absl::Time CutToMicros(absl::Time reading);

  absl::Time last() const { return last_; }
  // CLOCK_BEHIND_JOURNAL, CLOCK_AHEAD_OF_JOURNAL.
  absl::Status Check(absl::Time reading) const;
  // No two mutations share an instant.
  Instant Next(absl::Time reading) const;

  // A leaf was written; respectively, it accepted the clock.
  void Wrote(const Instant& instant);
  void Accept(const Instant& instant);

 private:
  absl::Time last_ = absl::InfinitePast();
  // The latest reading of a clock that was accepted although it is behind, as
  // long as it has not caught up with the last leaf.
  std::optional<absl::Time> behind_;
};

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_JOURNAL_JOURNAL_CLOCK_H_
