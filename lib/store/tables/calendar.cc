// The days that have begun, and the clocks that a person has accepted.

#include <string>

#include "lib/base/civil_date.h"
#include "lib/base/status_macros.h"
#include "lib/store/sql/errors.h"
#include "lib/store/tables/apply.h"

namespace spotcheck::store {

// EVENT_OUT_OF_PLACE for a day that is not later than every day before it.
absl::Status Apply(const Applying& a, const DayTurned& event) {
  static constexpr char kLast[] =
      "SELECT COALESCE(MAX(day), '') FROM turned_day";
  static constexpr char kSql[] =
      "INSERT INTO turned_day (day, leaf_index) VALUES ($day, $leaf)";
  ASSIGN_OR_RETURN(const auto last,
                   a.db.QueryOne(kLast, {}, [](const sql::Row& row) {
                     return std::string(row.Text(0));
                   }));
  const std::string day = event.day.ToString();
  if (day <= last.value_or("")) return EventOutOfPlaceError(a.type);
  return a.db.Execute(kSql, {{"$day", day}, {"$leaf", a.leaf}});
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
