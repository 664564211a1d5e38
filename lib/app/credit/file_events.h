#ifndef SPOTCHECK_LIB_APP_CREDIT_FILE_EVENTS_H_
#define SPOTCHECK_LIB_APP_CREDIT_FILE_EVENTS_H_

// The blocks of a credit file as one story in journal order.

#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "lib/app/credit/file.h"

namespace spotcheck::app {

// Of the file's enterprise, lines and checks, and of the list changes up to
// its day. Reads the leaves of the lines for their days.
absl::StatusOr<std::vector<CreditFileEvent>> FileEventsOf(
    const store::View& view, const CreditFile& file,
    absl::Span<const store::StoredListChange> changes);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_FILE_EVENTS_H_
