#include "lib/rules/draw/result.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/errors.h"
#include "lib/rules/draw/ticket.h"

namespace spotcheck::rules {
namespace {

std::string Leaf(HashSuite suite, const Tickets& tickets,
                 const SelectedEnterprise& selected) {
  const std::string_view usci = selected.usci.view();
  std::vector<std::string> lines;
  std::vector<std::string> labs;
  for (const SelectedLine& line : selected.lines) {
    lines.push_back(line.line.str());
    labs.push_back(line.lab.str());
  }
  std::vector<std::string> inspectors;
  for (const InspectorId& id : selected.inspectors) {
    inspectors.push_back(id.str());
  }
  const Digest lab_salt = tickets.Of({"lab-salt", usci});
  const Digest lab_hash = Hash(suite, Lp({"labs", Lp(labs), lab_salt.view()}));
  return absl::StrCat(
      selected.rank, "\t", selected.usci.str(), "\t", selected.stratum.str(),
      "\t", absl::StrJoin(lines, ","), "\t", absl::StrJoin(inspectors, ","),
      "\t", lab_hash.ToHex(), "\t", tickets.Of({"salt", usci}).ToHex());
}

}  // namespace

std::vector<std::string> ResultLeaves(
    HashSuite suite, const Digest& prk,
    const std::vector<SelectedEnterprise>& selection) {
  const Tickets tickets(suite, prk);
  std::vector<std::string> leaves;
  leaves.reserve(selection.size());
  for (const SelectedEnterprise& selected : selection) {
    leaves.push_back(Leaf(suite, tickets, selected));
  }
  return leaves;
}

absl::StatusOr<SelectionProof> ProveSelection(
    HashSuite suite, const Digest& prk,
    const std::vector<SelectedEnterprise>& selection, const Usci& usci) {
  const auto selected = std::find_if(
      selection.begin(), selection.end(),
      [&](const SelectedEnterprise& row) { return row.usci == usci; });
  if (selected == selection.end()) return draw_errors::NotSelected(usci);
  const auto index = static_cast<std::size_t>(selected - selection.begin());
  const std::vector<std::string> leaves = ResultLeaves(suite, prk, selection);
  return SelectionProof{leaves[index],
                        {static_cast<std::int64_t>(index),
                         static_cast<std::int64_t>(leaves.size())},
                        InclusionPath(suite, leaves, index)};
}

absl::Status VerifySelection(HashSuite suite, const SelectionProof& proof,
                             const Digest& result_root) {
  ASSIGN_OR_RETURN(const Digest root,
                   RootFromPath(suite, proof.leaf, proof.position, proof.path));
  if (root != result_root) return draw_errors::ProofMismatch(result_root);
  return absl::OkStatus();
}

}  // namespace spotcheck::rules
