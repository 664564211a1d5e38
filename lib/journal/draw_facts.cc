#include "lib/journal/draw_facts.h"

#include <utility>
#include <variant>

#include "lib/base/status_macros.h"
#include "lib/journal/errors.h"

namespace spotcheck::journal {
namespace {

// Puts a leaf into the list of its role.
template <typename Event>
absl::Status Keep(std::vector<Recorded<Event>>& list, EvidenceRole role,
                  Leaf leaf) {
  Event* const event = std::get_if<Event>(&leaf.data);
  if (event == nullptr) return LeafTypeWrong(LeafType(leaf.data), role);
  list.push_back({leaf.time, std::move(*event)});
  return absl::OkStatus();
}

absl::Status Add(const EvidenceEntry& entry, DrawFacts& facts) {
  ASSIGN_OR_RETURN(Leaf leaf, ParseLeaf(entry.leaf));
  switch (entry.role) {
    case EvidenceRole::kWitnessRegistered:
      return Keep(facts.registrations, entry.role, std::move(leaf));
    case EvidenceRole::kTaskCreated:
      return Keep(facts.tasks, entry.role, std::move(leaf));
    case EvidenceRole::kPreviousCommitted:
      return Keep(facts.previous, entry.role, std::move(leaf));
    case EvidenceRole::kCommitted:
      return Keep(facts.committed, entry.role, std::move(leaf));
    case EvidenceRole::kRevealed:
      return Keep(facts.reveals, entry.role, std::move(leaf));
    case EvidenceRole::kBeacon:
      return Keep(facts.beacons, entry.role, std::move(leaf));
    case EvidenceRole::kRun:
      return Keep(facts.runs, entry.role, std::move(leaf));
    case EvidenceRole::kOpened:
      return Keep(facts.opened, entry.role, std::move(leaf));
  }
  return EvidenceRoleUnknown("");
}

}  // namespace

absl::StatusOr<DrawFacts> ReadDrawFacts(const Evidence& evidence) {
  DrawFacts facts;
  for (const EvidenceEntry& entry : evidence.entries) {
    RETURN_IF_ERROR(Add(entry, facts));
  }
  return facts;
}

}  // namespace spotcheck::journal
