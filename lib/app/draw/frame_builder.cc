#include "lib/app/draw/frame_builder.h"

#include <algorithm>
#include <future>
#include <set>
#include <utility>

#include "absl/functional/function_ref.h"
#include "lib/app/draw/frame_context.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/draw/words.h"
#include "lib/rules/law/frame_merge.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/tasks.h"
#include "lib/store/read/units.h"

namespace spotcheck::app {
namespace {

using Visit = store::VisitFrameEnterprise;
using Walk = absl::FunctionRef<absl::Status(Visit)>;
// Build calls this with an enterprise's facts before it adds the enterprise to
// the frame.
using OnFacts = absl::FunctionRef<absl::Status(const rules::FrameBuilder&,
                                               const rules::EnterpriseFacts&)>;

absl::Status Nothing(const rules::FrameBuilder& /*builder*/,
                     const rules::EnterpriseFacts& /*facts*/) {
  return absl::OkStatus();
}

// Builds the frame of the enterprises that `walk` visits, in the order of the
// visits. `on_facts` hears of each one.
absl::StatusOr<rules::Frame> Build(const FrameBuildContext& context,
                                   const RuleBook& book,
                                   const store::FrameSize& room, Walk walk,
                                   OnFacts on_facts) {
  ASSIGN_OR_RETURN(rules::FrameBuilder builder,
                   rules::FrameBuilder::Create(context.frame));
  builder.Reserve(static_cast<std::size_t>(room.enterprises),
                  static_cast<std::size_t>(room.lines));
  const auto add = [&](store::FrameEnterprise& enterprise) -> absl::Status {
    const rules::EnterpriseFacts facts = FactsOf(context, book, enterprise);
    if (facts.lines.empty()) return absl::OkStatus();
    RETURN_IF_ERROR(on_facts(builder, facts));
    return builder.Add(facts);
  };
  RETURN_IF_ERROR(walk(add));
  return std::move(builder).Finish();
}

// A range of codes, and how many times its own size the frame reserves room
// for.
struct RangeAndRoom {
  store::CodeRange range;
  std::int64_t times = 1;
};
absl::StatusOr<rules::Frame> BuildRange(const store::View& view,
                                        const FrameBuildContext& context,
                                        const RuleBook& book,
                                        const RangeAndRoom& part) {
  const Region& region = context.frame.plan.region;
  ASSIGN_OR_RETURN(store::FrameSize room,
                   store::SizeOf(view, region, part.range));
  room.enterprises *= part.times;
  room.lines *= part.times;
  const auto walk = [&](Visit visit) {
    return store::ForEachFrameEnterprise(view, region, part.range, visit);
  };
  return Build(context, book, room, walk, Nothing);
}

// Builds the frame in parallel: each view has a thread and a range of codes.
// The first part reserves room for the whole frame, because the others are
// appended to it.
absl::StatusOr<rules::Frame> BuildSideBySide(store::Database::Views views,
                                             const FrameBuildContext& context,
                                             const RuleBook& book) {
  ASSIGN_OR_RETURN(const std::vector<store::CodeRange> ranges,
                   store::SplitRegion(*views.front(), context.frame.plan.region,
                                      views.size()));
  std::vector<std::future<absl::StatusOr<rules::Frame>>> rest;
  for (std::size_t i = 1; i < ranges.size(); ++i) {
    rest.push_back(std::async(std::launch::async, [&, i] {
      return BuildRange(*views[i], context, book, {ranges[i]});
    }));
  }
  absl::StatusOr<rules::Frame> frame = BuildRange(
      *views.front(), context, book, {ranges.front(), std::ssize(ranges)});
  for (auto& part : rest) {
    absl::StatusOr<rules::Frame> next = part.get();
    if (!frame.ok()) continue;
    if (!next.ok()) {
      frame = next.status();
    } else {
      rules::AppendFrame(*frame, *std::move(next));
    }
  }
  return frame;
}

Frozen Conclude(const store::View& view, FrameBuildContext context,
                rules::Frame frame) {
  return {std::move(context.frame.plan), std::move(frame),
          std::move(context.pseudonyms), view.journal_size()};
}

absl::Status Explain(const rules::FrameBuilder& builder,
                     const rules::EnterpriseFacts& facts,
                     std::int64_t max_exclusions, Explained& explained) {
  ASSIGN_OR_RETURN(const rules::EnterpriseOutcome outcome,
                   builder.Decide(facts));
  for (const rules::LineOutcome& line : outcome.lines) {
    std::set<std::string> warned;
    for (const auto& warning : line.protection.warnings) {
      warned.insert(warning.policy.str());
    }
    for (const std::string& policy : warned) ++explained.warnings[policy];
    if (line.row.status != rules::LineStatus::kEligible &&
        std::ssize(explained.exclusions) < max_exclusions) {
      explained.exclusions.push_back(ExclusionOf(facts.usci, line));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Frozen> Freeze(store::Database::Views views,
                              const RuleBook& book,
                              const FreezeRequest& request) {
  const store::View& view = *views.front();
  ASSIGN_OR_RETURN(FrameBuildContext context,
                   LoadFrameBuildContext(view, book, request));
  ASSIGN_OR_RETURN(rules::Frame frame, BuildSideBySide(views, context, book));
  return Conclude(view, std::move(context), std::move(frame));
}

absl::StatusOr<Frozen> FreezePart(const store::View& view, const RuleBook& book,
                                  const FreezeRequest& request,
                                  const absl::flat_hash_set<Usci>& codes) {
  std::vector<Usci> ordered(codes.begin(), codes.end());
  std::sort(ordered.begin(), ordered.end());
  const auto walk = [&](Visit visit) -> absl::Status {
    for (const Usci& usci : ordered) {
      ASSIGN_OR_RETURN(store::FrameEnterprise enterprise,
                       store::FrameEnterpriseOf(view, usci));
      if (!enterprise.lines.empty()) RETURN_IF_ERROR(visit(enterprise));
    }
    return absl::OkStatus();
  };
  ASSIGN_OR_RETURN(FrameBuildContext context,
                   LoadFrameBuildContext(view, book, request));
  ASSIGN_OR_RETURN(rules::Frame frame, Build(context, book, {}, walk, Nothing));
  return Conclude(view, std::move(context), std::move(frame));
}

absl::StatusOr<Explained> FreezeAndExplain(const store::View& view,
                                           const RuleBook& book,
                                           const FreezeRequest& request,
                                           std::int64_t max_exclusions) {
  Explained explained;
  const auto explain = [&](const rules::FrameBuilder& builder,
                           const rules::EnterpriseFacts& facts) {
    return Explain(builder, facts, max_exclusions, explained);
  };
  ASSIGN_OR_RETURN(FrameBuildContext context,
                   LoadFrameBuildContext(view, book, request));
  const auto walk = [&](Visit visit) {
    return store::ForEachFrameEnterprise(view, context.frame.plan.region, {},
                                         visit);
  };
  ASSIGN_OR_RETURN(rules::Frame frame, Build(context, book, {}, walk, explain));
  explained.frozen = Conclude(view, std::move(context), std::move(frame));
  return explained;
}

std::vector<StratumPreview> StrataOf(const Frozen& frozen) {
  std::vector<StratumPreview> strata;
  for (const auto& [stratum, count] : rules::CountStrata(frozen.frame)) {
    StratumPreview preview;
    preview.stratum = stratum;
    preview.in_scope = count.enterprises.in_scope;
    preview.eligible = count.enterprises.eligible;
    for (const auto& [status, n] : count.enterprises.excluded) {
      preview.excluded[std::string(CodeOf(status))] = n;
    }
    const auto weight = frozen.plan.weights.find(stratum);
    if (weight != frozen.plan.weights.end()) preview.weight = weight->second;
    strata.push_back(std::move(preview));
  }
  return strata;
}

absl::StatusOr<DrawnBefore> LoadDrawnBefore(const store::View& view,
                                            const TaskId& task) {
  DrawnBefore before;
  ASSIGN_OR_RETURN(const auto withdrawals, store::WithdrawalsOf(view, task));
  ASSIGN_OR_RETURN(const auto attempts, store::AttemptsOfTask(view, task));
  for (const store::StoredAttempt& attempt : attempts) {
    ASSIGN_OR_RETURN(const auto units,
                     store::UnitsOf(view, task, attempt.attempt));
    ASSIGN_OR_RETURN(const store::TaskPlan plan,
                     store::CommittedPlan(view, attempt));
    for (const store::StoredUnit& unit : units) {
      before.selected[unit.selected.usci] =
          LeafEvidence(attempt.run_leaf_index);
      const auto withdrawal = withdrawals.find(unit.unit_tag);
      if (withdrawal != withdrawals.end()) {
        before.withdrawn[unit.selected.usci] = LeafEvidence(withdrawal->second);
        ++before.to_replace[unit.selected.stratum];
      }
      if (!plan.replaced.empty()) --before.to_replace[plan.replaced];
    }
  }
  return before;
}

absl::StatusOr<NextAttempt> NextAttemptOf(const store::View& view,
                                          const store::StoredTask& task) {
  NextAttempt next;
  next.task = task.task;
  next.suite = task.suite;
  ASSIGN_OR_RETURN(const auto latest, store::LatestAttempt(view, task.task));
  if (latest.has_value()) next.attempt = latest->attempt + 1;
  ASSIGN_OR_RETURN(const auto chain, store::LastOfChain(view, task.authority));
  if (chain.has_value()) {
    ASSIGN_OR_RETURN(next.previous, DigestFromHex(chain->commitment));
  }
  return next;
}

}  // namespace spotcheck::app
