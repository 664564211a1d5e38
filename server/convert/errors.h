#ifndef SPOTCHECK_SERVER_CONVERT_ERRORS_H_
#define SPOTCHECK_SERVER_CONVERT_ERRORS_H_

// The errors of the values in a request's fields; the table in errors.cc has
// their reasons, codes and sentences. Where a value is bad only in its context,
// lib/app refuses it with an error of its own.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "lib/base/error_row.h"

namespace spotcheck::server {

// The rows of the table; errors_test reads them.
std::span<const ErrorRow> ConvertErrorRows();

// A field of a request by its name in the proto file, with its value.
struct Field {
  std::string name;
  std::string_view value;
};

absl::Status MalformedRequest(std::string_view message);
absl::Status InvalidResourceName(const Field& field, std::string_view pattern);
absl::Status InvalidId(const Field& field, std::string_view grammar);
absl::Status UnknownValue(const Field& field, std::string_view known);
absl::Status InvalidHexSize(const std::string& field, std::string_view sizes);
struct NumberRange {
  std::int64_t least = 0;
  std::int64_t most = 0;
};
absl::Status NumberNotInRange(const std::string& field, std::int64_t value,
                              const NumberRange& range);
struct Count {
  std::int64_t given = 0;
  std::int64_t limit = 0;
};
absl::Status TooManyElements(const std::string& field, const Count& count);
// Refuses a field that has no rule of its own and more than kMaxFieldBytes.
absl::Status FieldTooLarge(const std::string& field, const Count& bytes);
absl::Status InvalidRequestId(std::string_view value);
absl::Status OneOfTwoFields(const std::string& first, const char* second);

// Answers the same error with the field's name in it.
absl::Status InField(const std::string& field, const absl::Status& status);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_ERRORS_H_
