#ifndef SPOTCHECK_LIB_APP_CREDIT_EFFECTS_H_
#define SPOTCHECK_LIB_APP_CREDIT_EFFECTS_H_

// Tells what stands otherwise after a change of a check: what stood of the
// enterprise before and what stands after are loaded alike and compared.

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/common/rule_book.h"
#include "lib/app/credit/grade.h"
#include "lib/base/civil_date.h"
#include "lib/base/error.h"
#include "lib/base/ids.h"
#include "lib/rules/law/codes.h"
#include "lib/rules/law/six_months.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/units.h"

namespace spotcheck::app {

using rules::EffectKind;

struct Effect {
  EffectKind kind = EffectKind::kGrade;
  std::string subject;  // a line, a check, a list entry, an attempt
  std::string before;   // "" for nothing
  std::string after;
  Localized reason;
};

// The state of one enterprise on a day.
struct Standing {
  CreditFacts facts;
  GradeAnswer grade;
  std::map<LineId, std::vector<rules::ProtectionReason>> protections;
  std::map<std::string, std::string> cases;  // by the check that opened it
  std::vector<store::LineInDraw> draws;      // of the changed check's line
};
struct StandingOf {
  const Usci& usci;
  const LineId& line;
};
absl::StatusOr<Standing> LoadStanding(const store::View& view,
                                      const RuleBook& book, CivilDate today,
                                      const StandingOf& of);

// Answers protections, cases, grade and units that differ, in this order.
std::vector<Effect> EffectsBetween(const Standing& before,
                                   const Standing& after);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_EFFECTS_H_
