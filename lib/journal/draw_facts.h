#ifndef SPOTCHECK_LIB_JOURNAL_DRAW_FACTS_H_
#define SPOTCHECK_LIB_JOURNAL_DRAW_FACTS_H_

// Parses the leaves of one draw's evidence and sorts them by role.

#include <cstddef>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/error.h"
#include "lib/journal/evidence.h"
#include "lib/journal/leaf.h"

namespace spotcheck::journal {

// A sentence that says what is wrong; nullopt where nothing is.
using Problem = std::optional<Localized>;

template <typename Event>
struct Recorded {
  absl::Time time;  // as the leaf states it
  Event event;
};

struct DrawFacts {
  std::vector<Recorded<WitnessRegistered>> registrations;
  std::vector<Recorded<TaskCreated>> tasks;
  std::vector<Recorded<DrawCommitted>> previous;
  std::vector<Recorded<DrawCommitted>> committed;
  std::vector<Recorded<DrawRevealed>> reveals;
  std::vector<Recorded<DrawBeacon>> beacons;
  std::vector<Recorded<DrawRun>> runs;
  std::vector<Recorded<DrawOpened>> opened;
};

// Refuses a leaf that does not parse or is not of its role's type.
absl::StatusOr<DrawFacts> ReadDrawFacts(const Evidence& evidence);

}  // namespace spotcheck::journal

#endif  // SPOTCHECK_LIB_JOURNAL_DRAW_FACTS_H_
