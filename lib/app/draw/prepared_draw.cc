#include "lib/app/draw/prepared_draw.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "lib/app/draw/errors.h"
#include "lib/app/draw/touched.h"
#include "lib/base/status_macros.h"
#include "lib/rules/bundle/read.h"
#include "lib/rules/law/frame_merge.h"
#include "lib/rules/law/task_rules.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/tasks.h"

namespace spotcheck::app {
namespace {

bool ShareAnEnterprise(const std::vector<rules::FrameRow>& a,
                       const std::vector<rules::FrameRow>& b) {
  auto mine = a.begin();
  auto other = b.begin();
  while (mine != a.end() && other != b.end()) {
    if (mine->usci == other->usci) return true;
    ++(mine->usci < other->usci ? mine : other);
  }
  return false;
}

// Refuses a frame that shares an enterprise with another attempt which is
// committed and has not run yet.
absl::Status CheckOverlap(const store::View& view, const rules::Frame& frame) {
  ASSIGN_OR_RETURN(const auto undecided, store::UndecidedAttempts(view));
  for (const store::StoredAttempt& other : undecided) {
    ASSIGN_OR_RETURN(const std::string text,
                     view.OpenPayload(other.leaf_index, rules::kFrameFile));
    ASSIGN_OR_RETURN(const auto rows, rules::ReadFrameTsv(text));
    if (ShareAnEnterprise(frame.enterprises, rows)) {
      return draw_errors::ScopeUndecided(other.task, other.attempt,
                                         other.deadline);
    }
  }
  return absl::OkStatus();
}

// A task is drawn once; later attempts may only replace its withdrawn units.
absl::Status CheckMayDraw(const store::View& view,
                          const CommitRequest& request) {
  ASSIGN_OR_RETURN(const auto attempts,
                   store::AttemptsOfTask(view, request.task));
  const store::StoredAttempt* run = nullptr;
  for (const store::StoredAttempt& attempt : attempts) {
    if (attempt.state == AttemptState::kCommitted) {
      return draw_errors::ScopeUndecided(attempt.task, attempt.attempt,
                                         attempt.deadline);
    }
    if (attempt.run_at.has_value()) run = &attempt;
  }
  if (!request.replaced.has_value() && run != nullptr) {
    return draw_errors::AlreadyRun(request.task, run->attempt);
  }
  if (request.replaced.has_value() && run == nullptr) {
    return draw_errors::NothingToReplace(request.task, *request.replaced);
  }
  return absl::OkStatus();
}

// Sets the sample size of a replacement: the number of units withdrawn from the
// stratum that were not replaced yet.
absl::Status SizeReplacement(const store::View& view,
                             const CommitRequest& request,
                             store::StoredTask& task) {
  if (!request.replaced.has_value()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const DrawnBefore before,
                   LoadDrawnBefore(view, request.task));
  const auto missing = before.to_replace.find(*request.replaced);
  if (missing == before.to_replace.end() || missing->second <= 0) {
    return draw_errors::NothingToReplace(request.task, *request.replaced);
  }
  task.plan.plan.sample_size = missing->second;
  task.plan.replaced = *request.replaced;
  return absl::OkStatus();
}

// The plan that the task's first run committed to. A replacement keeps it
// except for as-of, deadline and sample size.
absl::StatusOr<rules::Plan> FirstPlan(const store::View& view,
                                      const TaskId& task) {
  ASSIGN_OR_RETURN(const auto attempts, store::AttemptsOfTask(view, task));
  for (const store::StoredAttempt& attempt : attempts) {
    if (!attempt.run_at.has_value()) continue;
    ASSIGN_OR_RETURN(store::TaskPlan plan, store::CommittedPlan(view, attempt));
    return std::move(plan.plan);
  }
  return draw_errors::NotRun(task, AttemptState::kCommitted);
}

FreezeRequest RequestOf(const PreparedDraw& prepared, CivilDate as_of) {
  const Stratum& replaced = prepared.task.plan.replaced;
  return {.task = prepared.task,
          .replaced = replaced.empty() ? std::nullopt : std::optional(replaced),
          .as_of = as_of,
          .committed = prepared.committed};
}

// Refuses a frame that is empty or overlaps with another attempt's.
absl::Status CheckFrame(const store::View& view, const PreparedDraw& prepared) {
  const Frozen& frozen = prepared.frozen;
  if (frozen.frame.enterprises.empty()) {
    return draw_errors::FrameEmpty(prepared.task.task);
  }
  return CheckOverlap(view, frozen.frame);
}

// The enterprises whose rows may have changed since the frame's view; nullopt
// if the whole frame may have changed or if they are more than `most`.
absl::StatusOr<std::optional<absl::flat_hash_set<Usci>>> TouchedSince(
    const store::View& view, const PreparedDraw& prepared, std::size_t most) {
  const FrameScope scope = {prepared.task.task, prepared.frozen.plan.region};
  absl::flat_hash_set<Usci> all;
  for (std::int64_t leaf = prepared.frozen.journal_size;
       leaf < view.journal_size(); ++leaf) {
    ASSIGN_OR_RETURN(const auto codes, TouchedBy(view, leaf, scope));
    if (!codes.has_value()) return std::nullopt;
    all.insert(codes->begin(), codes->end());
    if (all.size() > most) return std::nullopt;
  }
  return all;
}

}  // namespace

absl::StatusOr<PreparedDraw> PrepareDraw(store::Database::Views views,
                                         const RuleBook& book,
                                         const CommitRequest& request,
                                         CivilDate today) {
  const store::View& view = *views.front();
  PreparedDraw prepared;
  ASSIGN_OR_RETURN(prepared.task, GetTask(view, request.task));
  if (!prepared.task.withdrawn.empty()) {
    return draw_errors::TaskIsWithdrawn(request.task);
  }
  RETURN_IF_ERROR(CheckMayDraw(view, request));
  RETURN_IF_ERROR(SizeReplacement(view, request, prepared.task));
  const CivilDate as_of = request.as_of.value_or(prepared.task.plan.plan.as_of);
  RETURN_IF_ERROR(rules::ValidateAsOf(as_of, today));
  ASSIGN_OR_RETURN(prepared.next, NextAttemptOf(view, prepared.task));
  prepared.id = {prepared.task.suite, prepared.task.task, prepared.next.attempt,
                 prepared.next.previous};
  if (request.replaced.has_value()) {
    ASSIGN_OR_RETURN(prepared.committed, FirstPlan(view, request.task));
  }
  ASSIGN_OR_RETURN(prepared.frozen,
                   Freeze(views, book, RequestOf(prepared, as_of)));
  RETURN_IF_ERROR(CheckFrame(view, prepared));
  return prepared;
}

absl::StatusOr<FrameChange> CatchUp(const store::View& view,
                                    const RuleBook& book, std::size_t most,
                                    PreparedDraw& prepared) {
  ASSIGN_OR_RETURN(const auto touched, TouchedSince(view, prepared, most));
  if (!touched.has_value()) return FrameChange::kEverything;
  Frozen& frozen = prepared.frozen;
  frozen.journal_size = view.journal_size();
  if (touched->empty()) return FrameChange::kNothing;
  ASSIGN_OR_RETURN(
      Frozen part,
      FreezePart(view, book, RequestOf(prepared, frozen.plan.as_of), *touched));
  if (!rules::ReplaceInFrame(frozen.frame, *touched, std::move(part.frame))) {
    return FrameChange::kNothing;
  }
  RETURN_IF_ERROR(CheckFrame(view, prepared));
  return FrameChange::kRows;
}

}  // namespace spotcheck::app
