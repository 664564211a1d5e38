#ifndef SPOTCHECK_LIB_APP_CREDIT_GRADE_H_
#define SPOTCHECK_LIB_APP_CREDIT_GRADE_H_

// A grade whose every reason names the leaf that it comes from.

#include <cstdint>
#include <string>
#include <vector>

#include "lib/app/credit/events.h"
#include "lib/base/ids.h"

namespace spotcheck::app {

struct GradeReasonAnswer {
  std::string rule;             // e.g. POINTS_PASS, GATE_LISTED
  std::int64_t hundredths = 0;  // hundredths of points; 0 for a gate
  std::string evidence;         // id of a check or of a list entry
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

// The checks and list changes of one enterprise.
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
