#ifndef SPOTCHECK_LIB_APP_CALENDAR_CLOCK_H_
#define SPOTCHECK_LIB_APP_CALENDAR_CLOCK_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

struct ClockAcceptance {
  std::string actor;
  std::string reason;
};

struct AcceptedClock {
  // A clock that agrees with the journal needs no acceptance, and nothing is
  // journalled.
  enum class Outcome : std::uint8_t { kAccepted, kAgreesAlready };
  Outcome outcome = Outcome::kAgreesAlready;
  absl::Time clock;
  std::int64_t journal_index = -1;  // of the acceptance
};

// Journals that the machine's clock is right, so that changes go on. FIELD_*
// errors of the reason; those of Database::Write.
absl::StatusOr<AcceptedClock> AcceptClock(store::Database& db,
                                          const ClockAcceptance& acceptance);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CALENDAR_CLOCK_H_
