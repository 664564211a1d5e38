#ifndef SPOTCHECK_TESTS_STORE_FROZEN_HAPPENINGS_H_
#define SPOTCHECK_TESTS_STORE_FROZEN_HAPPENINGS_H_

// What the frozen story is made of: events with all their payloads, as the
// application would have written them.

#include <cstdint>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "lib/store/events/events.h"
#include "tests/store/samples.h"

namespace spotcheck::store::testing {

rules::Authority AuthorityOf(rules::Level level);

struct StoryTask {
  TaskId id;
  rules::Authority authority;
  HashSuite suite = HashSuite::kSha256;
  rules::Purpose purpose = rules::Purpose::kRoutine;
};
Happening Created(const StoryTask& task);
Happening Changed(const StoryTask& task);

// The witnesses are 1 and 2.
std::string WitnessName(int position);
std::string WitnessKey(int position);
Happening Registered(int position);

struct StoryAttempt {
  StoryTask task;
  std::int64_t attempt = 1;
  std::int64_t sequence = 1;  // in the chain of the task's authority
  std::string beacon_spec = {};
  Stratum replaced = {};

  // 64 digits that stand for `what` of this attempt.
  std::string Hex(const std::string& what) const;
};
Happening Frozen(const StoryAttempt& of, absl::Time deadline);
Happening Gave(const StoryAttempt& of, int position);
// The products of one enterprise that are drawn together.
using StoryUnit = std::vector<int>;
Happening Drew(const StoryAttempt& of, CivilDate hold_until,
               const std::vector<StoryUnit>& units);

// A request and its approval bear the same id.
struct StoryRequest {
  std::string id;
  ApprovalKind kind = ApprovalKind::kVoid;
  StoryAttempt of;
  int enterprise = 0;  // whose unit; not looked at where the kind is kVoid

  std::string UnitTagOrNone() const;
};
Happening Asked(const StoryRequest& request);
Happening Approved(const StoryRequest& request);

struct StoryFinding {
  Verdict verdict = Verdict::kPass;
  Severity severity = Severity::kNone;
  CivilDate sampled = CivilDate(2026, 6, 10);
};
CheckRecord CheckOf(int product, const std::string& report,
                    const StoryFinding& finding);
// A result of the task for a line that it drew.
CheckRecord Recorded(const StoryTask& task, int product,
                     const StoryFinding& finding);

}  // namespace spotcheck::store::testing

#endif  // SPOTCHECK_TESTS_STORE_FROZEN_HAPPENINGS_H_
