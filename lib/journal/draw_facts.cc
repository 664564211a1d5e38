#include "lib/journal/draw_facts.h"

#include <utility>
#include <variant>

#include "lib/base/status_macros.h"
#include "lib/journal/errors.h"

namespace spotcheck::journal {
namespace {

// Parses leaves and puts each into the list of its role.
class Sorter {
 public:
  absl::Status Add(const EvidenceEntry& entry) {
    ASSIGN_OR_RETURN(Leaf leaf, ParseLeaf(entry.leaf));
    switch (entry.role) {
      case EvidenceRole::kWitnessRegistered:
        return Keep(&DrawFacts::registrations, entry, std::move(leaf));
      case EvidenceRole::kTaskCreated:
        return Keep(&DrawFacts::tasks, entry, std::move(leaf));
      case EvidenceRole::kPreviousCommitted:
        return Keep(&DrawFacts::previous, entry, std::move(leaf));
      case EvidenceRole::kCommitted:
        return Keep(&DrawFacts::committed, entry, std::move(leaf));
      case EvidenceRole::kRevealed:
        return Keep(&DrawFacts::reveals, entry, std::move(leaf));
      case EvidenceRole::kBeacon:
        return Keep(&DrawFacts::beacons, entry, std::move(leaf));
      case EvidenceRole::kRun:
        return Keep(&DrawFacts::runs, entry, std::move(leaf));
      case EvidenceRole::kOpened:
        return Keep(&DrawFacts::opened, entry, std::move(leaf));
    }
    return EvidenceRoleUnknown(EvidenceRoleName(entry.role));
  }
  DrawFacts Take() { return std::move(facts_); }

 private:
  template <typename Event>
  absl::Status Keep(std::vector<Recorded<Event>> DrawFacts::*list,
                    const EvidenceEntry& entry, Leaf leaf) {
    Event* event = std::get_if<Event>(&leaf.data);
    if (event == nullptr) {
      return LeafTypeWrong(LeafType(leaf.data), entry.role);
    }
    (facts_.*list).push_back({leaf.time, std::move(*event)});
    return absl::OkStatus();
  }

  DrawFacts facts_;
};

}  // namespace

absl::StatusOr<DrawFacts> ReadDrawFacts(const Evidence& evidence) {
  Sorter sorter;
  for (const EvidenceEntry& entry : evidence.entries) {
    RETURN_IF_ERROR(sorter.Add(entry));
  }
  return sorter.Take();
}

}  // namespace spotcheck::journal
