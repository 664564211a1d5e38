#ifndef SPOTCHECK_LIB_APP_COMMON_ERRORS_H_
#define SPOTCHECK_LIB_APP_COMMON_ERRORS_H_

// The errors of the registers' imports, reads and pages, of grants, and of the
// journal's reads. An error's reason is its function's name in UPPER_SNAKE; the
// table in errors.cc has the codes and the sentences.

#include <cstdint>
#include <span>
#include <string>

#include "absl/status/status.h"
#include "lib/base/civil_date.h"
#include "lib/base/error_row.h"
#include "lib/base/ids.h"
#include "lib/rules/law/authority.h"
#include "lib/rules/law/errors.h"

namespace spotcheck::app::register_errors {

using rules::FieldName;

// Exposes the table to its test.
std::span<const ErrorRow> ErrorRows();

// A request as a whole is refused.
absl::Status TooManyRows(std::int64_t rows, std::int64_t limit);
absl::Status InvalidPageSize(std::int64_t size, std::int64_t limit);
absl::Status InvalidPageToken();
absl::Status TooManyWords(std::int64_t limit);

// A field of a row is refused. Bytes that are no valid text are never quoted in
// the error.
absl::Status FieldMissing(FieldName field);
absl::Status FieldNotUtf8(FieldName field);
absl::Status FieldTooLong(FieldName field, std::int64_t length,
                          std::int64_t limit);
// `found` is a control character, or one that FirstHiddenCharacter has found.
absl::Status FieldControlCharacter(FieldName field, char32_t found);
// A spreadsheet turned the identifier into a number and cut its digits.
absl::Status IdentifierIsNumber(FieldName field, const std::string& value);
absl::Status RegisteredInFuture(CivilDate day, CivilDate today);
absl::Status InvalidCapacity(const std::string& value, std::int64_t limit);
absl::Status InvalidBadgeNumber(const std::string& value);
// A code in a cell with a list of codes is refused; `why` is the error that
// reading the code gave.
absl::Status InvalidListedCode(FieldName field, const absl::Status& why);
absl::Status TooManyListed(FieldName field, std::int64_t count,
                           std::int64_t limit);
absl::Status LabWithoutCategory();
// The row lacks a column that tells lines apart, and so many lines agree with
// it in the others.
absl::Status SeveralLines(std::int64_t count);
// A row names an enterprise that the register does not hold.
absl::Status UnknownEnterprise(const Usci& usci);

// The caller asked for something that the register does not hold.
absl::Status EnterpriseNotFound(const Usci& usci);
absl::Status ProductNotFound(const Usci& usci, const LineId& line);
absl::Status LabNotFound(const LabId& lab);
absl::Status InspectorNotFound(const InspectorId& inspector);

// A grant of an authority is refused.
absl::Status RegionFinerThanLevel(const rules::Authority& given);
absl::Status GrantExists(const std::string& grant_id);
absl::Status GrantNotFound(const std::string& grant_id);
// A caller speaks for an authority that no grant of his certificate covers.
absl::Status AuthorityNotYours(const std::string& certificate,
                               const rules::Authority& authority);
// The caller's certificate has no grant at all.
absl::Status NoAuthority(const std::string& certificate);

// The journal has no such leaf or size.
absl::Status LeafOutOfRange(std::int64_t index, std::int64_t tree_size);
absl::Status TreeSizeOutOfRange(std::int64_t size, std::int64_t journal_size);

}  // namespace spotcheck::app::register_errors

#endif  // SPOTCHECK_LIB_APP_COMMON_ERRORS_H_
