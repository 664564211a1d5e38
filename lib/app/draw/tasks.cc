// The functions of draws.h about tasks and witnesses.

#include "lib/store/read/tasks.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "lib/app/draw/draws.h"
#include "lib/app/draw/errors.h"
#include "lib/app/draw/frame_builder.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/rules/draw/words.h"
#include "lib/rules/law/product_key.h"
#include "lib/rules/law/task_rules.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::app {
namespace {

// Refuses a new spelling of a known authority's name: an authority has one
// chain of commitments, and another spelling would start a second.
absl::Status CheckSpelling(const store::View& view,
                           const rules::Authority& authority) {
  ASSIGN_OR_RETURN(const std::string folded,
                   rules::NormaliseName(authority.name));
  ASSIGN_OR_RETURN(const auto names, store::AuthorityNames(view, authority));
  for (const std::string& name : names) {
    if (name != authority.name &&
        rules::NormaliseName(name).value_or("") == folded) {
      return draw_errors::AuthoritySpelling(authority.name, name);
    }
  }
  return absl::OkStatus();
}

bool Fits(const store::StoredTask& task, const TasksQuery& query) {
  const rules::Plan& plan = task.plan.plan;
  if (!query.authority.empty() && plan.authority != query.authority) {
    return false;
  }
  if (!plan.region.str().starts_with(query.region.str())) return false;
  if (query.level.has_value() && plan.level != *query.level) return false;
  return query.category.empty() ||
         std::find(plan.categories.begin(), plan.categories.end(),
                   query.category) != plan.categories.end();
}

absl::Status CheckPlan(const store::TaskPlan& plan, CivilDate today) {
  RETURN_IF_ERROR(rules::ValidatePlan(plan.plan));
  RETURN_IF_ERROR(rules::ValidateBasis(plan.plan.purpose, plan.basis));
  return rules::ValidateAsOf(plan.plan.as_of, today);
}

// A plan with its weights filled in, and the authority that it names.
struct Checked {
  store::TaskPlan plan;
  rules::Authority authority;
};
absl::StatusOr<Checked> CheckTask(const store::Transaction& tx,
                                  const NewTask& task) {
  Checked checked{task.plan, {}};
  rules::Plan& plan = checked.plan.plan;
  if (plan.weights.empty()) plan.weights = rules::DefaultStratumWeights();
  RETURN_IF_ERROR(CheckPlan(checked.plan, tx.today()));
  ASSIGN_OR_RETURN(
      checked.authority,
      rules::AuthorityOfTask(plan.authority, plan.level, plan.region));
  RETURN_IF_ERROR(CheckSpelling(tx, checked.authority));
  return checked;
}

// A void or failed attempt has drawn nothing.
absl::Status CheckHasDrawnNothing(const store::View& view, const TaskId& task) {
  ASSIGN_OR_RETURN(const store::StoredTask found, GetTask(view, task));
  if (!found.withdrawn.empty()) return draw_errors::TaskIsWithdrawn(task);
  ASSIGN_OR_RETURN(const auto attempts, store::AttemptsOfTask(view, task));
  for (const store::StoredAttempt& attempt : attempts) {
    if (attempt.state == AttemptState::kVoid ||
        attempt.state == AttemptState::kFailed) {
      continue;
    }
    return draw_errors::TaskHasDrawn(task, attempt.attempt);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<store::StoredTask> CreateTask(store::Transaction& tx,
                                             const NewTask& task) {
  ASSIGN_OR_RETURN(const auto existing, store::FindTask(tx, task.task));
  if (existing.has_value()) return draw_errors::TaskExists(task.task);
  ASSIGN_OR_RETURN(Checked checked, CheckTask(tx, task));
  ASSIGN_OR_RETURN(
      const std::int64_t leaf,
      tx.Append(store::TaskCreated{task.task, checked.authority, task.suite},
                {{"plan", store::EncodePayload(checked.plan)}}));
  return store::StoredTask{task.task, std::move(checked.authority), task.suite,
                           std::move(checked.plan), leaf};
}

absl::StatusOr<store::StoredTask> ChangeTask(store::Transaction& tx,
                                             const NewTask& task) {
  RETURN_IF_ERROR(CheckHasDrawnNothing(tx, task.task));
  ASSIGN_OR_RETURN(const Checked checked, CheckTask(tx, task));
  RETURN_IF_ERROR(
      tx.Append(store::TaskChanged{task.task, checked.authority, task.suite},
                {{"plan", store::EncodePayload(checked.plan)}})
          .status());
  return GetTask(tx, task.task);
}

absl::StatusOr<store::StoredTask> WithdrawTask(
    store::Transaction& tx, const TaskWithdrawal& withdrawal) {
  RETURN_IF_ERROR(rules::ValidateText(withdrawal.reason, {"reason"}));
  RETURN_IF_ERROR(CheckHasDrawnNothing(tx, withdrawal.task));
  RETURN_IF_ERROR(
      tx.Append(store::TaskWithdrawn{withdrawal.task, withdrawal.reason})
          .status());
  return GetTask(tx, withdrawal.task);
}

absl::StatusOr<store::StoredTask> GetTask(const store::View& view,
                                          const TaskId& task) {
  ASSIGN_OR_RETURN(auto found, store::FindTask(view, task));
  if (!found.has_value()) return draw_errors::TaskUnknown(task);
  return *std::move(found);
}

absl::StatusOr<std::vector<store::StoredTask>> ListTasks(
    const store::View& view, TasksQuery query) {
  RETURN_IF_ERROR(rules::ValidateCategoryFilter(query.category));
  std::vector<store::StoredTask> found;
  // Tasks are few and their plans are sealed, so the filters are no index's.
  while (true) {
    ASSIGN_OR_RETURN(auto page,
                     store::TaskPage(view, query.after, query.limit));
    if (page.empty()) return found;
    query.after = page.back().task;
    for (store::StoredTask& task : page) {
      if (!Fits(task, query)) continue;
      found.push_back(std::move(task));
      if (std::ssize(found) == query.limit) return found;
    }
  }
}

absl::StatusOr<TaskPreview> PreviewTask(const store::View& view,
                                        const RuleBook& book,
                                        const TaskId& task,
                                        std::int64_t max_exclusions) {
  ASSIGN_OR_RETURN(const store::StoredTask found, GetTask(view, task));
  ASSIGN_OR_RETURN(
      Explained explained,
      FreezeAndExplain(view, book,
                       {.task = found, .as_of = found.plan.plan.as_of},
                       max_exclusions));
  const Frozen& frozen = explained.frozen;
  TaskPreview preview;
  preview.task = task;
  preview.strata = StrataOf(frozen);
  preview.policies = frozen.plan.policies;
  for (const auto& [stratum, count] : rules::CountStrata(frozen.frame)) {
    preview.lines_in_scope += count.lines.in_scope;
    preview.lines_eligible += count.lines.eligible;
    for (const auto& [status, n] : count.lines.excluded) {
      preview.lines_excluded[std::string(CodeOf(status))] += n;
    }
  }
  preview.exclusions = std::move(explained.exclusions);
  preview.warnings = std::move(explained.warnings);
  return preview;
}

absl::StatusOr<WitnessAnswer> RegisterWitness(store::Transaction& tx,
                                              const NewWitness& witness) {
  RETURN_IF_ERROR(rules::ValidateText(witness.name, {"witness_name"}));
  RETURN_IF_ERROR(rules::ValidateText(witness.organisation, {"organisation"}));
  RETURN_IF_ERROR(VerifyKey::FromHex(witness.key).status());
  ASSIGN_OR_RETURN(const auto existing, store::FindWitness(tx, witness.key));
  if (existing.has_value()) {
    return draw_errors::WitnessKeyRegistered(witness.key);
  }
  ASSIGN_OR_RETURN(const std::int64_t leaf,
                   tx.Append(store::WitnessRegistered{
                       witness.name, witness.organisation, witness.key}));
  return WitnessAnswer{witness.name, witness.organisation, witness.key, leaf,
                       0};
}

absl::StatusOr<std::vector<WitnessAnswer>> ListWitnesses(
    const store::View& view, std::string_view after, std::int64_t limit) {
  ASSIGN_OR_RETURN(const auto page, store::WitnessPage(view, after, limit));
  ASSIGN_OR_RETURN(const auto attempts, store::AllAttempts(view));
  absl::flat_hash_map<std::string, std::int64_t> defaults;
  for (const store::StoredAttempt& attempt : attempts) {
    for (const std::string& key : attempt.missing) ++defaults[key];
  }
  std::vector<WitnessAnswer> answers;
  for (const store::StoredWitness& witness : page) {
    answers.push_back({witness.name, witness.organisation, witness.key,
                       witness.leaf_index, defaults[witness.key]});
  }
  return answers;
}

absl::StatusOr<NextAttempt> GetNextAttempt(const store::View& view,
                                           const TaskId& task) {
  ASSIGN_OR_RETURN(const store::StoredTask found, GetTask(view, task));
  if (!found.withdrawn.empty()) return draw_errors::TaskIsWithdrawn(task);
  return NextAttemptOf(view, found);
}

}  // namespace spotcheck::app
