#ifndef SPOTCHECK_LIB_APP_CREDIT_STATUS_H_
#define SPOTCHECK_LIB_APP_CREDIT_STATUS_H_

// Tells other systems what they may know of an enterprise on a day: its lists,
// its grade, and for each line what protects it against a check by any body.
// Never shows draws or holds. Errors: ENTERPRISE_NOT_FOUND with the code,
// TOO_MANY_CODES, AS_OF_IN_FUTURE.

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
  bool listed = false;  // true if an entry was LISTED on the day
  // the entries LISTED or PROPOSED on that day
  std::vector<store::StoredListEntry> lists;
  std::string grade;
  std::vector<StatusLine> lines;  // every line, ordered by id
  absl::Status error = {};        // ENTERPRISE_NOT_FOUND: the code is unknown
};

// Says what an unknown code does: kRefuse refuses the whole batch, kAnswer puts
// the error into that code's row.
enum class UnknownCodes : std::uint8_t { kRefuse, kAnswer };

// The answer has the order of `uscis`. Without `as_of` the day is today.
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
