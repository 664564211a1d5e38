#include "lib/app/credit/events.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace spotcheck::app {
namespace {

using rules::CreditEvent;
using rules::CreditKind;
using rules::Verdict;
using store::ListState;
using store::StoredCheck;
using store::StoredListChange;

void AddCheckEvents(absl::Span<const rules::CheckOutcome> concluded,
                    std::vector<CreditEvent>& events) {
  for (std::size_t i = 0; i < concluded.size(); ++i) {
    const rules::CheckOutcome& check = concluded[i];
    CreditEvent event{check.id.str(), KindOf(check.verdict, check.severity),
                      check.sampled, false, std::nullopt};
    if (rules::OpensCase(check)) {
      event.opens_case = true;
      event.closed = rules::CaseClosedOn(concluded, i);
    }
    events.push_back(event);
    if (rules::FailureFollowedUp(concluded, i)) {
      event.kind = CreditKind::kReCheckFailed;
      events.push_back(event);
    }
  }
}

// The days on which an entry was put on its list and taken off, as known on a
// day.
struct Listing {
  std::optional<CivilDate> listed;
  std::optional<CivilDate> removed;
  bool revoked = false;
};

void Follow(const StoredListChange& change, Listing& listing) {
  switch (change.state) {
    case ListState::kListed:
      listing.listed = change.day;
      return;
    case ListState::kRemoved:
      listing.removed = change.day;
      return;
    case ListState::kRevoked:
      listing.revoked = true;
      return;
    case ListState::kProposed:
    case ListState::kDismissed:
      return;
  }
}

void AddListEvents(absl::Span<const StoredListChange> changes, CivilDate as_of,
                   std::vector<CreditEvent>& events) {
  std::map<std::string, Listing> listings;
  for (const StoredListChange& change : changes) {
    if (change.day <= as_of) Follow(change, listings[change.entry_id]);
  }
  for (const auto& [entry, listing] : listings) {
    if (!listing.listed || listing.revoked) continue;
    events.push_back(
        {entry, CreditKind::kListed, *listing.listed, true, listing.removed});
  }
}

}  // namespace

CreditKind KindOf(Verdict verdict, rules::Severity severity) {
  if (verdict == Verdict::kPass) return CreditKind::kCheckPassed;
  return severity == rules::Severity::kSerious
             ? CreditKind::kCheckFailedSerious
             : CreditKind::kCheckFailedGeneral;
}

std::vector<CreditEvent> CreditEventsOf(
    absl::Span<const StoredCheck> checks,
    absl::Span<const StoredListChange> changes, CivilDate as_of) {
  std::vector<CreditEvent> events;
  AddCheckEvents(rules::ConcludedChecks(CheckOutcomesOf(checks), as_of),
                 events);
  AddListEvents(changes, as_of, events);
  return events;
}

rules::Grade GradeOfEnterprise(const rules::Scheme& scheme,
                               absl::Span<const StoredCheck> checks,
                               absl::Span<const StoredListChange> changes,
                               CivilDate as_of) {
  return rules::GradeOf(scheme, CreditEventsOf(checks, changes, as_of), as_of);
}

rules::EarlierCheck EarlierCheckOf(StoredCheck check) {
  return {std::move(check.record.check),
          std::move(check.product),
          std::move(check.record.authority),
          check.record.sampled,
          std::nullopt,
          std::nullopt,
          check.record.verdict};
}

std::vector<rules::CheckOutcome> CheckOutcomesOf(
    absl::Span<const StoredCheck> checks) {
  std::vector<const StoredCheck*> ordered;
  for (const StoredCheck& check : checks) ordered.push_back(&check);
  std::sort(ordered.begin(), ordered.end(),
            [](const StoredCheck* a, const StoredCheck* b) {
              return std::tie(a->leaf_index, a->record.check) <
                     std::tie(b->leaf_index, b->record.check);
            });
  std::vector<rules::CheckOutcome> outcomes;
  for (const StoredCheck* check : ordered) {
    const store::CheckRecord& record = check->record;
    outcomes.push_back({record.check, record.line, record.authority.level,
                        record.purpose, record.verdict, record.severity,
                        record.sampled, !record.task.empty()});
  }
  return outcomes;
}

}  // namespace spotcheck::app
