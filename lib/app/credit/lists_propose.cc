#include "lib/app/credit/lists_propose.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/app/credit/events.h"
#include "lib/base/bytes.h"
#include "lib/base/error.h"
#include "lib/base/hash.h"
#include "lib/base/status_macros.h"
#include "lib/store/events/events.h"

namespace spotcheck::app {
namespace {

using store::StoredListEntry;

// The entries of one enterprise, and their changes in the order of the leaves.
struct Entries {
  std::vector<StoredListEntry> entries;
  std::vector<store::StoredListChange> changes;
};

bool StandsOn(const Entries& of, const std::string& list) {
  return std::any_of(of.entries.begin(), of.entries.end(),
                     [&list](const StoredListEntry& entry) {
                       const bool stands =
                           entry.state == store::ListState::kProposed ||
                           entry.state == store::ListState::kListed;
                       return stands && entry.record.list == list;
                     });
}

// True if the entry's last change was made by the change of a check.
bool LostItsFacts(const Entries& of, const std::string& entry_id) {
  const auto last = std::find_if(
      of.changes.rbegin(), of.changes.rend(),
      [&entry_id](const auto& change) { return change.entry_id == entry_id; });
  return last != of.changes.rend() && !last->change_id.empty();
}

// The id of the entry to propose; nullopt where none is to be proposed, because
// the proposal was made before, or the list has an entry of the enterprise.
std::optional<std::string> IdToPropose(const Entries& of, const Usci& usci,
                                       const rules::ListProposal& proposal) {
  if (StandsOn(of, proposal.list)) return std::nullopt;
  for (int round = 0;; ++round) {
    std::string id = MakeListEntryId(usci, proposal, round);
    const bool is_new = std::none_of(
        of.entries.begin(), of.entries.end(),
        [&id](const auto& entry) { return entry.record.entry_id == id; });
    if (is_new) return id;
    if (!LostItsFacts(of, id)) return std::nullopt;
  }
}

Localized ReasonText(const RuleBook& book,
                     const rules::ListProposal& proposal) {
  const auto rule = std::find_if(
      book.list_rules.begin(), book.list_rules.end(),
      [&](const rules::ListRule& r) { return r.id == proposal.rule; });
  std::string source = proposal.rule;
  if (rule != book.list_rules.end()) {
    source = absl::StrCat(rule->source.text, rule->source.article);
  }
  const std::string checks =
      absl::StrJoin(proposal.reasons, ", ",
                    [](std::string* out, const rules::ListReason& reason) {
                      absl::StrAppend(out, reason.check.str(), " (",
                                      reason.sampled.ToString(), ")");
                    });
  return {absl::StrCat("依据", source, ",不合格检验:", checks),
          absl::StrCat("by ", source, ", failed checks: ", checks)};
}

store::ListEntryRecord MakeEntry(const RuleBook& book, const Usci& usci,
                                 const rules::ListProposal& proposal) {
  store::ListEntryRecord entry;
  entry.usci = usci;
  entry.list = proposal.list;
  entry.rule = proposal.rule;
  Localized reason = ReasonText(book, proposal);
  entry.reason_zh = std::move(reason.zh);
  entry.reason_en = std::move(reason.en);
  for (const rules::ListReason& check : proposal.reasons) {
    entry.checks.push_back(check.check);
  }
  return entry;
}

}  // namespace

std::string MakeListEntryId(const Usci& usci,
                            const rules::ListProposal& proposal, int round) {
  std::vector<std::string> parts = {"list-entry", proposal.list, proposal.rule,
                                    usci.str()};
  for (const rules::ListReason& reason : proposal.reasons) {
    parts.push_back(reason.check.str());
  }
  if (round > 0) parts.push_back(absl::StrCat("round ", round));
  return absl::StrCat("E", ShortId(Sha256(Lp(parts))));
}

absl::StatusOr<std::vector<store::ListEntryRecord>> ProposeListEntries(
    store::Transaction& tx, const RuleBook& book, CivilDate as_of,
    const Usci& usci) {
  ASSIGN_OR_RETURN(const auto checks, store::ChecksOf(tx, usci));
  const std::vector<rules::ListProposal> proposals =
      rules::EvaluateListRules(book.list_rules, CheckOutcomesOf(checks), as_of);
  std::vector<store::ListEntryRecord> made;
  for (const rules::ListProposal& proposal : proposals) {
    // The entries are read anew for each proposal, because the proposal before
    // may have been for the same list.
    Entries of;
    ASSIGN_OR_RETURN(of.entries, store::ListEntriesOf(tx, usci));
    ASSIGN_OR_RETURN(of.changes, store::ListChangesOf(tx, usci));
    auto id = IdToPropose(of, usci, proposal);
    if (!id) continue;
    store::ListEntryRecord entry = MakeEntry(book, usci, proposal);
    entry.entry_id = *std::move(id);
    RETURN_IF_ERROR(tx.Append(store::ListProposed{entry, tx.today()}).status());
    made.push_back(std::move(entry));
  }
  return made;
}

}  // namespace spotcheck::app
