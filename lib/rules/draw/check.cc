#include "lib/rules/draw/check.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rules/draw/errors.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/draw/words.h"

namespace spotcheck::rules {
namespace {

absl::Status CheckNumber(std::string_view field, std::int64_t value,
                         std::int64_t limit) {
  if (value < 1 || value > limit) {
    return draw_errors::NumberOutOfRange(field, value, limit);
  }
  return absl::OkStatus();
}

absl::Status CheckTexts(std::string_view field,
                        const std::vector<std::string>& texts,
                        bool (*fits)(std::string_view)) {
  std::set<std::string_view> seen;
  for (const std::string& text : texts) {
    if (!fits(text)) return draw_errors::TextMalformed({field, text});
    if (!seen.insert(text).second)
      return draw_errors::ListRepeats({field, text});
  }
  return absl::OkStatus();
}

absl::Status CheckWeights(const std::map<Stratum, std::int64_t>& weights) {
  if (weights.empty()) return draw_errors::ListEmpty("plan.weights");
  for (const auto& [stratum, weight] : weights) {
    if (!IsStratumText(stratum.str())) {
      return draw_errors::TextMalformed({"plan.weights", stratum.str()});
    }
    RETURN_IF_ERROR(
        CheckNumber("plan.weights." + stratum.str(), weight, kMaxWeight));
  }
  return absl::OkStatus();
}

// True if a row has evidence exactly where its code needs it.
template <typename Row>
bool EvidenceFits(const Row& row) {
  return NeedsEvidence(row.status) ? IsIdText(row.evidence)
                                   : row.evidence.empty();
}

// Finds codes, asked for in ascending order, among rows sorted by code. Each
// search goes on from the last one in growing steps: so a million codes take a
// few steps each, and a handful of codes do not walk the whole frame.
class EnterpriseFinder {
 public:
  explicit EnterpriseFinder(const std::vector<FrameRow>& rows)
      : row_(rows.begin()), end_(rows.end()) {}
  bool Has(const Usci& usci) {
    std::ptrdiff_t step = 1;
    while (step < end_ - row_ && (row_ + step)->usci < usci) step *= 2;
    row_ = std::lower_bound(
        row_, row_ + std::min(step + 1, end_ - row_), usci,
        [](const FrameRow& a, const Usci& b) { return a.usci < b; });
    return row_ != end_ && row_->usci == usci;
  }

 private:
  std::vector<FrameRow>::const_iterator row_;
  std::vector<FrameRow>::const_iterator end_;
};

absl::Status CheckEnterpriseRows(const Frame& frame) {
  std::int64_t number = 0;
  const FrameRow* before = nullptr;
  for (const FrameRow& row : frame.enterprises) {
    ++number;
    if (before != nullptr && !(before->usci < row.usci)) {
      return draw_errors::RowOrder("frame.tsv", number);
    }
    if (!EvidenceFits(row)) {
      return draw_errors::EvidenceMalformed("frame.tsv", row.usci);
    }
    before = &row;
  }
  return absl::OkStatus();
}

absl::Status CheckLineRows(const Plan& plan, const Frame& frame) {
  std::int64_t number = 0;
  const LineRow* before = nullptr;
  auto enterprise = frame.enterprises.begin();
  for (const LineRow& row : frame.lines) {
    ++number;
    if (before != nullptr && !(std::tie(before->usci, before->line) <
                               std::tie(row.usci, row.line))) {
      return draw_errors::RowOrder("lines.tsv", number);
    }
    while (enterprise != frame.enterprises.end() &&
           enterprise->usci < row.usci) {
      ++enterprise;
    }
    if (enterprise == frame.enterprises.end() || enterprise->usci != row.usci) {
      return draw_errors::UnknownEnterprise("lines.tsv", row.usci);
    }
    if (row.category >= plan.categories.size()) {
      return draw_errors::UnknownCategory(row.usci, row.line);
    }
    if (!EvidenceFits(row)) {
      return draw_errors::EvidenceMalformed("lines.tsv", row.usci);
    }
    before = &row;
  }
  return absl::OkStatus();
}

template <typename Reason>
absl::Status CheckBars(std::string_view file, const Frame& frame,
                       const std::vector<Bar<Reason>>& bars) {
  const Bar<Reason>* before = nullptr;
  EnterpriseFinder finder(frame.enterprises);
  for (const Bar<Reason>& bar : bars) {
    if (before != nullptr && !(before->usci < bar.usci)) {
      return draw_errors::BarRepeated(file, bar.usci);
    }
    if (!finder.Has(bar.usci)) {
      return draw_errors::UnknownEnterprise(file, bar.usci);
    }
    if (!IsIdText(bar.evidence)) {
      return draw_errors::EvidenceMalformed(file, bar.usci);
    }
    before = &bar;
  }
  return absl::OkStatus();
}

// Checks the order, the capacities and the bars of laboratories or inspectors.
template <typename Row, typename Id>
absl::Status CheckBins(const std::string& file, const Frame& frame,
                       const std::vector<Row>& rows, Id Row::*id) {
  const Row* before = nullptr;
  for (const Row& row : rows) {
    if (before != nullptr && !(before->*id < row.*id)) {
      return draw_errors::IdOrder({file, (row.*id).str()});
    }
    RETURN_IF_ERROR(
        CheckNumber(file + " CAPACITY", row.capacity, kMaxDrawNumber));
    RETURN_IF_ERROR(CheckBars(file, frame, row.bars));
    before = &row;
  }
  return absl::OkStatus();
}

absl::Status CheckScopes(const Plan& plan, const Frame& frame) {
  for (const DrawLab& lab : frame.labs) {
    RETURN_IF_ERROR(CheckTexts("labs.tsv SCOPE", lab.other_scope, IsDrawText));
    const std::set<std::uint16_t> scope(lab.scope.begin(), lab.scope.end());
    if (scope.size() != lab.scope.size() ||
        (!scope.empty() && *scope.rbegin() >= plan.categories.size())) {
      return draw_errors::ListRepeats({"labs.tsv SCOPE", lab.lab.str()});
    }
  }
  return absl::OkStatus();
}

// Counts the laboratories that could test a line: those with its category in
// scope that are not barred from its enterprise.
class LabCounts {
 public:
  LabCounts(const Plan& plan, const Frame& frame)
      : frame_(frame), in_scope_(plan.categories.size()) {
    for (std::size_t lab = 0; lab < frame.labs.size(); ++lab) {
      for (const std::uint16_t category : frame.labs[lab].scope) {
        ++in_scope_[category];
      }
      AddBars(lab);
    }
    while (runs_.size() > 1) MergeLast();
  }

  bool HasUnbarred(const LineRow& line) const {
    std::int64_t count = in_scope_[line.category];
    auto bar = std::lower_bound(bars_.begin(), bars_.end(),
                                std::pair(line.usci, std::size_t{0}));
    for (; bar != bars_.end() && bar->first == line.usci; ++bar) {
      const auto& scope = frame_.labs[bar->second].scope;
      count -= std::count(scope.begin(), scope.end(), line.category);
    }
    return count > 0;
  }

 private:
  // The bars of one laboratory are a sorted run; runs of like sizes are merged.
  void AddBars(std::size_t lab) {
    runs_.push_back(bars_.size());
    for (const auto& bar : frame_.labs[lab].bars) {
      bars_.emplace_back(bar.usci, lab);
    }
    while (runs_.size() > 1 && 2 * (bars_.size() - runs_.back()) >=
                                   runs_.back() - *(runs_.end() - 2)) {
      MergeLast();
    }
  }
  // Merges the last two runs.
  void MergeLast() {
    const auto middle = static_cast<std::ptrdiff_t>(runs_.back());
    runs_.pop_back();
    std::inplace_merge(
        bars_.begin() + static_cast<std::ptrdiff_t>(runs_.back()),
        bars_.begin() + middle, bars_.end());
  }

  const Frame& frame_;
  std::vector<std::int64_t> in_scope_;              // laboratories per category
  std::vector<std::pair<Usci, std::size_t>> bars_;  // enterprise and laboratory
  std::vector<std::size_t> runs_;                   // where each run begins
};

}  // namespace

absl::Status CheckPlan(const FrozenView& view) {
  const Plan& plan = view.plan;
  RETURN_IF_ERROR(CheckNumber("attempt", view.id.attempt, kMaxDrawNumber));
  if (!IsIdText(view.id.task.str())) {
    return draw_errors::TextMalformed({"task", view.id.task.str()});
  }
  if (!IsDrawText(plan.authority)) {
    return draw_errors::TextMalformed({"plan.authority", plan.authority});
  }
  if (plan.categories.empty()) return draw_errors::ListEmpty("plan.categories");
  RETURN_IF_ERROR(CheckTexts("plan.categories", plan.categories, IsDrawText));
  std::vector<std::string> policies;
  for (const PolicyId& policy : plan.policies) policies.push_back(policy.str());
  RETURN_IF_ERROR(CheckTexts("plan.policies", policies, IsDrawText));
  RETURN_IF_ERROR(
      CheckNumber("plan.sample_size", plan.sample_size, kMaxDrawNumber));
  RETURN_IF_ERROR(CheckNumber("plan.lines_per_enterprise",
                              plan.lines_per_enterprise, kMaxDrawNumber));
  RETURN_IF_ERROR(CheckNumber("plan.inspectors_per_enterprise",
                              plan.inspectors_per_enterprise, kMaxDrawNumber));
  return CheckWeights(plan.weights);
}

absl::Status CheckRows(const FrozenView& view) {
  RETURN_IF_ERROR(CheckNumber(
      "frame_size", static_cast<std::int64_t>(view.frame.enterprises.size()),
      kMaxDrawNumber));
  RETURN_IF_ERROR(CheckEnterpriseRows(view.frame));
  RETURN_IF_ERROR(CheckLineRows(view.plan, view.frame));
  const Frame& frame = view.frame;
  RETURN_IF_ERROR(CheckBins("labs.tsv", frame, frame.labs, &DrawLab::lab));
  RETURN_IF_ERROR(CheckScopes(view.plan, frame));
  return CheckBins("inspectors.tsv", frame, frame.inspectors,
                   &DrawInspector::inspector);
}

absl::Status CheckStrata(const FrozenView& view) {
  for (const FrameRow& row : view.frame.enterprises) {
    if (!view.plan.weights.contains(row.stratum)) {
      return draw_errors::StratumWithoutWeight(row.usci, row.stratum);
    }
  }
  return absl::OkStatus();
}

absl::Status CheckCodes(const FrozenView& view) {
  std::set<Stratum> drawn;
  for (const FrameRow& row : view.frame.enterprises) {
    if (row.status == EnterpriseStatus::kEligible) drawn.insert(row.stratum);
    if (NeedsLaterAttempt(row.status) && view.id.attempt == 1) {
      return draw_errors::CodeNeedsLaterAttempt(row.usci, CodeOf(row.status));
    }
  }
  for (const FrameRow& row : view.frame.enterprises) {
    if (row.status == EnterpriseStatus::kOtherStratum &&
        drawn.contains(row.stratum)) {
      return draw_errors::OtherStratumIsDrawn(row.usci, row.stratum);
    }
  }
  return absl::OkStatus();
}

absl::Status CheckEligibility(const FrozenView& view) {
  auto line = view.frame.lines.begin();
  for (const FrameRow& row : view.frame.enterprises) {
    bool eligible_line = false;
    for (; line != view.frame.lines.end() && line->usci == row.usci; ++line) {
      if (line->status == LineStatus::kEligible) eligible_line = true;
    }
    if (row.status == EnterpriseStatus::kEligible && !eligible_line) {
      return draw_errors::EligibleWithoutLine(row.usci);
    }
    if (row.status == EnterpriseStatus::kNoEligibleLine && eligible_line) {
      return draw_errors::NoEligibleLineHasOne(row.usci);
    }
  }
  return absl::OkStatus();
}

absl::Status CheckLaboratories(const FrozenView& view) {
  const LabCounts labs(view.plan, view.frame);
  for (const LineRow& line : view.frame.lines) {
    if (line.status == LineStatus::kEligible && !labs.HasUnbarred(line)) {
      return draw_errors::EligibleWithoutLab(line.usci, line.line);
    }
    if (line.status == LineStatus::kNoLab && labs.HasUnbarred(line)) {
      return draw_errors::NoLabHasOne(line.usci, line.line);
    }
  }
  return absl::OkStatus();
}

absl::Status CheckInspectors(const FrozenView& view) {
  const auto all = static_cast<std::int64_t>(view.frame.inspectors.size());
  std::vector<Usci> barred;
  for (const DrawInspector& inspector : view.frame.inspectors) {
    for (const auto& bar : inspector.bars) barred.push_back(bar.usci);
  }
  std::sort(barred.begin(), barred.end());
  auto bar = barred.begin();
  for (const FrameRow& row : view.frame.enterprises) {
    while (bar != barred.end() && *bar < row.usci) ++bar;
    std::int64_t unbarred = all;
    for (; bar != barred.end() && *bar == row.usci; ++bar) --unbarred;
    if (row.status == EnterpriseStatus::kEligible &&
        unbarred < view.plan.inspectors_per_enterprise) {
      return draw_errors::TooFewInspectors(row.usci, unbarred,
                                           view.plan.inspectors_per_enterprise);
    }
  }
  return absl::OkStatus();
}

absl::Status CheckSample(const FrozenView& view) {
  std::int64_t eligible = 0;
  std::map<std::string, std::int64_t> excluded;
  for (const FrameRow& row : view.frame.enterprises) {
    if (row.status == EnterpriseStatus::kEligible) {
      ++eligible;
    } else {
      ++excluded[std::string(CodeOf(row.status))];
    }
  }
  if (view.plan.sample_size > eligible) {
    for (const LineRow& line : view.frame.lines) {
      if (line.status == LineStatus::kEligible) continue;
      ++excluded["lines " + std::string(CodeOf(line.status))];
    }
    return draw_errors::SampleTooLarge(view.plan.sample_size, eligible,
                                       excluded);
  }
  return absl::OkStatus();
}

absl::Status CheckFrozen(const FrozenView& view) {
  for (const FrozenCheck& rule : kFrozenChecks) {
    RETURN_IF_ERROR(rule.check(view));
  }
  return absl::OkStatus();
}

}  // namespace spotcheck::rules
