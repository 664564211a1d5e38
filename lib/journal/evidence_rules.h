#ifndef SPOTCHECK_LIB_JOURNAL_EVIDENCE_RULES_H_
#define SPOTCHECK_LIB_JOURNAL_EVIDENCE_RULES_H_

// A table of pure rules says what the parsed leaves of a draw have to hold.
// VerifyEvidence has checked before that they stand in the draw's order.

#include <string_view>
#include <vector>

#include "lib/journal/draw_facts.h"
#include "lib/journal/evidence_check.h"

namespace spotcheck::journal {

struct EvidenceRule {
  std::string_view name;
  std::string_view holds_zh;  // said when the rule finds nothing
  std::string_view holds_en;
  Problem (*find)(const DrawFacts& facts, const EvidenceClaims& claims);
};

// Finds a role that does not occur as often as the claims ask. The other rules
// rely on the right counts.
Problem FindWrongCounts(const DrawFacts& facts, const EvidenceClaims& claims);

// Gives the rules in the order of the report.
std::vector<EvidenceRule> EvidenceRules();

}  // namespace spotcheck::journal

#endif  // SPOTCHECK_LIB_JOURNAL_EVIDENCE_RULES_H_
