#include "lib/app/credit/lists_revise.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/app/credit/events.h"
#include "lib/app/credit/lists_propose.h"
#include "lib/base/status_macros.h"
#include "lib/rules/law/words.h"
#include "lib/store/events/events.h"

namespace spotcheck::app {
namespace {

using Checks = std::vector<store::StoredCheck>;

bool Cites(const store::StoredListEntry& entry, const CheckId& check) {
  const auto& cited = entry.record.checks;
  return std::find(cited.begin(), cited.end(), check) != cited.end();
}

// True if the rules would have proposed the entry from these checks on the day
// on which it was proposed.
bool Follows(const RuleBook& book, const Checks& checks,
             const store::StoredListEntry& entry) {
  const auto proposals = rules::EvaluateListRules(
      book.list_rules, CheckOutcomesOf(checks), entry.proposed_on);
  return std::any_of(
      proposals.begin(), proposals.end(),
      [&entry](const rules::ListProposal& proposal) {
        const auto& cited = entry.record.checks;
        return proposal.rule == entry.record.rule &&
               proposal.list == entry.record.list &&
               std::equal(
                   proposal.reasons.begin(), proposal.reasons.end(),
                   cited.begin(), cited.end(),
                   [](const rules::ListReason& reason, const CheckId& check) {
                     return reason.check == check;
                   });
      });
}

bool StandsAsFailure(const Checks& checks, const CheckId& check) {
  return std::any_of(checks.begin(), checks.end(),
                     [&check](const store::StoredCheck& standing) {
                       return standing.record.check == check &&
                              standing.record.verdict == store::Verdict::kFail;
                     });
}

Localized ReasonOf(const store::StoredCheckChange& change) {
  const Localized kind = InWords(change.kind);
  const std::string& check = change.check.str();
  return {absl::StrCat("检验 ", check, " 已", kind.zh, ":", change.reason),
          absl::StrCat("check ", check, ", ", kind.en, ": ", change.reason)};
}

struct Revising {
  const RuleBook& book;
  const ChangedCheck& changed;
  const Checks& now;
};

bool HasLostItsFacts(const Revising& on, const store::StoredListEntry& entry) {
  const CheckId& check = on.changed.change.check;
  if (Cites(entry, check) && !StandsAsFailure(on.now, check)) return true;
  return Follows(on.book, on.changed.before, entry) &&
         !Follows(on.book, on.now, entry);
}

// The text of a leaf has at most 200 characters, as a person's reason has.
std::string LeafReason(const store::StoredCheckChange& change) {
  const Localized kind = InWords(change.kind);
  return absl::StrCat("检验 ", change.check.str(), " 已", kind.zh,
                      ",提议的依据不再成立");
}

}  // namespace

absl::StatusOr<ListRevision> ReviseListEntries(store::Transaction& tx,
                                               const RuleBook& book,
                                               CivilDate today,
                                               const ChangedCheck& changed) {
  const store::StoredCheckChange& change = changed.change;
  ListRevision revision;
  revision.reason = ReasonOf(change);
  ASSIGN_OR_RETURN(const Checks now, store::ChecksOf(tx, change.usci));
  ASSIGN_OR_RETURN(auto entries, store::ListEntriesOf(tx, change.usci));
  for (store::StoredListEntry& entry : entries) {
    if (entry.state == store::ListState::kListed) {
      if (Cites(entry, change.check)) {
        revision.to_review.push_back(std::move(entry));
      }
      continue;
    }
    if (entry.state != store::ListState::kProposed) continue;
    if (!HasLostItsFacts({book, changed, now}, entry)) continue;
    store::ListChanged dismissal;
    dismissal.entry_id = entry.record.entry_id;
    dismissal.state = store::ListState::kDismissed;
    dismissal.reason = LeafReason(change);
    dismissal.day = today;
    dismissal.change_id = change.change_id;
    RETURN_IF_ERROR(tx.Append(dismissal).status());
    revision.dismissed.push_back(std::move(entry));
  }
  ASSIGN_OR_RETURN(revision.proposed,
                   ProposeListEntries(tx, book, today, change.usci));
  return revision;
}

}  // namespace spotcheck::app
