#include "lib/app/calendar/clock.h"

#include <utility>

#include "lib/app/common/fields.h"
#include "lib/base/status_macros.h"
#include "lib/store/events/events.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::app {

absl::StatusOr<AcceptedClock> AcceptClock(store::Database& db,
                                          const ClockAcceptance& acceptance) {
  ASSIGN_OR_RETURN(
      std::string reason,
      ReadText(acceptance.reason,
               {.field = {"reason"}, .presence = Presence::kRequired}));
  AcceptedClock answer{.clock = db.clock().Now()};
  const absl::Status before = db.CanWrite();
  if (before.ok()) return answer;
  if (!store::SaysChangesWait(before)) return before;
  store::Mutation mutation;
  mutation.actor = acceptance.actor;
  mutation.clock = store::Mutation::ClockRule::kIsAccepted;
  const auto body = [&](store::Transaction& tx) -> absl::StatusOr<std::string> {
    const absl::Time second =
        absl::FromUnixSeconds(absl::ToUnixSeconds(tx.machine_time()));
    ASSIGN_OR_RETURN(answer.journal_index,
                     tx.Append(store::ClockAccepted{second, reason}));
    answer.clock = second;
    return std::string();
  };
  RETURN_IF_ERROR(db.Write(mutation, body).status());
  answer.outcome = AcceptedClock::Outcome::kAccepted;
  return answer;
}

}  // namespace spotcheck::app
