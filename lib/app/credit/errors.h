#ifndef SPOTCHECK_LIB_APP_CREDIT_ERRORS_H_
#define SPOTCHECK_LIB_APP_CREDIT_ERRORS_H_

// Every error of results, status and lists. The reason is the function's name
// in UPPER_SNAKE; INVALID_ARGUMENT but where a comment says otherwise.

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/rules/law/drawn_unit.h"
#include "lib/rules/law/errors.h"
#include "lib/store/events/records.h"
#include "lib/store/read/drawn_lines.h"

namespace spotcheck::app::credit_errors {

// Of an imported check.
absl::Status UnknownLab(const LabId& lab);
absl::Status UnknownVerdict(const std::string& value);
absl::Status UnknownSeverity(const std::string& value);
absl::Status SeverityWithoutFailure();
absl::Status SampledInFuture(CivilDate sampled, CivilDate today);

// ALREADY_EXISTS: the laboratory has given the number to another check. Both
// are named.
absl::Status ReportNumberConflict(const store::CheckRecord& standing,
                                  const store::CheckRecord& given);

// Of a recorded result. LineNotDrawn is NOT_FOUND and the same for whatever is
// not a drawn line, known or unknown.
absl::Status LineNotDrawn(const store::DrawnLineKey& key);
// FAILED_PRECONDITION: why the drawn line takes no result.
using rules::HoldProblem;
absl::Status HoldNotOpen(const store::DrawnLineKey& key, HoldProblem problem);
// The verdict of the result, or of one of its items.
absl::Status VerdictNotFinal(rules::FieldName field);
absl::Status SeverityMissing();
absl::Status TooManyItems(std::int64_t count, std::int64_t limit);

// Of lists and status.
absl::Status ListEntryNotFound(const std::string& entry_id);  // NOT_FOUND
absl::Status SamePerson(const std::string& entry_id);  // PERMISSION_DENIED
absl::Status UnknownDecision(const std::string& value);
absl::Status TooManyCodes(std::int64_t count, std::int64_t limit);

}  // namespace spotcheck::app::credit_errors

#endif  // SPOTCHECK_LIB_APP_CREDIT_ERRORS_H_
