#include "lib/app/credit/fit.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "lib/app/credit/drawn.h"
#include "lib/base/status_macros.h"
#include "lib/rules/law/drawn_unit.h"
#include "lib/store/read/credit.h"
#include "lib/store/read/units.h"

namespace spotcheck::app {
namespace {

using store::CheckRecord;

// Finds the line as the task drew it; absent where it takes no result.
absl::StatusOr<std::optional<store::DrawnLine>> FindWaiting(
    const store::View& view, const store::DrawnLineKey& key) {
  ASSIGN_OR_RETURN(auto drawn, store::FindDrawnLine(view, key));
  if (!drawn) return std::nullopt;
  ASSIGN_OR_RETURN(const auto checks, store::ChecksOf(view, key.usci));
  ASSIGN_OR_RETURN(const auto holder, store::OpenHoldOf(view, key.line));
  const bool has_result = std::any_of(
      checks.begin(), checks.end(), [&key](const store::StoredCheck& check) {
        return check.record.task == key.task && check.record.line == key.line;
      });
  const auto problem = rules::WhyNoResult(
      {.unit = drawn->unit,
       .hold = drawn->hold,
       .has_result = has_result,
       .held_elsewhere = holder && *holder != drawn->hold_id});
  if (problem) return std::nullopt;
  return drawn;
}

absl::StatusOr<Fit> FitToTask(const store::View& view, const Mandate& records,
                              const CheckRecord& check, const TaskId& task) {
  ASSIGN_OR_RETURN(const auto drawn,
                   FindWaiting(view, {task, check.usci, check.line}));
  if (!drawn) return Fit();
  ASSIGN_OR_RETURN(const store::TaskPlan plan, PlanOfDrawn(view, *drawn));
  ASSIGN_OR_RETURN(const rules::Authority authority, AuthorityOf(plan.plan));
  if (authority != check.authority || !records.Check(authority).ok()) {
    return Fit();
  }
  Fit fit{FitKind::kMismatch, task,
          plan.plan.purpose,  drawn->lab,
          plan.plan.as_of,    drawn->hold_until};
  if (check.lab == fit.lab && fit.from <= check.sampled &&
      check.sampled <= fit.until) {
    fit.kind = FitKind::kFills;
  }
  return fit;
}

}  // namespace

absl::StatusOr<Fit> FitOf(const store::View& view, const Mandate& records,
                          const CheckRecord& check) {
  ASSIGN_OR_RETURN(const auto draws, store::DrawsOfLine(view, check.line));
  std::set<TaskId> tasks;
  for (const store::LineInDraw& draw : draws) tasks.insert(draw.task);
  Fit found;
  for (const TaskId& task : tasks) {
    ASSIGN_OR_RETURN(Fit fit, FitToTask(view, records, check, task));
    if (fit.kind == FitKind::kFills) return fit;
    if (fit.kind == FitKind::kMismatch) found = std::move(fit);
  }
  return found;
}

}  // namespace spotcheck::app
