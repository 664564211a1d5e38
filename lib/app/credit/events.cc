#include "lib/app/credit/events.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace spotcheck::app {
namespace {

using rules::CreditEvent;
using rules::CreditKind;
using rules::Purpose;
using rules::Verdict;
using store::ListState;
using store::StoredCheck;
using store::StoredListChange;

bool IsBefore(const StoredCheck& a, const StoredCheck& b) {
  return std::tie(a.record.sampled, a.leaf_index, a.record.check) <
         std::tie(b.record.sampled, b.leaf_index, b.record.check);
}

// Those up to the day, concluded, as time went.
std::vector<const StoredCheck*> Concluded(absl::Span<const StoredCheck> checks,
                                          CivilDate as_of) {
  std::vector<const StoredCheck*> known;
  for (const StoredCheck& check : checks) {
    if (check.record.sampled <= as_of &&
        check.record.verdict != Verdict::kPending) {
      known.push_back(&check);
    }
  }
  std::sort(known.begin(), known.end(),
            [](const StoredCheck* a, const StoredCheck* b) {
              return IsBefore(*a, *b);
            });
  return known;
}

CreditKind KindOf(const store::CheckRecord& record) {
  if (record.verdict == Verdict::kPass) return CreditKind::kCheckPassed;
  return record.severity == store::Severity::kSerious
             ? CreditKind::kCheckFailedSerious
             : CreditKind::kCheckFailedGeneral;
}

using Known = std::vector<const StoredCheck*>;

// The day of the first follow-up pass of the same line after the check.
std::optional<CivilDate> ClosingDay(Known::const_iterator check,
                                    Known::const_iterator end) {
  const auto pass =
      std::find_if(check + 1, end, [check](const StoredCheck* later) {
        return later->record.line == (*check)->record.line &&
               later->record.purpose == Purpose::kFollowUp &&
               later->record.verdict == Verdict::kPass;
      });
  if (pass == end) return std::nullopt;
  return (*pass)->record.sampled;
}

// Whether the line had failed before.
bool FollowsAFailure(Known::const_iterator begin, Known::const_iterator check) {
  return std::any_of(begin, check, [check](const StoredCheck* earlier) {
    return earlier->record.line == (*check)->record.line &&
           earlier->record.verdict == Verdict::kFail;
  });
}

void AddCheckEvents(const Known& known, std::vector<CreditEvent>& events) {
  for (auto check = known.begin(); check != known.end(); ++check) {
    const store::CheckRecord& record = (*check)->record;
    CreditEvent event{record.check.str(), KindOf(record), record.sampled, false,
                      std::nullopt};
    if (record.verdict == Verdict::kFail && !record.task.empty()) {
      event.opens_case = true;
      event.closed = ClosingDay(check, known.end());
    }
    events.push_back(event);
    if (record.verdict == Verdict::kFail &&
        record.purpose == Purpose::kFollowUp &&
        FollowsAFailure(known.begin(), check)) {
      event.kind = CreditKind::kReCheckFailed;
      events.push_back(event);
    }
  }
}

// An entry's time on its list, as known on a day.
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

rules::Severity SeverityOf(store::Severity severity) {
  return severity == store::Severity::kSerious ? rules::Severity::kSerious
                                               : rules::Severity::kGeneral;
}

}  // namespace

std::vector<CreditEvent> CreditEventsOf(
    absl::Span<const StoredCheck> checks,
    absl::Span<const StoredListChange> changes, CivilDate as_of) {
  std::vector<CreditEvent> events;
  AddCheckEvents(Concluded(checks, as_of), events);
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

std::vector<rules::CheckRecord> ListHistoryOf(
    absl::Span<const StoredCheck> checks) {
  std::vector<const StoredCheck*> ordered;
  for (const StoredCheck& check : checks) ordered.push_back(&check);
  std::sort(ordered.begin(), ordered.end(),
            [](const StoredCheck* a, const StoredCheck* b) {
              return std::tie(a->leaf_index, a->record.check) <
                     std::tie(b->leaf_index, b->record.check);
            });
  std::vector<rules::CheckRecord> history;
  for (const StoredCheck* check : ordered) {
    const store::CheckRecord& record = check->record;
    history.push_back({record.check, record.line, record.authority.level,
                       record.purpose, record.verdict,
                       SeverityOf(record.severity), record.sampled});
  }
  return history;
}

}  // namespace spotcheck::app
