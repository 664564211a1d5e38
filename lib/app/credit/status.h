#ifndef SPOTCHECK_LIB_APP_CREDIT_STATUS_H_
#define SPOTCHECK_LIB_APP_CREDIT_STATUS_H_

// What others may know of an enterprise on a day: lists, grade, and for each
// line what protects it whoever may come. Never shows draws or holds. Errors:
// ENTERPRISE_NOT_FOUND with the code, TOO_MANY_CODES, AS_OF_IN_FUTURE.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/common/rule_book.h"
#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/base/limits.h"
#include "lib/rules/law/six_months.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/credit.h"

namespace spotcheck::app {

struct StatusLine {
  LineId line;
  std::string product_name;                           // as imported
  std::vector<rules::ProtectionReason> protected_by;  // strictest first
};
struct CreditStatus {
  Usci usci;
  bool listed = false;                        // an entry was LISTED on the day
  std::vector<store::StoredListEntry> lists;  // LISTED and PROPOSED that day
  std::string grade;
  std::vector<StatusLine> lines;  // every line, by id
  absl::Status error = {};        // ENTERPRISE_NOT_FOUND: nothing is known
};

// Whether one unknown code refuses the batch or answers its row.
enum class UnknownCodes : std::uint8_t { kRefuse, kAnswer };

// In the order asked; `as_of` absent: today.
struct StatusQuery {
  std::vector<Usci> uscis;
  std::optional<CivilDate> as_of;
  UnknownCodes unknown = UnknownCodes::kRefuse;
};
struct StatusAnswer {
  std::vector<CreditStatus> statuses;
  CivilDate as_of;
};
absl::StatusOr<StatusAnswer> BatchGetStatus(const store::View& view,
                                            const RuleBook& book,
                                            CivilDate today,
                                            const StatusQuery& query);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_STATUS_H_
