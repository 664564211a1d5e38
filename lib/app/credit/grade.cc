#include "lib/app/credit/grade.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/rules/law/words.h"

namespace spotcheck::app {
namespace {

std::string Named(const char* prefix, rules::CreditKind kind) {
  return absl::StrCat(prefix, std::string(CodeOf(kind)));
}

// The name of the scheme's rule that gave the reason. It is found by the text,
// because a reason repeats the text of its rule.
std::string RuleOf(const rules::Scheme& scheme,
                   const rules::GradeReason& reason) {
  if (reason.at_most) {
    for (const rules::GradeGate& gate : scheme.gates) {
      if (gate.at_most == *reason.at_most && gate.text == reason.text) {
        return Named("GATE_", gate.kind);
      }
    }
  }
  for (const rules::GradePoints& points : scheme.points) {
    if (points.text == reason.text) return Named("POINTS_", points.kind);
  }
  return "";
}

std::int64_t LeafOf(const CreditFacts& facts, const std::string& event) {
  for (const store::StoredCheck& check : facts.checks) {
    if (check.record.check.str() == event) return check.leaf_index;
  }
  for (const store::StoredListChange& change : facts.changes) {
    if (change.entry_id == event && change.state == store::ListState::kListed) {
      return change.leaf_index;
    }
  }
  return -1;
}

}  // namespace

absl::StatusOr<CreditFacts> LoadCreditFacts(const store::View& view,
                                            const Usci& usci) {
  CreditFacts facts;
  ASSIGN_OR_RETURN(facts.checks, store::ChecksOf(view, usci));
  ASSIGN_OR_RETURN(facts.changes, store::ListChangesOf(view, usci));
  return facts;
}

GradeAnswer ExplainGrade(const rules::Scheme& scheme, const CreditFacts& facts,
                         CivilDate as_of) {
  const rules::Grade grade =
      GradeOfEnterprise(scheme, facts.checks, facts.changes, as_of);
  GradeAnswer answer;
  answer.grade = grade.grade;
  answer.scheme = scheme.id;
  answer.stratum = grade.stratum;
  answer.hundredths = grade.hundredths;
  for (const rules::GradeReason& reason : grade.reasons) {
    answer.reasons.push_back({RuleOf(scheme, reason), reason.hundredths,
                              reason.event, reason.text,
                              LeafOf(facts, reason.event)});
  }
  return answer;
}

}  // namespace spotcheck::app
