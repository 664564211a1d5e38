#ifndef SPOTCHECK_LIB_APP_CREDIT_FILE_EVENTS_H_
#define SPOTCHECK_LIB_APP_CREDIT_FILE_EVENTS_H_

// Tells everything in a credit file as one list of events in journal order.

#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "lib/app/credit/file.h"

namespace spotcheck::app {

// The events of the file's enterprise, lines and checks, and of those `changes`
// to lists that were made up to the file's day. Reads the leaves of the lines
// to find their days.
absl::StatusOr<std::vector<CreditFileEvent>> FileEventsOf(
    const store::View& view, const CreditFile& file,
    absl::Span<const store::StoredListChange> changes);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_FILE_EVENTS_H_
