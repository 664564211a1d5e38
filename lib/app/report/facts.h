#ifndef SPOTCHECK_LIB_APP_REPORT_FACTS_H_
#define SPOTCHECK_LIB_APP_REPORT_FACTS_H_

// The facts that a report on one attempt is written from; facts that may not be
// told yet are left out.

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/common/rule_book.h"
#include "lib/app/draw/draws.h"
#include "lib/base/error.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/units.h"

namespace spotcheck::app {

// One step of the attempt, as its leaf in the journal tells it.
struct Moment {
  std::int64_t journal_index = -1;
  std::string time;   // RFC 3339 UTC
  std::string actor;  // the account that took the step
  Localized what;
};

// One attempt of the task, with the approvals in it.
struct PastAttempt {
  AttemptSummary summary;
  // Name and body of each witness who did not reveal in time.
  std::vector<std::string> missing;
  // An approved void is always among them. Approvals about units are there only
  // once the attempt is opened, because a reason may tell which unit was drawn.
  std::vector<store::StoredApproval> decisions;
  // For a replacement: the earlier attempts whose withdrawn units it replaces.
  std::vector<std::int64_t> replaces;
};

struct ReportFacts {
  DrawAnswer draw;  // as everyone may see it
  store::StoredAttempt attempt;
  HashSuite suite = HashSuite::kSha256;
  std::vector<Moment> moments;       // in journal order
  std::vector<PastAttempt> history;  // in journal order, with this attempt
  JournalCheckpoint checkpoint;      // of the view's journal
};
// Errors: TASK_UNKNOWN, ATTEMPT_UNKNOWN.
absl::StatusOr<ReportFacts> LoadReportFacts(const store::View& view,
                                            const RuleBook& book,
                                            const AttemptRef& ref);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REPORT_FACTS_H_
