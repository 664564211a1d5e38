#include "lib/rules/law/frame.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rules/law/errors.h"
#include "lib/rules/law/task_rules.h"

namespace spotcheck::rules {
namespace {

std::optional<std::size_t> CategoryIndex(const Plan& plan,
                                         const std::string& category) {
  const auto found =
      std::find(plan.categories.begin(), plan.categories.end(), category);
  if (found == plan.categories.end()) return std::nullopt;
  return static_cast<std::size_t>(found - plan.categories.begin());
}

absl::Status CheckEvidence(const std::string& evidence) {
  if (IsIdText(evidence)) return absl::OkStatus();
  return law_errors::EvidenceMalformed(evidence);
}

// Sorts conflicts by enterprise and keeps one for each: of several records the
// one with the smallest evidence.
absl::StatusOr<std::vector<Conflict>> OnePerEnterprise(
    std::vector<Conflict> conflicts) {
  for (const Conflict& conflict : conflicts) {
    RETURN_IF_ERROR(CheckEvidence(conflict.evidence));
  }
  std::sort(conflicts.begin(), conflicts.end(),
            [](const Conflict& a, const Conflict& b) {
              return std::tie(a.usci, a.evidence) <
                     std::tie(b.usci, b.evidence);
            });
  const auto repeated = std::unique(
      conflicts.begin(), conflicts.end(),
      [](const Conflict& a, const Conflict& b) { return a.usci == b.usci; });
  conflicts.erase(repeated, conflicts.end());
  return conflicts;
}

bool HasEnterprise(const std::vector<FrameRow>& rows, const Usci& usci) {
  const auto found = std::lower_bound(
      rows.begin(), rows.end(), usci,
      [](const FrameRow& row, const Usci& key) { return row.usci < key; });
  return found != rows.end() && found->usci == usci;
}

// Gives the line the first status that applies. The caller decides NO_LAB.
void DecideStatus(const LineFacts& line, LineOutcome& outcome) {
  const LineProtection& protection = outcome.protection;
  if (protection.decisive) {
    outcome.row.status = protection.status;
    outcome.row.evidence = protection.reasons[*protection.decisive].check.str();
  } else if (line.held_by) {
    outcome.row.status = LineStatus::kReserved;
    outcome.row.evidence = *line.held_by;
  }
}

template <typename Status>
void CountUnit(Status status, UnitCount<Status>& count) {
  ++count.in_scope;
  if (status == Status::kEligible) {
    ++count.eligible;
  } else {
    ++count.excluded[status];
  }
}

}  // namespace

absl::StatusOr<FrameBuilder> FrameBuilder::Create(FrameContext context) {
  RETURN_IF_ERROR(ValidatePlan(context.plan));
  FrameBuilder builder(std::move(context));
  RETURN_IF_ERROR(builder.IndexLabs());
  RETURN_IF_ERROR(builder.IndexInspectors());
  return builder;
}

FrameBuilder::FrameBuilder(FrameContext context)
    : context_(std::move(context)),
      check_{context_.authority, context_.plan.purpose, context_.plan.as_of} {}

void FrameBuilder::Reserve(std::size_t enterprises, std::size_t lines) {
  frame_.enterprises.reserve(enterprises);
  frame_.lines.reserve(lines);
}

void FrameBuilder::IndexLab(const LabFacts& facts) {
  DrawLab lab;
  lab.lab = facts.lab;
  lab.capacity = facts.capacity;
  Scope scope;
  std::set<std::string> others;
  for (const std::string& category : facts.scope) {
    const auto c = CategoryIndex(context_.plan, category);
    if (c) {
      scope.set(*c);
    } else {
      others.insert(category);
    }
  }
  for (std::size_t c = 0; c < scope.size(); ++c) {
    if (!scope.test(c)) continue;
    lab.scope.push_back(static_cast<std::uint16_t>(c));
    ++lab_counts_[c];
  }
  lab.other_scope.assign(others.begin(), others.end());
  lab_scopes_.push_back(scope);
  frame_.labs.push_back(std::move(lab));
}

absl::Status FrameBuilder::IndexLabs() {
  std::vector<LabFacts> labs = std::move(context_.labs);
  std::sort(labs.begin(), labs.end(),
            [](const LabFacts& a, const LabFacts& b) { return a.lab < b.lab; });
  for (std::size_t i = 0; i < labs.size(); ++i) {
    RETURN_IF_ERROR(ValidateNumber(labs[i].capacity, {"capacity"}));
    if (!lab_index_.emplace(labs[i].lab, i).second) {
      return law_errors::LabRepeated(labs[i].lab);
    }
    IndexLab(labs[i]);
    ASSIGN_OR_RETURN(std::vector<Conflict> conflicts,
                     OnePerEnterprise(std::move(labs[i].conflicts)));
    for (Conflict& conflict : conflicts) {
      conflicts_[conflict.usci].push_back({i, std::move(conflict.evidence)});
    }
  }
  return absl::OkStatus();
}

absl::Status FrameBuilder::IndexInspectors() {
  std::vector<InspectorFacts>& all = context_.inspectors;
  std::sort(all.begin(), all.end(),
            [](const InspectorFacts& a, const InspectorFacts& b) {
              return a.inspector < b.inspector;
            });
  for (std::size_t i = 0; i < all.size(); ++i) {
    RETURN_IF_ERROR(ValidateNumber(all[i].capacity, {"capacity"}));
    if (i > 0 && all[i - 1].inspector == all[i].inspector) {
      return law_errors::InspectorRepeated(all[i].inspector);
    }
    ASSIGN_OR_RETURN(all[i].recusals,
                     OnePerEnterprise(std::move(all[i].recusals)));
  }
  return absl::OkStatus();
}

absl::Status FrameBuilder::CheckFacts(const EnterpriseFacts& facts) const {
  if (facts.lines.empty() ||
      !context_.plan.region.Contains(facts.usci.region())) {
    return law_errors::EnterpriseOutOfScope(facts.usci);
  }
  if (!context_.plan.weights.contains(facts.stratum)) {
    return law_errors::StratumWithoutWeight(facts.stratum);
  }
  for (const auto* evidence :
       {&facts.withdrawn, &facts.already_selected, &facts.deregistered}) {
    if (*evidence) RETURN_IF_ERROR(CheckEvidence(**evidence));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<LineOutcome>> FrameBuilder::DecideLines(
    const EnterpriseFacts& facts, const LabCounts& unbarred) const {
  const auto policies = context_.policies.For(facts.usci);
  std::vector<LineOutcome> lines;
  lines.reserve(facts.lines.size());
  for (const LineFacts& line : facts.lines) {
    const auto category = CategoryIndex(context_.plan, line.category);
    if (!category) return law_errors::LineOutOfScope(facts.usci, line.line);
    LineOutcome outcome;
    outcome.row.usci = facts.usci;
    outcome.row.line = line.line;
    outcome.row.category = static_cast<std::uint16_t>(*category);
    outcome.protection = EvaluateLine(
        policies, check_, {line.product, line.category, facts.checks});
    DecideStatus(line, outcome);
    if (outcome.row.status != LineStatus::kEligible) {
      RETURN_IF_ERROR(CheckEvidence(outcome.row.evidence));
    } else if (unbarred[*category] == 0) {
      outcome.row.status = LineStatus::kNoLab;
    }
    lines.push_back(std::move(outcome));
  }
  const auto before = [](const LineOutcome& a, const LineOutcome& b) {
    return a.row.line < b.row.line;
  };
  std::sort(lines.begin(), lines.end(), before);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!before(lines[i - 1], lines[i])) {
      return law_errors::LineRepeated(facts.usci, lines[i].row.line);
    }
  }
  return lines;
}

FrameRow FrameBuilder::DecideEnterprise(
    const EnterpriseFacts& facts, const std::vector<LineOutcome>& lines) const {
  using enum EnterpriseStatus;
  const auto row = [&facts](EnterpriseStatus status, std::string evidence) {
    return FrameRow{facts.usci, facts.stratum, status, std::move(evidence)};
  };
  const std::optional<Stratum>& only = context_.replaced_stratum;
  if (only && *only != facts.stratum) return row(kOtherStratum, "");
  if (facts.withdrawn) return row(kWithdrawn, *facts.withdrawn);
  if (facts.already_selected) {
    return row(kAlreadySelected, *facts.already_selected);
  }
  if (facts.deregistered) return row(kDeregistered, *facts.deregistered);
  const bool has_line =
      std::any_of(lines.begin(), lines.end(), [](const LineOutcome& line) {
        return line.row.status == LineStatus::kEligible;
      });
  return row(has_line ? kEligible : kNoEligibleLine, "");
}

std::vector<LabBar> FrameBuilder::ConflictBars(const Usci& usci) const {
  std::vector<LabBar> bars;
  const auto found = conflicts_.find(usci);
  if (found == conflicts_.end()) return bars;
  for (const LabConflict& conflict : found->second) {
    bars.push_back(
        {conflict.lab, {usci, LabBarReason::kConflict, conflict.evidence}});
  }
  return bars;
}

FrameBuilder::LabCounts FrameBuilder::CountUnbarred(
    const std::vector<LabBar>& bars) const {
  LabCounts counts = lab_counts_;
  for (const LabBar& bar : bars) {
    for (std::size_t c = 0; c < counts.size(); ++c) {
      if (lab_scopes_[bar.lab].test(c)) --counts[c];
    }
  }
  return counts;
}

// Bars the laboratory that tested the enterprise last, for rotation, unless it
// is the only one left for some eligible line of it.
void FrameBuilder::AddLastLabBar(const EnterpriseFacts& facts,
                                 const LabCounts& unbarred,
                                 EnterpriseOutcome& outcome) const {
  if (!facts.last_lab) return;
  const auto found = lab_index_.find(facts.last_lab->lab);
  if (found == lab_index_.end()) return;
  const std::size_t lab = found->second;
  std::vector<LabBar>& bars = outcome.lab_bars;
  const auto place = std::lower_bound(
      bars.begin(), bars.end(), lab,
      [](const LabBar& bar, std::size_t key) { return bar.lab < key; });
  if (place != bars.end() && place->lab == lab) return;  // by a CONFLICT
  for (const LineOutcome& line : outcome.lines) {
    if (line.row.status == LineStatus::kEligible &&
        unbarred[line.row.category] == 1 &&
        lab_scopes_[lab].test(line.row.category)) {
      return;
    }
  }
  bars.insert(
      place,
      {lab, {facts.usci, LabBarReason::kLastLab, facts.last_lab->evidence}});
}

absl::StatusOr<EnterpriseOutcome> FrameBuilder::Decide(
    const EnterpriseFacts& facts) const {
  RETURN_IF_ERROR(CheckFacts(facts));
  if (facts.last_lab) RETURN_IF_ERROR(CheckEvidence(facts.last_lab->evidence));
  EnterpriseOutcome outcome;
  outcome.lab_bars = ConflictBars(facts.usci);
  const LabCounts unbarred = CountUnbarred(outcome.lab_bars);
  ASSIGN_OR_RETURN(outcome.lines, DecideLines(facts, unbarred));
  AddLastLabBar(facts, unbarred, outcome);
  outcome.row = DecideEnterprise(facts, outcome.lines);
  return outcome;
}

absl::Status FrameBuilder::Add(const EnterpriseFacts& facts) {
  if (!frame_.enterprises.empty() &&
      frame_.enterprises.back().usci >= facts.usci) {
    return law_errors::FrameOutOfOrder(facts.usci);
  }
  ASSIGN_OR_RETURN(EnterpriseOutcome outcome, Decide(facts));
  frame_.enterprises.push_back(std::move(outcome.row));
  for (LineOutcome& line : outcome.lines) {
    frame_.lines.push_back(std::move(line.row));
  }
  for (LabBar& bar : outcome.lab_bars) {
    frame_.labs[bar.lab].bars.push_back(std::move(bar.bar));
  }
  return absl::OkStatus();
}

Frame FrameBuilder::Finish() && {
  for (InspectorFacts& facts : context_.inspectors) {
    DrawInspector inspector{facts.inspector, facts.capacity, {}};
    for (Conflict& recusal : facts.recusals) {
      if (!HasEnterprise(frame_.enterprises, recusal.usci)) continue;
      inspector.bars.push_back({recusal.usci, InspectorBarReason::kRecusal,
                                std::move(recusal.evidence)});
    }
    frame_.inspectors.push_back(std::move(inspector));
  }
  return std::move(frame_);
}

std::map<Stratum, StratumCount> CountStrata(const Frame& frame) {
  std::map<Stratum, StratumCount> strata;
  auto line = frame.lines.begin();
  for (const FrameRow& row : frame.enterprises) {
    StratumCount& count = strata[row.stratum];
    CountUnit(row.status, count.enterprises);
    for (; line != frame.lines.end() && line->usci == row.usci; ++line) {
      CountUnit(line->status, count.lines);
    }
  }
  return strata;
}

}  // namespace spotcheck::rules
