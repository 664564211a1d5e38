#include "lib/app/calendar/days.h"

#include <optional>

#include "lib/app/common/system_step.h"
#include "lib/base/civil_date.h"
#include "lib/base/status_macros.h"
#include "lib/store/events/events.h"
#include "lib/store/read/calendar.h"

namespace spotcheck::app {
namespace {

// Days of one transaction. A clock that was accepted after years brings more;
// they are written in several, so that callers are let in between.
constexpr int kDaysAtOnce = 400;

// 00:00 in Asia/Shanghai is 16:00 of the day before in UTC.
constexpr absl::Duration kShanghaiOffset = absl::Hours(8);

enum class Progress { kMoreToDo, kDone };

absl::StatusOr<Progress> TurnSomeDays(store::Transaction& tx) {
  ASSIGN_OR_RETURN(const std::optional<CivilDate> last,
                   store::LastDayBegun(tx));
  if (!last.has_value()) return Progress::kDone;
  CivilDate day = *last;
  for (int turned = 0; day < tx.today(); ++turned) {
    if (turned == kDaysAtOnce) return Progress::kMoreToDo;
    day = day.AddDays(1);
    RETURN_IF_ERROR(tx.Append(store::DayTurned{day}).status());
  }
  return Progress::kDone;
}

}  // namespace

absl::Status TurnDays(store::Database& db) {
  Progress progress = Progress::kMoreToDo;
  while (progress == Progress::kMoreToDo) {
    RETURN_IF_ERROR(
        WriteStep(db, [&progress](store::Transaction& tx) -> absl::Status {
          ASSIGN_OR_RETURN(progress, TurnSomeDays(tx));
          return absl::OkStatus();
        }));
  }
  return absl::OkStatus();
}

absl::Duration UntilNextDay(absl::Time now) {
  const CivilDate tomorrow = CivilDate::Of(now).AddDays(1);
  return absl::FromCivil(tomorrow.civil(), absl::UTCTimeZone()) -
         kShanghaiOffset - now;
}

}  // namespace spotcheck::app
