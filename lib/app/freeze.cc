#include "lib/app/freeze.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/app/credit_events.h"
#include "lib/app/draw_errors.h"
#include "lib/base/short_id.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw_text.h"

namespace spotcheck::app {
namespace {

// What a frame is decided on beside each enterprise's own rows.
struct FreezeContext {
  rules::FrameContext frame;
  absl::flat_hash_map<LineId, std::string> held;
  std::vector<store::StoredListChange> list_changes;  // by (usci, leaf)
  absl::flat_hash_map<Usci, std::string> selected;    // evidence
  absl::flat_hash_map<Usci, std::string> withdrawn;   // evidence
  std::map<std::string, std::string> pseudonyms;
};

// A record named by the leaf that holds it.
std::string LeafEvidence(std::int64_t leaf) { return absl::StrCat("J", leaf); }

// An inspector's name in one task's bundles: equal for equal badge, and no way
// back without the sealing key.
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

// Codes that a list has on the day: a laboratory among them is no candidate.
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
                        FreezeContext& context) {
  const auto listed = ListedOn(context.list_changes, context.frame.plan.as_of);
  ASSIGN_OR_RETURN(const auto labs, store::AllLabs(view));
  for (const store::StoredLab& lab : labs) {
    if (lab.record.active == 0 || listed.contains(lab.record.lab.str())) {
      continue;
    }
    context.frame.labs.push_back(
        {lab.record.lab, lab.record.capacity, lab.record.categories,
         Conflicts(lab.record.conflicts, lab.leaf_index)});
  }
  ASSIGN_OR_RETURN(const auto inspectors, store::AllInspectors(view));
  for (const store::StoredInspector& inspector : inspectors) {
    if (inspector.record.active == 0) continue;
    const std::string pseudonym =
        Pseudonym(view.sealer(), task, inspector.record.inspector);
    context.pseudonyms[pseudonym] = inspector.record.inspector.str();
    context.frame.inspectors.push_back(
        {InspectorId(pseudonym), inspector.record.capacity,
         Conflicts(inspector.record.recusals, inspector.leaf_index)});
  }
  return absl::OkStatus();
}

absl::StatusOr<FreezeContext> LoadContext(const store::View& view,
                                          const RuleBook& book,
                                          const FreezeRequest& request) {
  FreezeContext context;
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

absl::Span<const store::StoredListChange> ChangesOf(
    const FreezeContext& context, const Usci& usci) {
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

// The laboratory of the newest check up to the day; of one day's checks the one
// that was journalled last.
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

void AddLines(const FreezeContext& context,
              const store::FrameEnterprise& enterprise,
              rules::EnterpriseFacts& facts) {
  const std::vector<std::string>& categories = context.frame.plan.categories;
  for (const store::FrameLine& line : enterprise.lines) {
    if (std::find(categories.begin(), categories.end(), line.category) ==
        categories.end()) {
      continue;
    }
    const auto held = context.held.find(line.line);
    facts.lines.push_back({line.line, line.product, line.category,
                           held == context.held.end()
                               ? std::nullopt
                               : std::optional(held->second)});
  }
}

// No lines: the enterprise is out of scope.
rules::EnterpriseFacts FactsOf(const FreezeContext& context,
                               const RuleBook& book,
                               const store::FrameEnterprise& enterprise) {
  rules::EnterpriseFacts facts;
  facts.usci = enterprise.enterprise.usci;
  AddLines(context, enterprise, facts);
  if (facts.lines.empty()) return facts;
  const CivilDate as_of = context.frame.plan.as_of;
  facts.stratum = GradeOfEnterprise(book.scheme, enterprise.checks,
                                    ChangesOf(context, facts.usci), as_of)
                      .stratum;
  for (const store::StoredCheck& check : enterprise.checks) {
    facts.checks.push_back(EarlierCheckOf(check));
  }
  if (book.draw.rotation == LabRotation::kBarLastLab) {
    facts.last_lab = LastLabOf(enterprise.checks, as_of);
  }
  facts.withdrawn = Lookup(context.withdrawn, facts.usci);
  facts.already_selected = Lookup(context.selected, facts.usci);
  if (enterprise.enterprise.deregistered) {
    facts.deregistered = LeafEvidence(enterprise.enterprise.leaf_index);
  }
  return facts;
}

absl::Status Explain(const rules::FrameBuilder& builder,
                     const rules::EnterpriseFacts& facts,
                     const FreezeRequest& request, Frozen& frozen) {
  ASSIGN_OR_RETURN(const rules::EnterpriseOutcome outcome,
                   builder.Decide(facts));
  for (const rules::LineOutcome& line : outcome.lines) {
    std::set<std::string> warned;
    for (const auto& warning : line.protection.warnings) {
      warned.insert(warning.policy.str());
    }
    for (const std::string& policy : warned) ++frozen.warnings[policy];
    if (line.row.status != rules::LineStatus::kEligible &&
        std::ssize(frozen.exclusions) < request.max_exclusions) {
      frozen.exclusions.push_back(ExclusionOf(facts.usci, line));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Frozen> Freeze(const store::View& view, const RuleBook& book,
                              const FreezeRequest& request) {
  ASSIGN_OR_RETURN(FreezeContext context, LoadContext(view, book, request));
  Frozen frozen;
  frozen.plan = context.frame.plan;
  frozen.pseudonyms = context.pseudonyms;
  frozen.journal_size = view.journal_size();
  ASSIGN_OR_RETURN(rules::FrameBuilder builder,
                   rules::FrameBuilder::Create(context.frame));
  const auto add =
      [&](const store::FrameEnterprise& enterprise) -> absl::Status {
    const rules::EnterpriseFacts facts = FactsOf(context, book, enterprise);
    if (facts.lines.empty()) return absl::OkStatus();
    if (request.detail == FreezeDetail::kExplain) {
      RETURN_IF_ERROR(Explain(builder, facts, request, frozen));
    }
    return builder.Add(facts);
  };
  RETURN_IF_ERROR(store::ForEachFrameEnterprise(view, frozen.plan.region, add));
  frozen.built = std::move(builder).Finish();
  return frozen;
}

std::string LineCode(rules::LineStatus status) {
  return std::string(rules::CodeText(status));
}

std::string EnterpriseCode(rules::EnterpriseStatus status) {
  return std::string(rules::CodeText(status));
}

std::vector<StratumPreview> StrataOf(const Frozen& frozen) {
  std::vector<StratumPreview> strata;
  for (const auto& [stratum, count] : frozen.built.strata) {
    StratumPreview preview;
    preview.stratum = stratum;
    preview.in_scope = count.enterprises.in_scope;
    preview.eligible = count.enterprises.eligible;
    for (const auto& [status, n] : count.enterprises.excluded) {
      preview.excluded[EnterpriseCode(status)] = n;
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
