#include "lib/rules/draw/assign.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rules/draw/match.h"

namespace spotcheck::rules {
namespace {

// A drawn line as an item of the matching: its indexes in the sample.
struct LineItem {
  std::size_t enterprise = 0;
  std::size_t line = 0;
};

const LineRow& LineOf(const std::vector<DrawnEnterprise>& drawn,
                      LineItem item) {
  return *drawn[item.enterprise].lines[item.line];
}

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

// Each pair is an enterprise and one of its items; the pairs are sorted.
using ItemsByUsci = std::vector<std::pair<Usci, std::size_t>>;

// Strikes a bin from the candidates of the items for which it is barred.
template <typename Reason>
void Strike(std::size_t bin, const std::vector<Bar<Reason>>& bars,
            const ItemsByUsci& items, std::vector<BitSet>& candidates) {
  for (const Bar<Reason>& bar : bars) {
    auto item = std::lower_bound(items.begin(), items.end(),
                                 std::pair(bar.usci, std::size_t{0}));
    for (; item != items.end() && item->first == bar.usci; ++item) {
      candidates[item->second].Remove(bin);
    }
  }
}

// Adds the bins with their capacities and strikes them where they are barred.
template <typename Row>
void AddBins(const std::vector<Row>& rows, ItemsByUsci items,
             MatchProblem& problem) {
  std::sort(items.begin(), items.end());
  for (std::size_t bin = 0; bin < rows.size(); ++bin) {
    problem.capacities.push_back(rows[bin].capacity);
    Strike(bin, rows[bin].bars, items, problem.candidates);
  }
}

// Gives, for each category of the plan, the laboratories that have it in scope.
std::vector<BitSet> LabsByCategory(const Plan& plan, const Frame& frame) {
  std::vector<BitSet> labs(plan.categories.size(), BitSet(frame.labs.size()));
  for (std::size_t bin = 0; bin < frame.labs.size(); ++bin) {
    for (const std::uint16_t category : frame.labs[bin].scope) {
      labs[category].Add(bin);
    }
  }
  return labs;
}

MatchProblem LabProblem(const Plan& plan, const Frame& frame,
                        const std::vector<DrawnEnterprise>& drawn,
                        const std::vector<LineItem>& items) {
  MatchProblem problem;
  const std::vector<BitSet> by_category = LabsByCategory(plan, frame);
  ItemsByUsci by_usci;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const LineRow& line = LineOf(drawn, items[i]);
    problem.candidates.push_back(by_category[line.category]);
    by_usci.emplace_back(line.usci, i);
  }
  AddBins(frame.labs, std::move(by_usci), problem);
  return problem;
}

MatchProblem InspectorProblem(const Plan& plan, const Frame& frame,
                              const std::vector<DrawnEnterprise>& drawn,
                              const std::vector<std::size_t>& items) {
  MatchProblem problem;
  problem.slots = plan.inspectors_per_enterprise;
  BitSet everyone(frame.inspectors.size());
  for (std::size_t bin = 0; bin < frame.inspectors.size(); ++bin) {
    everyone.Add(bin);
  }
  problem.candidates.assign(items.size(), everyone);
  ItemsByUsci by_usci;
  for (std::size_t i = 0; i < items.size(); ++i) {
    by_usci.emplace_back(drawn[items[i]].row->usci, i);
  }
  AddBins(frame.inspectors, std::move(by_usci), problem);
  return problem;
}

// Gives the ids behind the bins and the items of a bottleneck.
template <typename Named, typename BinId, typename ItemId>
std::optional<Named> NameBottleneck(const std::optional<MatchBottleneck>& found,
                                    BinId bin_id, ItemId item_id) {
  if (!found.has_value()) return std::nullopt;
  Named named{{}, found->capacity, {}, found->demand};
  for (const std::size_t bin : found->bins) named.bins.push_back(bin_id(bin));
  for (const std::size_t item : found->items) {
    named.items.push_back(item_id(item));
  }
  return named;
}

// Matches with up to two threads, which need tickets of their own.
template <typename TicketOf>
absl::StatusOr<MatchResult> MatchForked(const Tickets& tickets,
                                        const MatchProblem& problem,
                                        TicketOf ticket_of) {
  const Tickets fork = tickets.Fork();
  const auto first = [&](SlotBin slot) { return ticket_of(tickets, slot); };
  const auto second = [&](SlotBin slot) { return ticket_of(fork, slot); };
  return Match(problem, {first, second});
}

}  // namespace

absl::StatusOr<LabAssignment> AssignLabs(
    const Tickets& tickets, const Plan& plan, const Frame& frame,
    const std::vector<DrawnEnterprise>& drawn) {
  const std::vector<LineItem> items = OrderLines(tickets, drawn);
  const auto ticket_of = [&](const Tickets& source, SlotBin slot) {
    const LineRow& line = LineOf(drawn, items[slot.item]);
    return source.Of({"lab", line.usci.view(), line.line.str(),
                      frame.labs[slot.bin].lab.str()});
  };
  ASSIGN_OR_RETURN(
      const MatchResult match,
      MatchForked(tickets, LabProblem(plan, frame, drawn, items), ticket_of));
  LabAssignment assignment;
  assignment.overflow = match.overflow;
  for (const DrawnEnterprise& enterprise : drawn) {
    assignment.labs.emplace_back(enterprise.lines.size());
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    assignment.labs[items[i].enterprise][items[i].line] =
        frame.labs[match.bins[i].front()].lab;
  }
  assignment.bottleneck = NameBottleneck<LabBottleneck>(
      match.bottleneck, [&](std::size_t bin) { return frame.labs[bin].lab; },
      [&](std::size_t item) {
        const LineRow& line = LineOf(drawn, items[item]);
        return std::pair(line.usci, line.line);
      });
  return assignment;
}

absl::StatusOr<InspectorAssignment> AssignInspectors(
    const Tickets& tickets, const Plan& plan, const Frame& frame,
    const std::vector<DrawnEnterprise>& drawn) {
  const std::vector<std::size_t> items = OrderEnterprises(tickets, drawn);
  const auto ticket_of = [&](const Tickets& source, SlotBin slot) {
    return source.Of({"inspector", drawn[items[slot.item]].row->usci.view(),
                      std::to_string(slot.slot),
                      frame.inspectors[slot.bin].inspector.str()});
  };
  ASSIGN_OR_RETURN(
      const MatchResult match,
      MatchForked(tickets, InspectorProblem(plan, frame, drawn, items),
                  ticket_of));
  InspectorAssignment assignment;
  assignment.overflow = match.overflow;
  assignment.inspectors.resize(drawn.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (const std::size_t bin : match.bins[i]) {
      assignment.inspectors[items[i]].push_back(
          frame.inspectors[bin].inspector);
    }
  }
  assignment.bottleneck = NameBottleneck<InspectorBottleneck>(
      match.bottleneck,
      [&](std::size_t bin) { return frame.inspectors[bin].inspector; },
      [&](std::size_t item) { return drawn[items[item]].row->usci; });
  return assignment;
}

}  // namespace spotcheck::rules
