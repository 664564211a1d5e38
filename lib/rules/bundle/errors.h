#ifndef SPOTCHECK_LIB_RULES_BUNDLE_ERRORS_H_
#define SPOTCHECK_LIB_RULES_BUNDLE_ERRORS_H_

// The errors of a bundle's files, each with its file and its line or field; the
// table in errors.cc holds their sentences. All are INVALID_ARGUMENT.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "lib/base/error_row.h"

namespace spotcheck::rules::bundle_errors {

// Gives the table to the room's test.
std::span<const ErrorRow> ErrorRows();

// A line of a TSV file; lines count from 1.
struct Place {
  std::string_view file;
  std::int64_t line = 0;
};

// A field or its path, and the value found in it.
struct FieldText {
  std::string field;
  std::string value;
};

absl::Status FileMissing(const std::string& file);
absl::Status FileUnknown(const std::string& file);

absl::Status LineFeedMissing(std::string_view file);
absl::Status LineShape(Place place, std::string_view expected);
absl::Status LineValue(Place place, const FieldText& found);
absl::Status LineCategory(Place place, const std::string& category);
absl::Status LineOrder(Place place);
absl::Status RowRepeated(Place place, const std::string& key);
absl::Status CapacityMissing(Place place, const std::string& id);

// Findings of a verification: a field differs from its recomputed value, a
// signature is not valid, a replacement changes too much or redraws a unit.
struct Difference {
  std::string field;
  std::string declared;
  std::string computed;
  std::int64_t further = 0;  // differences not listed
};
absl::Status Differs(const Difference& difference);
absl::Status SignatureInvalid(std::int64_t witness);
absl::Status ReplacementPlan(const std::string& field);
absl::Status ReplacementAttempt(const std::string& field);
absl::Status ReplacementRedraws(const std::string& usci);

}  // namespace spotcheck::rules::bundle_errors

#endif  // SPOTCHECK_LIB_RULES_BUNDLE_ERRORS_H_
