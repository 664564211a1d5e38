#include "lib/app/credit/drawn.h"

#include <string>

#include "lib/base/status_macros.h"

namespace spotcheck::app {

absl::StatusOr<store::TaskPlan> PlanOfDrawn(const store::View& view,
                                            const store::DrawnLine& drawn) {
  ASSIGN_OR_RETURN(const std::string payload,
                   view.OpenPayload(drawn.commit_leaf_index, "plan"));
  return store::DecodePayload<store::TaskPlan>(payload);
}

absl::StatusOr<rules::Authority> AuthorityOf(const rules::Plan& plan) {
  return rules::AuthorityOfTask(plan.authority, plan.level, plan.region);
}

}  // namespace spotcheck::app
