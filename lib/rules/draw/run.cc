#include "lib/rules/draw/run.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "lib/base/status_macros.h"
#include "lib/rules/draw/allocate.h"
#include "lib/rules/draw/assign.h"
#include "lib/rules/draw/commit.h"
#include "lib/rules/draw/errors.h"
#include "lib/rules/draw/merkle.h"
#include "lib/rules/draw/result.h"
#include "lib/rules/draw/smallest.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/draw/ticket.h"

namespace spotcheck::rules {
namespace {

// A row's ticket and its index. The rows are sorted by id, so between equal
// tickets the index decides as the id would.
using Ticketed = std::pair<Digest, std::size_t>;

using FrameRows = std::vector<FrameRow>;

absl::StatusOr<Pools> CountPools(const Plan& plan, const FrameRows& rows) {
  Pools pools;
  for (const FrameRow& row : rows) {
    if (row.status != EnterpriseStatus::kEligible) continue;
    const auto weight = plan.weights.find(row.stratum);
    if (weight == plan.weights.end()) {
      return draw_errors::StratumWithoutWeight(row.usci, row.stratum);
    }
    StratumPool& pool = pools[row.stratum];
    pool.weight = weight->second;
    ++pool.eligible;
  }
  return pools;
}

std::vector<TicketedEnterprise> SmallestTickets(const Tickets& tickets,
                                                const FrameRows& rows,
                                                const Allocation& allocation) {
  std::map<Stratum, Smallest<Ticketed>> strata;
  for (const auto& [stratum, count] : allocation.counts) {
    strata.emplace(stratum, static_cast<std::size_t>(count));
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const FrameRow& row = rows[i];
    if (row.status != EnterpriseStatus::kEligible) continue;
    strata.at(row.stratum)
        .Add({tickets.Of({"enterprise", row.usci.view()}), i});
  }
  std::vector<TicketedEnterprise> drawn;
  for (auto& [stratum, smallest] : strata) {
    for (const auto& [ticket, i] : std::move(smallest).Sorted()) {
      drawn.push_back({i, ticket});
    }
  }
  return drawn;
}

absl::Status DrawLines(const Tickets& tickets, const Plan& plan,
                       const Frame& frame, DrawnEnterprise& drawn) {
  const Usci& usci = drawn.row->usci;
  const auto first = std::lower_bound(
      frame.lines.begin(), frame.lines.end(), usci,
      [](const LineRow& a, const Usci& b) { return a.usci < b; });
  Smallest<Ticketed> smallest(
      static_cast<std::size_t>(plan.lines_per_enterprise));
  for (auto line = first; line != frame.lines.end() && line->usci == usci;
       ++line) {
    if (line->status != LineStatus::kEligible) continue;
    smallest.Add({tickets.Of({"line", usci.view(), line->line.str()}),
                  static_cast<std::size_t>(line - frame.lines.begin())});
  }
  for (const auto& [ticket, i] : std::move(smallest).Sorted()) {
    drawn.lines.push_back(&frame.lines[i]);
  }
  if (drawn.lines.empty()) return draw_errors::EligibleWithoutLine(usci);
  return absl::OkStatus();
}

std::vector<SelectedEnterprise> Select(
    const std::vector<DrawnEnterprise>& drawn, const LabAssignment& labs,
    const InspectorAssignment& inspectors) {
  std::vector<SelectedEnterprise> selection;
  selection.reserve(drawn.size());
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const FrameRow& row = *drawn[i].row;
    SelectedEnterprise selected;
    selected.rank = static_cast<std::int64_t>(i) + 1;
    selected.usci = row.usci;
    selected.stratum = row.stratum;
    selected.ticket = drawn[i].ticket;
    for (std::size_t j = 0; j < drawn[i].lines.size(); ++j) {
      selected.lines.push_back({drawn[i].lines[j]->line, labs.labs[i][j]});
    }
    selected.inspectors = inspectors.inspectors[i];
    selection.push_back(std::move(selected));
  }
  return selection;
}

absl::Status CheckSeedInputs(const SeedInputs& inputs) {
  const auto fits = [](const std::string& bytes, std::size_t low,
                       std::size_t high) {
    return bytes.size() >= low && bytes.size() <= high;
  };
  if (!fits(inputs.operator_secret, kSecretSize, kSecretSize)) {
    return draw_errors::SecretSize(
        "operator_secret",
        static_cast<std::int64_t>(inputs.operator_secret.size()));
  }
  if (inputs.contributions.empty()) return draw_errors::NoWitness();
  for (const std::string& contribution : inputs.contributions) {
    if (!fits(contribution, kMinContribution, kMaxContribution)) {
      return draw_errors::SecretSize(
          "contribution", static_cast<std::int64_t>(contribution.size()));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<EnterpriseDraw> DrawEnterprises(
    HashSuite suite, const Plan& plan, const std::vector<FrameRow>& enterprises,
    const SeedInputs& inputs) {
  RETURN_IF_ERROR(CheckSeedInputs(inputs));
  EnterpriseDraw draw{
      suite, inputs.commitment, DrawSeed(suite, inputs), {}, {}};
  const Tickets tickets(suite, draw.prk);
  ASSIGN_OR_RETURN(const Pools pools, CountPools(plan, enterprises));
  ASSIGN_OR_RETURN(draw.allocation, Allocate(tickets, plan.sample_size, pools));
  draw.drawn = SmallestTickets(tickets, enterprises, draw.allocation);
  return draw;
}

absl::StatusOr<DrawResult> CompleteDraw(const EnterpriseDraw& draw,
                                        const Plan& plan, const Frame& frame) {
  const Tickets tickets(draw.suite, draw.prk);
  std::vector<DrawnEnterprise> drawn;
  drawn.reserve(draw.drawn.size());
  for (const TicketedEnterprise& enterprise : draw.drawn) {
    drawn.push_back(
        {&frame.enterprises[enterprise.row], enterprise.ticket, {}});
    RETURN_IF_ERROR(DrawLines(tickets, plan, frame, drawn.back()));
  }
  ASSIGN_OR_RETURN(LabAssignment labs, AssignLabs(tickets, plan, frame, drawn));
  ASSIGN_OR_RETURN(InspectorAssignment inspectors,
                   AssignInspectors(tickets, plan, frame, drawn));
  DrawResult result;
  result.allocation = draw.allocation.counts;
  result.inclusion_probability = draw.allocation.probability;
  result.lab_overflow = labs.overflow;
  result.inspector_overflow = inspectors.overflow;
  result.selection = Select(drawn, labs, inspectors);
  result.lab_bottleneck = std::move(labs.bottleneck);
  result.inspector_bottleneck = std::move(inspectors.bottleneck);
  result.result_root = MerkleRootOf(
      draw.suite, ResultLeaves(draw.suite, draw.prk, result.selection));
  result.transcript =
      DrawTranscript(draw.suite, draw.commitment, result.result_root);
  return result;
}

absl::StatusOr<DrawResult> RunDraw(HashSuite suite, const Plan& plan,
                                   const Frame& frame,
                                   const SeedInputs& inputs) {
  ASSIGN_OR_RETURN(const EnterpriseDraw draw,
                   DrawEnterprises(suite, plan, frame.enterprises, inputs));
  return CompleteDraw(draw, plan, frame);
}

SeedInputs CollectSeedInputs(const Digest& commitment,
                             const std::string& operator_secret,
                             const std::vector<Witness>& witnesses,
                             const Beacon& beacon) {
  SeedInputs inputs{commitment, operator_secret, beacon.value, {}};
  for (const Witness& witness : witnesses) {
    inputs.contributions.push_back(witness.contribution);
  }
  return inputs;
}

}  // namespace spotcheck::rules
