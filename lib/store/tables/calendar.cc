// The days that have begun, and the clocks that a person has accepted.

#include "lib/base/civil_date.h"
#include "lib/store/tables/apply.h"

namespace spotcheck::store {

// EVENT_OUT_OF_PLACE for a day that is not later than every day before it.
absl::Status Apply(const Applying& a, const DayTurned& event) {
  static constexpr char kSql[] =
      "INSERT INTO turned_day (day, leaf_index) SELECT $day, $leaf "
      "WHERE NOT EXISTS (SELECT 1 FROM turned_day WHERE day >= $day)";
  return ChangeOne(a, kSql,
                   {{"$day", event.day.ToString()}, {"$leaf", a.leaf}});
}

absl::Status Apply(const Applying& a, const ClockAccepted& event) {
  static constexpr char kSql[] =
      "INSERT INTO accepted_clock (leaf_index, clock, reason, actor) "
      "VALUES ($leaf, $clock, $reason, $actor)";
  return a.db.Execute(kSql, {{"$leaf", a.leaf},
                             {"$clock", FormatUtcSeconds(event.clock)},
                             {"$reason", event.reason},
                             {"$actor", a.header.actor}});
}

}  // namespace spotcheck::store
