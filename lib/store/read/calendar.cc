#include "lib/store/read/calendar.h"

#include <string>

#include "lib/base/status_macros.h"
#include "lib/store/events/events.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {

absl::StatusOr<std::optional<CivilDate>> LastDayBegun(const View& view) {
  static constexpr char kSql[] =
      "SELECT COALESCE(MAX(day), '') FROM turned_day";
  ASSIGN_OR_RETURN(const auto turned,
                   view.sql().QueryOne(kSql, {}, [](const sql::Row& row) {
                     return std::string(row.Text(0));
                   }));
  if (!turned.value_or("").empty()) {
    const absl::StatusOr<CivilDate> day = CivilDate::Parse(*turned);
    if (!day.ok()) return ColumnMalformedError("turned_day.day");
    return *day;
  }
  if (view.journal_size() == 0) return std::nullopt;
  ASSIGN_OR_RETURN(const std::string leaf, view.Leaf(0));
  ASSIGN_OR_RETURN(const StoredEvent first, DecodeEvent(leaf));
  return CivilDate::Of(first.header.time);
}

}  // namespace spotcheck::store
