#ifndef SPOTCHECK_SERVER_SETUP_CLOCK_H_
#define SPOTCHECK_SERVER_SETUP_CLOCK_H_

// A person accepts the machine's clock although the journal of the data folder
// refuses it: `spotcheckd clock accept`.

#include <string>

#include "absl/status/statusor.h"
#include "lib/app/calendar/clock.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"

namespace spotcheck::server {

struct ClockOptions {
  std::string data;
  std::string reason;
  std::string by;  // empty: the account that runs the command
};

// NO_DATA_FOLDER; the errors of keys, database and app::AcceptClock. A server
// that runs on the folder takes changes again within its next background step.
absl::StatusOr<app::AcceptedClock> AcceptClockOf(const ClockOptions& options,
                                                 Clock& clock,
                                                 Entropy& entropy);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_SETUP_CLOCK_H_
