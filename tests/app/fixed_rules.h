#ifndef SPOTCHECK_TESTS_APP_FIXED_RULES_H_
#define SPOTCHECK_TESTS_APP_FIXED_RULES_H_

#include <memory>

#include "lib/app/common/rules_in_force.h"

namespace spotcheck::app {

// Answers a rule book that no journal holds. The book outlives this object.
class FixedRules final : public RulesInForce {
 public:
  explicit FixedRules(const RuleBook& book) : book_(book) {}
  absl::StatusOr<std::shared_ptr<const RuleBook>> At(
      const store::View&) const override {
    return std::shared_ptr<const RuleBook>(std::shared_ptr<void>(), &book_);
  }

 private:
  const RuleBook& book_;
};

}  // namespace spotcheck::app

#endif  // SPOTCHECK_TESTS_APP_FIXED_RULES_H_
