#include "lib/app/credit/lists.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "lib/app/common/fields.h"
#include "lib/app/credit/errors.h"
#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/rules/law/task_rules.h"
#include "lib/rules/law/words.h"
#include "lib/store/events/events.h"

namespace spotcheck::app {
namespace {

// Finds the decision by its outcome: callers name the state that it leads to.
std::optional<rules::ListVerb> VerbTo(std::optional<rules::ListState> state) {
  for (const auto& step : rules::kListSteps) {
    if (step.to == state) return step.event;
  }
  return std::nullopt;
}

using Entries = std::vector<store::StoredListEntry>;

// Puts the entries of one page into the state that they had at the end of the
// day, and drops those that were not proposed yet.
absl::StatusOr<Entries> PageAsOf(const store::View& view, Entries page,
                                 CivilDate as_of) {
  Entries known;
  for (store::StoredListEntry& entry : page) {
    ASSIGN_OR_RETURN(const auto changes,
                     store::ListChangesOf(view, entry.record.usci));
    Entries one;
    one.push_back(std::move(entry));
    for (auto& had : EntriesAsOf(std::move(one), changes, as_of)) {
      known.push_back(std::move(had));
    }
  }
  return known;
}

// Reads on until the page is full: the state of a past day is in no index.
absl::StatusOr<Entries> EntriesOfDay(const store::View& view,
                                     store::ListEntryQuery stored,
                                     const ListEntriesQuery& query) {
  Entries found;
  const auto limit = static_cast<std::size_t>(stored.limit);
  while (true) {
    ASSIGN_OR_RETURN(Entries page, store::ListEntryPage(view, stored));
    if (page.empty()) return found;
    stored.after = page.back().record.entry_id;
    ASSIGN_OR_RETURN(page, PageAsOf(view, std::move(page), *query.as_of));
    for (store::StoredListEntry& entry : page) {
      if (query.state.has_value() && entry.state != *query.state) continue;
      found.push_back(std::move(entry));
      if (found.size() == limit) return found;
    }
  }
}

}  // namespace

absl::StatusOr<Page<store::StoredListEntry>> ListListEntries(
    const store::View& view, const ListEntriesQuery& query) {
  ASSIGN_OR_RETURN(const std::string list,
                   ReadText(query.list, {{"list"}, kMaxNameLength}));
  const PageQuestion question{
      Lp({"list entries", list,
          query.usci ? query.usci->view() : std::string_view(),
          query.state ? CodeOf(*query.state) : std::string_view(),
          query.region.str(), query.as_of ? query.as_of->ToString() : ""})};
  return ReadPage<store::StoredListEntry>(
      {question, query.page_size, query.page_token},
      [&](const std::string& after, int limit) {
        store::ListEntryQuery stored{after, list, query.usci};
        stored.region = query.region;
        stored.limit = limit;
        if (query.as_of) return EntriesOfDay(view, stored, query);
        stored.state = query.state;
        return store::ListEntryPage(view, stored);
      },
      [](const store::StoredListEntry& row) { return row.record.entry_id; });
}

absl::StatusOr<rules::ListVerb> ParseListDecision(std::string_view text) {
  const auto verb = VerbTo(FromCode<rules::ListState>(text));
  if (!verb.has_value()) {
    return credit_errors::UnknownDecision(std::string(text));
  }
  return *verb;
}

absl::StatusOr<store::StoredListEntry> DecideListEntry(
    store::Transaction& tx, const ListDecision& decision) {
  RETURN_IF_ERROR(rules::ValidateText(decision.reason, {"reason"}));
  ASSIGN_OR_RETURN(auto entry, store::FindListEntry(tx, decision.entry_id));
  if (!entry) return credit_errors::ListEntryNotFound(decision.entry_id);
  if (entry->proposed_by == tx.actor()) {
    return credit_errors::SamePerson(decision.entry_id);
  }
  ASSIGN_OR_RETURN(const rules::ListState next,
                   rules::NextListState(entry->state, decision.verb));
  RETURN_IF_ERROR(tx.Append(store::ListChanged{decision.entry_id, next,
                                               decision.reason, tx.today()})
                      .status());
  ASSIGN_OR_RETURN(entry, store::FindListEntry(tx, decision.entry_id));
  if (!entry) return credit_errors::ListEntryNotFound(decision.entry_id);
  return *std::move(entry);
}

std::vector<store::StoredListEntry> EntriesAsOf(
    std::vector<store::StoredListEntry> entries,
    absl::Span<const store::StoredListChange> changes, CivilDate as_of) {
  std::vector<store::StoredListEntry> known;
  for (store::StoredListEntry& entry : entries) {
    if (entry.proposed_on > as_of) continue;
    entry.state = store::ListState::kProposed;
    entry.decided_on = std::nullopt;
    entry.decision_reason.clear();
    for (const store::StoredListChange& change : changes) {
      if (change.entry_id != entry.record.entry_id || change.day > as_of) {
        continue;
      }
      entry.state = change.state;
      entry.leaf_index = change.leaf_index;
      if (change.state == store::ListState::kProposed) continue;
      entry.decided_on = change.day;
      entry.decision_reason = change.reason;
    }
    known.push_back(std::move(entry));
  }
  return known;
}

bool IsListed(absl::Span<const store::StoredListEntry> entries) {
  return std::any_of(entries.begin(), entries.end(),
                     [](const store::StoredListEntry& entry) {
                       return entry.state == store::ListState::kListed;
                     });
}

}  // namespace spotcheck::app
