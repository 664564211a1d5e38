#ifndef SPOTCHECK_SERVER_CONVERT_ERRORS_H_
#define SPOTCHECK_SERVER_CONVERT_ERRORS_H_

// The errors of what a request's fields hold; the table in errors.cc has their
// reasons, codes and sentences. What a field means in its context is refused by
// lib/app, in its own words.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "lib/base/error_row.h"

namespace spotcheck::server {

// The table, for its test.
std::span<const ErrorRow> ConvertErrorRows();

// A field of a request, as the proto file spells it, and its value.
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
// The field has no rule of its own for its length.
absl::Status FieldTooLarge(const std::string& field, const Count& bytes);
absl::Status InvalidRequestId(std::string_view value);
absl::Status OneOfTwoFields(const std::string& first, const char* second);

// The same error, naming the field it came from.
absl::Status InField(const std::string& field, const absl::Status& status);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_ERRORS_H_
