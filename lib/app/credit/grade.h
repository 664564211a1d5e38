#ifndef SPOTCHECK_LIB_APP_CREDIT_GRADE_H_
#define SPOTCHECK_LIB_APP_CREDIT_GRADE_H_

// A grade with every reason led back to the leaf behind it.

#include <cstdint>
#include <string>
#include <vector>

#include "lib/app/credit/events.h"
#include "lib/base/ids.h"

namespace spotcheck::app {

struct GradeReasonAnswer {
  std::string rule;             // e.g. POINTS_PASS, GATE_LISTED
  std::int64_t hundredths = 0;  // of points; 0 for a gate
  std::string evidence;         // check id or list entry id
  Localized text;
  std::int64_t journal_index = -1;
};
struct GradeAnswer {
  std::string grade;
  std::string scheme;
  Stratum stratum;
  std::int64_t hundredths = 0;
  std::vector<GradeReasonAnswer> reasons;
};

// What is known of one enterprise.
struct CreditFacts {
  std::vector<store::StoredCheck> checks;
  std::vector<store::StoredListChange> changes;
};
absl::StatusOr<CreditFacts> LoadCreditFacts(const store::View& view,
                                            const Usci& usci);

GradeAnswer ExplainGrade(const rules::Scheme& scheme, const CreditFacts& facts,
                         CivilDate as_of);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_GRADE_H_
