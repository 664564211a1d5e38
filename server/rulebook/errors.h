#ifndef SPOTCHECK_SERVER_RULEBOOK_ERRORS_H_
#define SPOTCHECK_SERVER_RULEBOOK_ERRORS_H_

// The errors of rule files; the table in errors.cc has their reasons, codes and
// sentences.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "lib/base/error_row.h"
#include "server/setup/errors.h"

namespace spotcheck::server {

// The rows of the table; errors_test reads them.
std::span<const ErrorRow> RulebookErrorRows();

absl::Status NoRuleFiles(const std::string& folder);
absl::Status RuleFileSyntax(const RulePlace& place, const std::string& fault);
absl::Status RuleFieldInvalid(const RulePlace& place, const std::string& field);
// A number in a rule book with the range it must lie in.
struct RuleNumber {
  std::string field;
  std::int64_t value = 0;
  std::int64_t least = 0;
  std::int64_t most = 0;
};
absl::Status RuleNumberOutOfRange(const RulePlace& place,
                                  const RuleNumber& number);
absl::Status RulePartMissing(std::string_view part);
absl::Status RulePartRepeated(const RulePlace& place, std::string_view part);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RULEBOOK_ERRORS_H_
