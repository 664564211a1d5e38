#ifndef SPOTCHECK_SERVER_RULEBOOK_JOURNALLED_RULES_H_
#define SPOTCHECK_SERVER_RULEBOOK_JOURNALLED_RULES_H_

#include <cstdint>
#include <memory>
#include <mutex>

#include "absl/status/statusor.h"
#include "lib/app/common/rules_in_force.h"

namespace spotcheck::server {

// Answers the rule book that a view's journal holds (rules.loaded). It keeps
// the book it parsed last under the index of the last leaf that loaded rules:
// while no such leaf is added, a call costs one look-up. Thread-safe.
class JournalledRules final : public app::RulesInForce {
 public:
  // Errors: those of ParseRuleBook and of the view.
  absl::StatusOr<std::shared_ptr<const app::RuleBook>> At(
      const store::View& view) const override;

 private:
  struct Parsed {
    std::int64_t last_leaf = -1;
    std::shared_ptr<const app::RuleBook> book;
  };
  mutable std::mutex mutex_;
  mutable Parsed parsed_;  // guarded by mutex_
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RULEBOOK_JOURNALLED_RULES_H_
