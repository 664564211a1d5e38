#include "lib/app/draw/touched.h"

#include <utility>
#include <variant>
#include <vector>

#include "lib/base/status_macros.h"
#include "lib/store/events/events.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/units.h"

namespace spotcheck::app {
namespace {

using Codes = absl::flat_hash_set<Usci>;
using Touched = absl::StatusOr<std::optional<Codes>>;

// Has one overload for each kind of event, so that a new kind does not compile
// before somebody has said which rows of a frame it changes.
struct TouchedByEvent {
  const store::View& view;
  const FrameScope& scope;

  Touched operator()(const store::EnterprisesImported& e) const {
    return Of(e.rows);
  }
  Touched operator()(const store::ProductsImported& e) const {
    return Of(e.rows);
  }
  Touched operator()(const store::ChecksImported& e) const {
    return Of(e.rows);
  }
  Touched operator()(const store::ResultRecorded& e) const {
    return Of(std::vector{e.check});
  }
  Touched operator()(const store::CheckSuperseded& e) const {
    return Of(std::vector{store::LineKey{e.usci, LineId()}});
  }

  // These events start or end the holds of lines.
  Touched operator()(const store::DrawRun& e) const {
    return Units({e.task, e.attempt});
  }
  Touched operator()(const store::HoldsExpired& e) const {
    return Units({e.task, e.attempt});
  }
  Touched operator()(const store::ApprovalGranted& e) const {
    switch (e.kind) {
      case store::ApprovalKind::kVoid:
        return Codes();
      case store::ApprovalKind::kWithdrawal:
      case store::ApprovalKind::kCloseDue:
        // A withdrawal in the draw's own task also changes how many units a
        // replacement draws, so the whole frame counts as changed.
        if (e.task == scope.task) return std::nullopt;
        return Units({e.task, e.attempt});
    }
    return std::nullopt;
  }

  // These events change the candidates, the rules, the lists or the chain of
  // commitments, and so the whole frame.
  Touched operator()(const store::LabsImported&) const { return std::nullopt; }
  Touched operator()(const store::InspectorsImported&) const {
    return std::nullopt;
  }
  Touched operator()(const store::RulesLoaded&) const { return std::nullopt; }
  Touched operator()(const store::ListChanged&) const { return std::nullopt; }
  Touched operator()(const store::DrawCommitted&) const { return std::nullopt; }

  // These events change no row of any frame.
  Touched operator()(const store::TaskCreated&) const { return Codes(); }
  Touched operator()(const store::TaskChanged&) const { return Codes(); }
  Touched operator()(const store::TaskWithdrawn&) const { return Codes(); }
  Touched operator()(const store::WitnessRegistered&) const { return Codes(); }
  Touched operator()(const store::DrawRevealed&) const { return Codes(); }
  Touched operator()(const store::BeaconProvided&) const { return Codes(); }
  Touched operator()(const store::ApprovalRequested&) const { return Codes(); }
  Touched operator()(const store::DrawFailed&) const { return Codes(); }
  Touched operator()(const store::DrawOpened&) const { return Codes(); }
  Touched operator()(const store::ListProposed&) const { return Codes(); }
  Touched operator()(const store::CheckChangeRequested&) const {
    return Codes();
  }
  Touched operator()(const store::GrantAdded&) const { return Codes(); }
  Touched operator()(const store::GrantWithdrawn&) const { return Codes(); }
  Touched operator()(const store::DayTurned&) const { return Codes(); }
  Touched operator()(const store::ClockAccepted&) const { return Codes(); }

 private:
  template <typename Rows>
  Codes Of(const Rows& rows) const {
    Codes codes;
    for (const auto& row : rows) {
      if (scope.region.Contains(row.usci.region())) codes.insert(row.usci);
    }
    return codes;
  }
  Touched Units(const store::AttemptKey& key) const {
    ASSIGN_OR_RETURN(const auto units,
                     store::UnitsOf(view, key.task, key.attempt));
    Codes codes;
    for (const store::StoredUnit& unit : units) {
      const Usci& usci = unit.selected.usci;
      if (scope.region.Contains(usci.region())) codes.insert(usci);
    }
    return codes;
  }
};

}  // namespace

absl::StatusOr<std::optional<absl::flat_hash_set<Usci>>> TouchedBy(
    const store::View& view, std::int64_t leaf, const FrameScope& scope) {
  ASSIGN_OR_RETURN(const std::string bytes, view.Leaf(leaf));
  ASSIGN_OR_RETURN(const store::StoredEvent stored, store::DecodeEvent(bytes));
  return std::visit(TouchedByEvent{view, scope}, stored.event);
}

}  // namespace spotcheck::app
