#include "lib/app/credit/lists_propose.h"

#include <algorithm>
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

// True if no proposal is to be made: this very proposal was made before, or the
// enterprise's entry on the list is PROPOSED or LISTED.
bool IsSettled(const std::vector<StoredListEntry>& entries,
               const std::string& entry_id, const std::string& list) {
  return std::any_of(
      entries.begin(), entries.end(), [&](const StoredListEntry& entry) {
        const bool stands = entry.state == store::ListState::kProposed ||
                            entry.state == store::ListState::kListed;
        return entry.record.entry_id == entry_id ||
               (stands && entry.record.list == list);
      });
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
  entry.entry_id = MakeListEntryId(usci, proposal);
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
                            const rules::ListProposal& proposal) {
  std::vector<std::string> parts = {"list-entry", proposal.list, proposal.rule,
                                    usci.str()};
  for (const rules::ListReason& reason : proposal.reasons) {
    parts.push_back(reason.check.str());
  }
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
    store::ListEntryRecord entry = MakeEntry(book, usci, proposal);
    // The entries are read anew for each proposal, because the proposal before
    // may have been for the same list.
    ASSIGN_OR_RETURN(const auto entries, store::ListEntriesOf(tx, usci));
    if (IsSettled(entries, entry.entry_id, entry.list)) continue;
    RETURN_IF_ERROR(tx.Append(store::ListProposed{entry, tx.today()}).status());
    made.push_back(std::move(entry));
  }
  return made;
}

}  // namespace spotcheck::app
