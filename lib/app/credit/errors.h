#ifndef SPOTCHECK_LIB_APP_CREDIT_ERRORS_H_
#define SPOTCHECK_LIB_APP_CREDIT_ERRORS_H_

// The errors of results, status and lists. An error's reason is its function's
// name in UPPER_SNAKE; the table in errors.cc has the codes and the sentences.

#include <cstdint>
#include <span>
#include <string>

#include "absl/status/status.h"
#include "lib/app/credit/fit.h"
#include "lib/base/civil_date.h"
#include "lib/base/error_row.h"
#include "lib/base/ids.h"
#include "lib/rules/law/approval.h"
#include "lib/rules/law/drawn_unit.h"
#include "lib/rules/law/errors.h"
#include "lib/store/events/records.h"
#include "lib/store/read/units.h"

namespace spotcheck::app::credit_errors {

// Exposes the table to its test.
std::span<const ErrorRow> ErrorRows();

// An imported check is refused.
absl::Status UnknownLab(const LabId& lab);
absl::Status UnknownVerdict(const std::string& value);
absl::Status UnknownSeverity(const std::string& value);
absl::Status SeverityWithoutFailure();
absl::Status SampledInFuture(CivilDate sampled, CivilDate today);

// The laboratory has already given the report number to another check. The
// error describes both checks.
absl::Status ReportNumberConflict(const store::CheckRecord& standing,
                                  const store::CheckRecord& given);

// A draw waits for the line, but not from this laboratory or of this day.
absl::Status HoldMismatch(const Fit& fit, const store::CheckRecord& given);

// A recorded result is refused. LineNotDrawn says the same of every line that
// was not drawn, whether the register holds the line or not.
absl::Status LineNotDrawn(const store::DrawnLineKey& key);
// Says why a drawn line takes no result.
using rules::HoldProblem;
absl::Status HoldNotOpen(const store::DrawnLineKey& key, HoldProblem problem);
// `field` names the verdict of the result, or the verdict of one of its items.
absl::Status VerdictNotFinal(rules::FieldName field);
absl::Status SeverityMissing();
absl::Status TooManyItems(std::int64_t count, std::int64_t limit);
absl::Status PassWithFailedItem(const std::string& item);

// A correction or a void is refused.
absl::Status CheckNotFound(const CheckId& check);
absl::Status ReasonOrBasisMissing(rules::FieldName field);
absl::Status FieldNotCorrected(rules::FieldName field);
absl::Status CorrectionChangesNothing();
absl::Status ChangeWaits(const std::string& change_id);
absl::Status ChangeNotFound(const std::string& change_id);
absl::Status ChangeNotWaiting(const std::string& change_id,
                              rules::ApprovalState state);
// The reason is SAME_PERSON.
absl::Status SamePersonAsked(const std::string& change_id);

// A question or a decision about lists and status is refused.
absl::Status ListEntryNotFound(const std::string& entry_id);
absl::Status SamePerson(const std::string& entry_id);
absl::Status UnknownDecision(const std::string& value);
absl::Status TooManyCodes(std::int64_t count, std::int64_t limit);

}  // namespace spotcheck::app::credit_errors

#endif  // SPOTCHECK_LIB_APP_CREDIT_ERRORS_H_
