#ifndef SPOTCHECK_LIB_APP_COMMON_RULES_IN_FORCE_H_
#define SPOTCHECK_LIB_APP_COMMON_RULES_IN_FORCE_H_

// The rule book in force is the one in the journal, so that all processes that
// work on the journal follow the same rules. A call takes the book from the
// view or transaction that it works on, and keeps it no longer than that.

#include <memory>
#include <utility>

#include "absl/status/statusor.h"
#include "lib/app/common/rule_book.h"
#include "lib/base/status_macros.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

// Thread-safe.
class RulesInForce {
 public:
  virtual ~RulesInForce() = default;
  // Answers the rule book in the view's journal. Fails if another process has
  // loaded rules that this program cannot read.
  virtual absl::StatusOr<std::shared_ptr<const RuleBook>> At(
      const store::View& view) const = 0;
};

// Calls use(book) with the rule book of the view.
template <typename Use>
auto WithRules(const RulesInForce& rules, const store::View& view, Use use)
    -> decltype(use(std::declval<const RuleBook&>())) {
  ASSIGN_OR_RETURN(const std::shared_ptr<const RuleBook> book, rules.At(view));
  return use(*book);
}

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_COMMON_RULES_IN_FORCE_H_
