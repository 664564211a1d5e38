#include "lib/app/credit/lists.h"

#include <algorithm>
#include <optional>
#include <utility>

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

}  // namespace

absl::StatusOr<Page<store::StoredListEntry>> ListListEntries(
    const store::View& view, const ListEntriesQuery& query) {
  ASSIGN_OR_RETURN(const std::string list,
                   ReadText(query.list, {{"list"}, kMaxNameLength}));
  const PageQuestion question{
      Lp({"list entries", list,
          query.usci ? query.usci->view() : std::string_view()})};
  return ReadPage<store::StoredListEntry>(
      {question, query.page_size, query.page_token},
      [&](const std::string& after, int limit) {
        return store::ListEntryPage(view, {after, list, query.usci, limit});
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
  RETURN_IF_ERROR(
      tx.Append(store::ListChanged{decision.entry_id, next, decision.reason})
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
