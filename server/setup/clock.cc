#include "server/setup/clock.h"

#include <memory>

#include "lib/base/status_macros.h"
#include "lib/store/journal/database.h"
#include "server/setup/data_dir.h"

namespace spotcheck::server {

absl::StatusOr<app::AcceptedClock> AcceptClockOf(const ClockOptions& options,
                                                 Clock& clock,
                                                 Entropy& entropy) {
  const DataDir dir(options.data);
  RETURN_IF_ERROR(CheckDataDir(dir));
  ASSIGN_OR_RETURN(const store::DatabaseKeys keys, LoadKeys(dir));
  ASSIGN_OR_RETURN(const store::DatabaseOptions opening,
                   DatabaseOptionsOf(dir));
  ASSIGN_OR_RETURN(const std::unique_ptr<store::Database> database,
                   store::Database::Open(opening, keys, clock, entropy));
  RETURN_IF_ERROR(CheckVerifierKey(dir, *database));
  return app::AcceptClock(*database,
                          {.actor = options.by, .reason = options.reason});
}

}  // namespace spotcheck::server
