#ifndef SPOTCHECK_LIB_APP_CREDIT_CONSEQUENCES_H_
#define SPOTCHECK_LIB_APP_CREDIT_CONSEQUENCES_H_

// Tells what followed from a recorded result, and why, in words. Pure.

#include <string>
#include <vector>

#include "absl/types/span.h"
#include "lib/app/credit/record.h"
#include "lib/rules/law/policy.h"
#include "lib/rules/law/six_months.h"
#include "lib/store/read/registers.h"

namespace spotcheck::app {

struct ResultFacts {
  const store::StoredCheck& check;
  const store::StoredProduct& line;
  std::string hold_id;
  absl::Span<const rules::Policy> policies;  // of the enterprise's region
  // The protections that this check causes, as of today.
  std::vector<rules::ProtectionReason> protections;
  GradeAnswer before;
  GradeAnswer after;
  std::vector<store::ListEntryRecord> proposals;
};
// Answers the consequences in this order: hold, failure, protection, grade,
// list proposals.
std::vector<Consequence> ConsequencesOf(const ResultFacts& facts);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_CONSEQUENCES_H_
