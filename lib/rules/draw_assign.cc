#include "lib/rules/draw_assign.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rules/draw_match.h"

namespace spotcheck::rules {
namespace {

// A drawn line as an item: where it stands in the sample.
struct LineItem {
  std::size_t enterprise = 0;
  std::size_t line = 0;
};

std::vector<LineItem> OrderLines(const Tickets& tickets,
                                 const std::vector<DrawnEnterprise>& drawn) {
  std::vector<std::tuple<Digest, Usci, LineId, std::size_t, std::size_t>> order;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    for (std::size_t j = 0; j < drawn[i].lines.size(); ++j) {
      const LineRow& line = *drawn[i].lines[j];
      order.emplace_back(
          tickets.Of({"lab-order", line.usci.view(), line.line.str()}),
          line.usci, line.line, i, j);
    }
  }
  std::sort(order.begin(), order.end());
  std::vector<LineItem> items;
  for (const auto& entry : order) {
    items.push_back({std::get<3>(entry), std::get<4>(entry)});
  }
  return items;
}

std::vector<std::size_t> OrderEnterprises(
    const Tickets& tickets, const std::vector<DrawnEnterprise>& drawn) {
  std::vector<std::tuple<Digest, Usci, std::size_t>> order;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const Usci& usci = drawn[i].row->usci;
    order.emplace_back(tickets.Of({"inspector-order", usci.view()}), usci, i);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::size_t> items;
  for (const auto& entry : order) items.push_back(std::get<2>(entry));
  return items;
}

template <typename Reason>
bool IsBarred(const std::vector<Bar<Reason>>& bars, const Usci& usci) {
  const auto bar = std::lower_bound(
      bars.begin(), bars.end(), usci,
      [](const Bar<Reason>& a, const Usci& b) { return a.usci < b; });
  return bar != bars.end() && bar->usci == usci;
}

BitSet LabCandidates(const Frame& frame, const LineRow& line) {
  BitSet candidates(frame.labs.size());
  for (std::size_t i = 0; i < frame.labs.size(); ++i) {
    const DrawLab& lab = frame.labs[i];
    const bool in_scope = std::find(lab.scope.begin(), lab.scope.end(),
                                    line.category) != lab.scope.end();
    if (in_scope && !IsBarred(lab.bars, line.usci)) candidates.Add(i);
  }
  return candidates;
}

BitSet InspectorCandidates(const Frame& frame, const Usci& usci) {
  BitSet candidates(frame.inspectors.size());
  for (std::size_t i = 0; i < frame.inspectors.size(); ++i) {
    if (!IsBarred(frame.inspectors[i].bars, usci)) candidates.Add(i);
  }
  return candidates;
}

LabBottleneck NameLabs(const MatchBottleneck& found, const Frame& frame,
                       const std::vector<DrawnEnterprise>& drawn,
                       const std::vector<LineItem>& items) {
  LabBottleneck named;
  named.capacity = found.capacity;
  named.demand = found.demand;
  for (const std::size_t bin : found.bins) {
    named.bins.push_back(frame.labs[bin].lab);
  }
  for (const std::size_t item : found.items) {
    const LineRow& line = *drawn[items[item].enterprise].lines[items[item].line];
    named.items.emplace_back(line.usci, line.line);
  }
  return named;
}

InspectorBottleneck NameInspectors(const MatchBottleneck& found,
                                   const Frame& frame,
                                   const std::vector<DrawnEnterprise>& drawn,
                                   const std::vector<std::size_t>& items) {
  InspectorBottleneck named;
  named.capacity = found.capacity;
  named.demand = found.demand;
  for (const std::size_t bin : found.bins) {
    named.bins.push_back(frame.inspectors[bin].inspector);
  }
  for (const std::size_t item : found.items) {
    named.items.push_back(drawn[items[item]].row->usci);
  }
  return named;
}

}  // namespace

absl::StatusOr<LabAssignment> AssignLabs(
    const Tickets& tickets, const Frame& frame,
    const std::vector<DrawnEnterprise>& drawn) {
  const std::vector<LineItem> items = OrderLines(tickets, drawn);
  const auto line_of = [&](std::size_t item) -> const LineRow& {
    return *drawn[items[item].enterprise].lines[items[item].line];
  };
  MatchProblem problem;
  for (const DrawLab& lab : frame.labs) {
    problem.capacities.push_back(lab.capacity);
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    problem.candidates.push_back(LabCandidates(frame, line_of(i)));
  }
  ASSIGN_OR_RETURN(const MatchResult match,
                   Match(problem, [&](SlotBin slot) {
                     const LineRow& line = line_of(slot.item);
                     return tickets.Of({"lab", line.usci.view(),
                                        line.line.str(),
                                        frame.labs[slot.bin].lab.str()});
                   }));
  LabAssignment assignment;
  assignment.overflow = match.overflow;
  for (const DrawnEnterprise& enterprise : drawn) {
    assignment.labs.emplace_back(enterprise.lines.size());
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    assignment.labs[items[i].enterprise][items[i].line] =
        frame.labs[match.bins[i].front()].lab;
  }
  if (match.bottleneck.has_value()) {
    assignment.bottleneck = NameLabs(*match.bottleneck, frame, drawn, items);
  }
  return assignment;
}

absl::StatusOr<InspectorAssignment> AssignInspectors(
    const Tickets& tickets, const Frame& frame,
    const std::vector<DrawnEnterprise>& drawn,
    std::int64_t inspectors_per_enterprise) {
  const std::vector<std::size_t> items = OrderEnterprises(tickets, drawn);
  MatchProblem problem;
  problem.slots = inspectors_per_enterprise;
  for (const DrawInspector& inspector : frame.inspectors) {
    problem.capacities.push_back(inspector.capacity);
  }
  for (const std::size_t i : items) {
    problem.candidates.push_back(InspectorCandidates(frame, drawn[i].row->usci));
  }
  ASSIGN_OR_RETURN(
      const MatchResult match, Match(problem, [&](SlotBin slot) {
        const std::string number = std::to_string(slot.slot);
        return tickets.Of({"inspector", drawn[items[slot.item]].row->usci.view(),
                           number, frame.inspectors[slot.bin].inspector.str()});
      }));
  InspectorAssignment assignment;
  assignment.overflow = match.overflow;
  assignment.inspectors.resize(drawn.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (const std::size_t bin : match.bins[i]) {
      assignment.inspectors[items[i]].push_back(frame.inspectors[bin].inspector);
    }
  }
  if (match.bottleneck.has_value()) {
    assignment.bottleneck =
        NameInspectors(*match.bottleneck, frame, drawn, items);
  }
  return assignment;
}

}  // namespace spotcheck::rules
