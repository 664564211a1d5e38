#include "lib/app/common/rule_book.h"

#include "lib/base/status_macros.h"

namespace spotcheck::app {

absl::Status ValidateRuleBook(const RuleBook& book) {
  RETURN_IF_ERROR(rules::ValidatePolicies(book.policies));
  RETURN_IF_ERROR(rules::ValidateScheme(book.scheme));
  return rules::ValidateListRules(book.list_rules);
}

}  // namespace spotcheck::app
