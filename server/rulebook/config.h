#ifndef SPOTCHECK_SERVER_RULEBOOK_CONFIG_H_
#define SPOTCHECK_SERVER_RULEBOOK_CONFIG_H_

// Reads rule files (textproto of spotcheck.v1.RuleBook,
// proto/spotcheck/v1/config.proto) into the rules' own types. The policies and
// list rules of all files are added up in the order given; `grading` and `draw`
// must stand exactly once in all files together. Errors name file and line:
// RULE_FILE_SYNTAX, RULE_FIELD_INVALID, RULE_PART_MISSING, RULE_PART_REPEATED,
// and then those of app::ValidateRuleBook.

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "lib/app/common/rule_book.h"
#include "server/rulebook/files.h"

namespace spotcheck::server {

absl::StatusOr<app::RuleBook> ParseRuleBook(absl::Span<const RuleFile> files);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RULEBOOK_CONFIG_H_
