#ifndef SPOTCHECK_LIB_APP_COMMON_ERRORS_H_
#define SPOTCHECK_LIB_APP_COMMON_ERRORS_H_

// Every error of the registers' imports, reads and pages, and of the journal's
// reads. The reason is the function's name in UPPER_SNAKE. INVALID_ARGUMENT but
// where a comment says otherwise.

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/rules/law/errors.h"

namespace spotcheck::app::register_errors {

using rules::FieldName;

// Of a request as a whole.
absl::Status TooManyRows(std::int64_t rows, std::int64_t limit);
absl::Status InvalidPageSize(std::int64_t size, std::int64_t limit);
absl::Status InvalidPageToken();

// Of one field of a row. What is no valid text is never quoted.
absl::Status FieldMissing(FieldName field);
absl::Status FieldNotUtf8(FieldName field);
absl::Status FieldTooLong(FieldName field, std::int64_t length,
                          std::int64_t limit);
// A control character, or one of FirstHiddenCharacter.
absl::Status FieldControlCharacter(FieldName field, char32_t found);
absl::Status InvalidRegistrationDate(const std::string& value);
absl::Status RegisteredInFuture(CivilDate day, CivilDate today);
absl::Status InvalidCapacity(const std::string& value, std::int64_t limit);
absl::Status InvalidBadgeNumber(const std::string& value);
// A code in a list of codes; `why` is the code's own error.
absl::Status InvalidListedCode(FieldName field, const absl::Status& why);
absl::Status TooManyListed(FieldName field, std::int64_t count,
                           std::int64_t limit);
absl::Status LabWithoutCategory();
// The row names an enterprise that the register does not hold.
absl::Status UnknownEnterprise(const Usci& usci);

// NOT_FOUND.
absl::Status EnterpriseNotFound(const Usci& usci);
absl::Status ProductNotFound(const Usci& usci, const LineId& line);
absl::Status LabNotFound(const LabId& lab);
absl::Status InspectorNotFound(const InspectorId& inspector);

// Of the journal: OUT_OF_RANGE.
absl::Status LeafOutOfRange(std::int64_t index, std::int64_t tree_size);
absl::Status TreeSizeOutOfRange(std::int64_t size, std::int64_t journal_size);
absl::Status LeafWithoutHeader();  // DATA_LOSS

}  // namespace spotcheck::app::register_errors

#endif  // SPOTCHECK_LIB_APP_COMMON_ERRORS_H_
