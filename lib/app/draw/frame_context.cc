#include "lib/app/draw/frame_context.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "lib/app/credit/events.h"
#include "lib/app/draw/errors.h"
#include "lib/base/hash.h"
#include "lib/base/status_macros.h"
#include "lib/store/read/units.h"

namespace spotcheck::app {

std::string LeafEvidence(std::int64_t leaf) { return absl::StrCat("J", leaf); }

namespace {

// The name that an inspector has in the bundles of one task: one badge has one
// name, and only the holder of the sealing key can lead it back to the badge.
std::string Pseudonym(const Sealer& sealer, const TaskId& task,
                      const InspectorId& badge) {
  const Digest tag =
      sealer.Tag("pseudonym", absl::StrCat(task.str(), "\n", badge.str()));
  return absl::StrCat("I", ShortId(tag));
}

template <typename Codes>
std::vector<rules::Conflict> Conflicts(const Codes& codes, std::int64_t leaf) {
  std::vector<rules::Conflict> conflicts;
  for (const Usci& usci : codes)
    conflicts.push_back({usci, LeafEvidence(leaf)});
  return conflicts;
}

// The codes that are on a list on the day. A laboratory whose code is among
// them is no candidate.
absl::flat_hash_set<std::string> ListedOn(
    const std::vector<store::StoredListChange>& changes, CivilDate as_of) {
  absl::flat_hash_map<std::string, const store::StoredListChange*> latest;
  for (const store::StoredListChange& change : changes) {
    if (change.day <= as_of) latest[change.entry_id] = &change;
  }
  absl::flat_hash_set<std::string> listed;
  for (const auto& [entry, change] : latest) {
    if (change->state == store::ListState::kListed) {
      listed.insert(change->usci.str());
    }
  }
  return listed;
}

absl::Status LoadPeople(const store::View& view, const TaskId& task,
                        FrameBuildContext& context) {
  const auto listed = ListedOn(context.list_changes, context.frame.plan.as_of);
  ASSIGN_OR_RETURN(const auto labs, store::AllLabs(view));
  for (const store::StoredLab& lab : labs) {
    if (!lab.record.active || listed.contains(lab.record.lab.str())) {
      continue;
    }
    context.frame.labs.push_back(
        {lab.record.lab, lab.record.capacity, lab.record.categories,
         Conflicts(lab.record.conflicts, lab.leaf_index)});
  }
  ASSIGN_OR_RETURN(const auto inspectors, store::AllInspectors(view));
  for (const store::StoredInspector& inspector : inspectors) {
    if (!inspector.record.active) continue;
    const std::string pseudonym =
        Pseudonym(view.sealer(), task, inspector.record.inspector);
    context.pseudonyms[pseudonym] = inspector.record.inspector.str();
    context.frame.inspectors.push_back(
        {InspectorId(pseudonym), inspector.record.capacity,
         Conflicts(inspector.record.recusals, inspector.leaf_index)});
  }
  return absl::OkStatus();
}

absl::Span<const store::StoredListChange> ChangesOf(
    const FrameBuildContext& context, const Usci& usci) {
  struct ByUsci {
    bool operator()(const store::StoredListChange& a, const Usci& b) const {
      return a.usci < b;
    }
    bool operator()(const Usci& a, const store::StoredListChange& b) const {
      return a < b.usci;
    }
  };
  const auto [first, last] = std::equal_range(
      context.list_changes.begin(), context.list_changes.end(), usci, ByUsci());
  return absl::MakeConstSpan(context.list_changes)
      .subspan(static_cast<std::size_t>(first - context.list_changes.begin()),
               static_cast<std::size_t>(last - first));
}

// The laboratory of the newest check sampled up to the day. Of several checks
// on the same day the one journalled last counts.
std::optional<rules::LastLab> LastLabOf(
    const std::vector<store::StoredCheck>& checks, CivilDate as_of) {
  const store::StoredCheck* last = nullptr;
  for (const store::StoredCheck& check : checks) {
    if (check.record.sampled > as_of || check.record.lab.empty()) continue;
    if (last == nullptr ||
        std::pair(check.record.sampled, check.leaf_index) >
            std::pair(last->record.sampled, last->leaf_index)) {
      last = &check;
    }
  }
  if (last == nullptr) return std::nullopt;
  return rules::LastLab{last->record.lab, last->record.check.str()};
}

std::optional<std::string> Lookup(
    const absl::flat_hash_map<Usci, std::string>& map, const Usci& usci) {
  const auto found = map.find(usci);
  if (found == map.end()) return std::nullopt;
  return found->second;
}

using Lines = std::vector<store::FrameLine>;

bool IsInScope(const FrameBuildContext& context, const store::FrameLine& line) {
  const std::vector<std::string>& categories = context.frame.plan.categories;
  return std::find(categories.begin(), categories.end(), line.category) !=
         categories.end();
}

// Answers the positions of the lines, ordered so that lines of one product are
// neighbours. Two lines can be one product: older ids were made while a long
// dash and a hyphen were still different.
std::vector<std::size_t> ByProduct(const Lines& lines) {
  std::vector<std::size_t> order(lines.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&lines](std::size_t a, std::size_t b) {
    return std::tie(lines[a].product, lines[a].line) <
           std::tie(lines[b].product, lines[b].line);
  });
  return order;
}

// Answers for each line the evidence that keeps it out of the draw: a hold on
// its product, or another line in scope that is the same product, so that no
// product is drawn twice.
std::vector<std::optional<std::string>> HoldsOn(
    const FrameBuildContext& context, const Lines& lines) {
  std::vector<std::optional<std::string>> holds(lines.size());
  const std::vector<std::size_t> order = ByProduct(lines);
  for (std::size_t first = 0, end = 0; first < order.size(); first = end) {
    const auto& product = lines[order[first]].product;
    std::optional<std::string> hold;
    for (end = first; end < order.size(); ++end) {
      if (lines[order[end]].product != product) break;
      const auto held = context.held.find(lines[order[end]].line);
      if (!hold && held != context.held.end()) hold = held->second;
    }
    for (std::size_t at = first; at < end; ++at) {
      holds[order[at]] = hold;
      if (!hold && IsInScope(context, lines[order[at]])) {
        // holds back the product's other lines
        hold = lines[order[at]].line.str();
      }
    }
  }
  return holds;
}

void MoveLines(const FrameBuildContext& context,
               store::FrameEnterprise& enterprise,
               rules::EnterpriseFacts& facts) {
  Lines& lines = enterprise.lines;
  std::vector<std::optional<std::string>> holds = HoldsOn(context, lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!IsInScope(context, lines[i])) continue;
    facts.lines.push_back({std::move(lines[i].line),
                           std::move(lines[i].product),
                           std::move(lines[i].category), std::move(holds[i])});
  }
}

}  // namespace

absl::StatusOr<FrameBuildContext> LoadFrameBuildContext(
    const store::View& view, const RuleBook& book,
    const FreezeRequest& request) {
  FrameBuildContext context;
  rules::Plan& plan = context.frame.plan;
  plan = request.task.plan.plan;
  plan.as_of = request.as_of;
  context.frame.authority = request.task.authority;
  const CivilDate valid_on =
      request.committed.has_value() ? request.committed->as_of : plan.as_of;
  context.frame.policies =
      rules::TaskPolicies(book.policies, plan.region, valid_on);
  plan.policies = context.frame.policies.Ids();
  if (request.committed.has_value() &&
      plan.policies != request.committed->policies) {
    return draw_errors::PoliciesChanged(request.task.task);
  }
  context.frame.replaced_stratum = request.replaced;
  ASSIGN_OR_RETURN(context.list_changes, store::AllListChanges(view));
  RETURN_IF_ERROR(LoadPeople(view, request.task.task, context));
  ASSIGN_OR_RETURN(context.held, store::HeldLines(view));
  if (request.replaced.has_value()) {
    ASSIGN_OR_RETURN(DrawnBefore before,
                     LoadDrawnBefore(view, request.task.task));
    context.selected = std::move(before.selected);
    context.withdrawn = std::move(before.withdrawn);
  }
  return context;
}

rules::EnterpriseFacts FactsOf(const FrameBuildContext& context,
                               const RuleBook& book,
                               store::FrameEnterprise& enterprise) {
  rules::EnterpriseFacts facts;
  facts.usci = enterprise.enterprise.usci;
  MoveLines(context, enterprise, facts);
  if (facts.lines.empty()) return facts;
  const CivilDate as_of = context.frame.plan.as_of;
  facts.stratum = GradeOfEnterprise(book.scheme, enterprise.checks,
                                    ChangesOf(context, facts.usci), as_of)
                      .stratum;
  if (book.draw.rotation == LabRotation::kBarLastLab) {
    facts.last_lab = LastLabOf(enterprise.checks, as_of);
  }
  facts.checks.reserve(enterprise.checks.size());
  for (store::StoredCheck& check : enterprise.checks) {
    facts.checks.push_back(EarlierCheckOf(std::move(check)));
  }
  facts.withdrawn = Lookup(context.withdrawn, facts.usci);
  facts.already_selected = Lookup(context.selected, facts.usci);
  if (enterprise.enterprise.deregistered) {
    facts.deregistered = LeafEvidence(enterprise.enterprise.leaf_index);
  }
  return facts;
}

}  // namespace spotcheck::app
