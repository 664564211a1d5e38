// Explains why an enterprise was or was not drawn (ExplainUnit), and proves to
// a drawn one at the visit that it was (GetUnitProof).

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "lib/app/draw/attempts.h"
#include "lib/app/draw/errors.h"
#include "lib/app/draw/frame_builder.h"
#include "lib/app/draw/frozen_bundle.h"
#include "lib/app/draw/reasons.h"
#include "lib/app/draw/view.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/allocate.h"
#include "lib/rules/draw/commit.h"
#include "lib/rules/draw/result.h"
#include "lib/rules/draw/run.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/draw/ticket.h"
#include "lib/rules/draw/words.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/registers.h"

namespace spotcheck::app {
namespace {

struct Explaining {
  const store::View& view;
  const RuleBook& book;
  const store::StoredAttempt& attempt;
  const rules::Bundle& bundle;  // has a result once the attempt has run
};

const rules::FrameRow* FindRow(const rules::Frame& frame, const Usci& usci) {
  const auto row = std::lower_bound(
      frame.enterprises.begin(), frame.enterprises.end(), usci,
      [](const rules::FrameRow& a, const Usci& b) { return a.usci < b; });
  return row != frame.enterprises.end() && row->usci == usci ? &*row : nullptr;
}

const rules::SelectedEnterprise* FindSelected(const rules::Bundle& bundle,
                                              const Usci& usci) {
  for (const rules::SelectedEnterprise& unit : bundle.result.selection) {
    if (unit.usci == usci) return &unit;
  }
  return nullptr;
}

std::string StatusText(std::string_view code, std::string_view evidence) {
  if (code == CodeOf(rules::LineStatus::kEligible)) return std::string(code);
  return evidence.empty() ? absl::StrCat("EXCLUDED:", std::string(code))
                          : absl::StrCat("EXCLUDED:", std::string(code), ":",
                                         std::string(evidence));
}

absl::Status AddLines(const Explaining& on, const Usci& usci,
                      const rules::SelectedEnterprise* selected,
                      UnitExplanation& answer) {
  const PlannedAttempt planned = {on.attempt, on.bundle.plan};
  for (const rules::LineRow& row : on.bundle.frame.lines) {
    if (row.usci != usci) continue;
    ExplainedLine line;
    line.line = row.line;
    line.category = on.bundle.plan.categories[row.category];
    line.status = StatusText(CodeOf(row.status), row.evidence);
    ASSIGN_OR_RETURN(line.policies,
                     ExplainPolicies(on.view, on.book, planned, row));
    line.reason = LineReason(row, line.policies);
    ASSIGN_OR_RETURN(const auto product,
                     store::FindProduct(on.view, usci, row.line));
    if (product.has_value()) line.product_name = product->record.product_name;
    if (selected != nullptr) {
      line.drawn = std::any_of(selected->lines.begin(), selected->lines.end(),
                               [&](const rules::SelectedLine& drawn) {
                                 return drawn.line == row.line;
                               });
    }
    answer.lines.push_back(std::move(line));
  }
  return absl::OkStatus();
}

void AddBars(const rules::Frame& frame, const Usci& usci,
             UnitExplanation& answer) {
  const auto add = [&](rules::Assigned kind, const auto& id, const auto& bars) {
    for (const auto& bar : bars) {
      if (bar.usci != usci) continue;
      answer.bars.push_back({std::string(CodeOf(kind)), id.str(),
                             std::string(CodeOf(bar.reason)), bar.evidence});
    }
  };
  for (const rules::DrawLab& lab : frame.labs) {
    add(rules::Assigned::kLab, lab.lab, lab.bars);
  }
  for (const rules::DrawInspector& inspector : frame.inspectors) {
    add(rules::Assigned::kInspector, inspector.inspector, inspector.bars);
  }
}

// The probability depends on the frozen frame alone, so it can be told before
// the run: the run fills the strata in the same way.
absl::StatusOr<rules::Fraction> ProbabilityOf(const rules::Bundle& bundle,
                                              const Stratum& stratum) {
  rules::Pools pools;
  for (const rules::FrameRow& row : bundle.frame.enterprises) {
    if (row.status == rules::EnterpriseStatus::kEligible) {
      ++pools[row.stratum].eligible;
    }
  }
  for (auto& [name, pool] : pools) {
    const auto weight = bundle.plan.weights.find(name);
    if (weight != bundle.plan.weights.end()) pool.weight = weight->second;
  }
  ASSIGN_OR_RETURN(const rules::AllocationShape shape,
                   rules::FillStrata(bundle.plan.sample_size, pools));
  const rules::Allocation at = rules::AllocateAt(0, shape, pools);
  const auto found = at.probability.find(stratum);
  return found == at.probability.end() ? rules::Fraction{0, 1} : found->second;
}

absl::Status AddChance(const Explaining& on, const rules::FrameRow& row,
                       UnitExplanation& answer) {
  rules::Fraction chance{0, 1};
  if (row.status == rules::EnterpriseStatus::kEligible) {
    ASSIGN_OR_RETURN(chance, ProbabilityOf(on.bundle, row.stratum));
  }
  answer.inclusion_probability =
      absl::StrCat(chance.numerator, "/", chance.denominator);
  answer.inclusion_percent = PercentOf(chance);
  return absl::OkStatus();
}

Digest SeedOf(const rules::Bundle& bundle) {
  return rules::DrawSeed(
      bundle.id.suite,
      rules::CollectSeedInputs(bundle.commitment, bundle.operator_secret,
                               bundle.witnesses, bundle.beacon));
}

// Adds what only an opened attempt may show: the enterprise's ticket, and the
// lowest ticket of its stratum that was not drawn.
void AddTickets(const Explaining& on, const rules::FrameRow& row,
                UnitExplanation& answer) {
  const rules::Bundle& bundle = on.bundle;
  const rules::Tickets tickets(bundle.id.suite, SeedOf(bundle));
  answer.ticket = tickets.Of({"enterprise", row.usci.view()}).ToHex();
  std::optional<Digest> first;
  for (const rules::FrameRow& other : bundle.frame.enterprises) {
    if (other.stratum != row.stratum ||
        other.status != rules::EnterpriseStatus::kEligible ||
        FindSelected(bundle, other.usci) != nullptr) {
      continue;
    }
    const Digest ticket = tickets.Of({"enterprise", other.usci.view()});
    if (!first.has_value() || ticket < *first) first = ticket;
  }
  if (first.has_value()) answer.first_not_drawn = first->ToHex();
}

absl::StatusOr<UnitExplanation> Explain(const Explaining& on,
                                        const Usci& usci) {
  UnitExplanation answer;
  answer.usci = usci;
  answer.attempt = on.attempt.attempt;
  const rules::FrameRow* row = FindRow(on.bundle.frame, usci);
  if (row == nullptr) {
    ASSIGN_OR_RETURN(answer.reason,
                     OutOfScopeReason(on.view, on.bundle.plan, usci));
    return answer;
  }
  const rules::SelectedEnterprise* selected = FindSelected(on.bundle, usci);
  answer.in_scope = true;
  answer.status = StatusText(CodeOf(row->status), row->evidence);
  answer.reason = EnterpriseReason(*row);
  answer.stratum = row->stratum.str();
  const auto weight = on.bundle.plan.weights.find(row->stratum);
  if (weight != on.bundle.plan.weights.end()) answer.weight = weight->second;
  RETURN_IF_ERROR(AddLines(on, usci, selected, answer));
  AddBars(on.bundle.frame, usci, answer);
  RETURN_IF_ERROR(AddChance(on, *row, answer));
  if (selected != nullptr) {
    answer.drawn = true;
    answer.rank = selected->rank;
  }
  if (on.attempt.state == AttemptState::kOpened) AddTickets(on, *row, answer);
  return answer;
}

}  // namespace

std::string PercentOf(const rules::Fraction& fraction) {
  // The fraction as hundredths of a percent, rounded half up in whole numbers.
  const std::int64_t scaled =
      (fraction.numerator * 20'000 / fraction.denominator + 1) / 2;
  return absl::StrFormat("%d.%02d%%", scaled / 100, scaled % 100);
}

absl::StatusOr<UnitExplanation> ExplainUnit(const store::View& view,
                                            const RuleBook& book,
                                            const AttemptRef& ref,
                                            const Usci& usci) {
  ASSIGN_OR_RETURN(const store::StoredAttempt attempt,
                   ResolveAttempt(view, ref));
  ASSIGN_OR_RETURN(const rules::Bundle bundle,
                   attempt.run_at.has_value() ? LoadRunBundle(view, attempt)
                                              : LoadBundle(view, attempt));
  return Explain({view, book, attempt, bundle}, usci);
}

absl::StatusOr<UnitProof> GetUnitProof(const store::View& view,
                                       const AttemptRef& ref,
                                       const Usci& usci) {
  ASSIGN_OR_RETURN(const store::StoredAttempt attempt,
                   ResolveRunAttempt(view, ref));
  ASSIGN_OR_RETURN(const rules::Bundle bundle, LoadRunBundle(view, attempt));
  if (FindSelected(bundle, usci) == nullptr) {
    return draw_errors::UnitNotDrawn(ref.task, usci);
  }
  ASSIGN_OR_RETURN(const rules::SelectionProof proof,
                   rules::ProveSelection(bundle.id.suite, SeedOf(bundle),
                                         bundle.result.selection, usci));
  UnitProof answer;
  answer.task = attempt.task;
  answer.attempt = attempt.attempt;
  answer.suite = bundle.id.suite;
  answer.leaf = proof.leaf;
  answer.leaf_index = proof.position.index;
  answer.leaf_count = proof.position.size;
  answer.path = proof.path;
  answer.result_root = attempt.result_root;
  answer.commitment = attempt.commitment;
  answer.transcript = attempt.transcript;
  ASSIGN_OR_RETURN(answer.run, ProveLeaf(view, attempt.run_leaf_index));
  return answer;
}

}  // namespace spotcheck::app
