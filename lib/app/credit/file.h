#ifndef SPOTCHECK_LIB_APP_CREDIT_FILE_H_
#define SPOTCHECK_LIB_APP_CREDIT_FILE_H_

// The quality credit file 质量信用档案 of one enterprise on a day. Registration
// and lines are shown as they are now. Checks are shown if they were sampled on
// or before the day, list changes if they were made on or before it. Draws and
// holds are not shown. Errors: ENTERPRISE_NOT_FOUND, AS_OF_IN_FUTURE.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/common/rule_book.h"
#include "lib/app/credit/grade.h"
#include "lib/base/civil_date.h"
#include "lib/base/error.h"
#include "lib/rules/law/codes.h"
#include "lib/rules/law/six_months.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/check_changes.h"
#include "lib/store/read/credit.h"
#include "lib/store/read/registers.h"

namespace spotcheck::app {

struct CreditLine {
  store::StoredProduct product;
  std::vector<rules::ProtectionReason> protected_by;  // strictest first
};

using rules::CreditBlock;

struct CreditFileEvent {
  CreditBlock kind = CreditBlock::kRegistration;
  std::string date;  // the event's day; a registration's is as imported
  Localized text;
  std::int64_t journal_index = -1;
};

// A version of a check that a correction or a void has superseded, and the
// change that did it: who asked, who approved, when and why.
struct SupersededCheck {
  store::StoredCheckVersion version;
  store::StoredCheckChange change;
};

struct CreditFile {
  store::StoredEnterprise enterprise;
  CivilDate as_of;
  GradeAnswer grade;
  std::vector<CreditLine> lines;              // ordered by line
  std::vector<store::StoredCheck> checks;     // ordered by day, then check
  std::vector<SupersededCheck> superseded;    // ordered by leaf
  std::vector<store::StoredListEntry> lists;  // as they stood on the day
  std::vector<CreditFileEvent> events;        // ordered by leaf
  bool listed = false;
};

// Without `as_of` the day is today.
struct CreditFileQuery {
  Usci usci;
  std::optional<CivilDate> as_of;
};
absl::StatusOr<CreditFile> GetCreditFile(const store::View& view,
                                         const RuleBook& book, CivilDate today,
                                         const CreditFileQuery& query);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_FILE_H_
