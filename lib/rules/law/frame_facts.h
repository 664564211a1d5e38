#ifndef SPOTCHECK_LIB_RULES_LAW_FRAME_FACTS_H_
#define SPOTCHECK_LIB_RULES_LAW_FRAME_FACTS_H_

// FrameBuilder builds the frame from these facts of enterprises, laboratories
// and inspectors, as the tables hold them on the day of the freeze.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lib/base/ids.h"
#include "lib/rules/draw/types.h"
#include "lib/rules/law/authority.h"
#include "lib/rules/law/policy.h"
#include "lib/rules/law/six_months.h"

namespace spotcheck::rules {

// "evidence" always means the id of the record behind a statement.
struct LineFacts {
  LineId line;
  ProductIdentity product;
  std::string category;                // one of the plan's
  std::optional<std::string> held_by;  // evidence of another attempt's hold
};
struct LastLab {
  LabId lab;
  std::string evidence;
};
struct EnterpriseFacts {
  Usci usci;
  Stratum stratum;
  std::vector<LineFacts> lines;          // in scope, at least one, in any order
  std::vector<EarlierCheck> checks;      // all of the enterprise, in any order
  std::optional<LastLab> last_lab;       // for rotation
  std::optional<std::string> withdrawn;  // evidence; attempt > 1 only
  std::optional<std::string> already_selected;  // evidence; attempt > 1 only
  std::optional<std::string> deregistered;      // evidence
};
struct Conflict {
  Usci usci;
  std::string evidence;
};
struct LabFacts {
  LabId lab;
  std::int64_t capacity = 0;
  std::vector<std::string> scope;   // categories, also those outside the plan
  std::vector<Conflict> conflicts;  // also with enterprises outside the frame
};
struct InspectorFacts {
  InspectorId inspector;  // the task's pseudonym
  std::int64_t capacity = 0;
  std::vector<Conflict> recusals;
};

struct FrameContext {
  Plan plan;
  Authority authority;  // of the task
  TaskPolicies policies;
  std::optional<Stratum> replaced_stratum;  // a replacement draws only it
  std::vector<LabFacts> labs;               // all active ones
  std::vector<InspectorFacts> inspectors;
};

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_FRAME_FACTS_H_
