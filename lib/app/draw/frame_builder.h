#ifndef SPOTCHECK_LIB_APP_DRAW_FRAME_BUILDER_H_
#define SPOTCHECK_LIB_APP_DRAW_FRAME_BUILDER_H_

// From the tables to a frame 抽样框: what a draw of a task would freeze at a
// view. Reads only; the commitment writes what comes out, or nothing.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "lib/app/common/rule_book.h"
#include "lib/app/draw/types.h"
#include "lib/rules/law/frame.h"
#include "lib/store/read/frame_rows.h"
#include "lib/store/read/tasks.h"

namespace spotcheck::app {

struct FreezeRequest {
  const store::StoredTask& task;
  std::optional<Stratum> replaced = std::nullopt;  // of a replacement
  CivilDate as_of;
  // Of a replacement: the plan whose policies hold, as of its own day.
  std::optional<rules::Plan> committed = std::nullopt;
};

struct Frozen {
  rules::Plan plan;  // the task's, with policies and as-of; no deadline yet
  rules::Frame frame;
  // From pseudonym to badge number.
  std::map<std::string, std::string> pseudonyms;
  std::int64_t journal_size = 0;  // of the view
};
// Reads through all the views, which are of one state, side by side.
absl::StatusOr<Frozen> Freeze(store::Database::Views views,
                              const RuleBook& book,
                              const FreezeRequest& request);

// The part of the frame that these enterprises make, at the view; laboratories
// and inspectors as in the whole.
absl::StatusOr<Frozen> FreezePart(const store::View& view, const RuleBook& book,
                                  const FreezeRequest& request,
                                  const absl::flat_hash_set<Usci>& codes);

// Frozen, with the reasons of up to `max_exclusions` excluded lines and what
// policies only warn about.
struct Explained {
  Frozen frozen;
  std::vector<LineExclusion> exclusions;
  std::map<std::string, std::int64_t> warnings;  // lines, by policy
};
absl::StatusOr<Explained> FreezeAndExplain(const store::View& view,
                                           const RuleBook& book,
                                           const FreezeRequest& request,
                                           std::int64_t max_exclusions);

std::vector<StratumPreview> StrataOf(const Frozen& frozen);
std::string LineCode(rules::LineStatus status);
std::string EnterpriseCode(rules::EnterpriseStatus status);
// The exclusion of a line with the policies behind it.
LineExclusion ExclusionOf(const Usci& usci, const rules::LineOutcome& line);

// Units of the task that were ever drawn, respectively withdrawn, each with the
// leaf that says so as evidence.
struct DrawnBefore {
  absl::flat_hash_map<Usci, std::string> selected;
  absl::flat_hash_map<Usci, std::string> withdrawn;
  // Withdrawn units by stratum, less the replacements drawn for them.
  std::map<Stratum, std::int64_t> to_replace;
};
absl::StatusOr<DrawnBefore> LoadDrawnBefore(const store::View& view,
                                            const TaskId& task);

// The number and chain that the task's next attempt will have.
absl::StatusOr<NextAttempt> NextAttemptOf(const store::View& view,
                                          const store::StoredTask& task);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_FRAME_BUILDER_H_
