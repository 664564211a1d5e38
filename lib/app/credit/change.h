#ifndef SPOTCHECK_LIB_APP_CREDIT_CHANGE_H_
#define SPOTCHECK_LIB_APP_CREDIT_CHANGE_H_

// Corrects 更正 or voids 作废 a recorded check. One person asks for it with a
// reason and a basis, another approves; both versions stay in the file. What
// followed from the check is decided anew at the approval: protection, cases,
// grade, list proposals, the state of drawn units. What was frozen or opened
// stays. Enterprise, task and the line of a drawn check are not corrected: the
// check is voided and recorded anew. Errors: CHECK_NOT_FOUND, CHANGE_NOT_FOUND,
// CHANGE_WAITS, CHANGE_NOT_WAITING, CHANGE_BY_SAME_PERSON,
// CORRECTION_CHANGES_NOTHING, FIELD_NOT_CORRECTED, REASON_OR_BASIS_MISSING,
// those of recording a result, TEXT_*, INVALID_PAGE_*.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/common/rule_book.h"
#include "lib/app/credit/effects.h"
#include "lib/app/register/read.h"
#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/store/events/records.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/check_changes.h"

namespace spotcheck::app {

// The values that shall stand; an absent member stays as it is. A pass drops
// the severity.
struct Corrections {
  std::optional<CivilDate> sampled;
  std::optional<store::Verdict> verdict;
  std::optional<store::Severity> severity;
  // The four texts of another product of the same enterprise; only of a check
  // that no task has drawn.
  std::optional<std::string> product_name;
  std::optional<std::string> standard;
  std::optional<std::string> trademark;
  std::optional<std::string> model;
  std::optional<std::vector<store::TestItem>> items;
  std::optional<std::string> explanation;
};
struct CheckChangeInput {
  CheckId check;
  std::string reason;  // 1–200 code points, like the basis
  std::string basis;   // the document that the change rests on
  std::optional<Corrections> corrections;  // absent for a void
};
absl::StatusOr<store::StoredCheckChange> RequestCheckChange(
    store::Transaction& tx, CivilDate today, const CheckChangeInput& input);

struct CheckChangeAnswer {
  store::StoredCheckChange change;
  // Each thing that stands otherwise now, before and after.
  std::vector<Effect> effects;
  // The leaf that wrote the version which stands no longer.
  std::int64_t stood_since = -1;
  std::int64_t journal_index = -1;
};
absl::StatusOr<CheckChangeAnswer> ApproveCheckChange(
    store::Transaction& tx, const RuleBook& book, CivilDate today,
    const std::string& change_id);

struct CheckChangesQuery {
  int page_size = 0;
  std::string page_token;
  std::optional<rules::ApprovalState> state = {};  // absent: every state
};
// Answers the requests in the order in which they were made.
absl::StatusOr<Page<store::StoredCheckChange>> ListCheckChanges(
    const store::View& view, const CheckChangesQuery& query);

// The check that a change would supersede, or that it superseded; the edge asks
// for its task to know who may speak for it. Empty for no task and for a change
// that does not exist.
absl::StatusOr<TaskId> TaskOfCheck(const store::View& view,
                                   const CheckId& check);
absl::StatusOr<TaskId> TaskOfChange(const store::View& view,
                                    const std::string& change_id);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_CHANGE_H_
