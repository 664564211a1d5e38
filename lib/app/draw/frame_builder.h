#ifndef SPOTCHECK_LIB_APP_DRAW_FRAME_BUILDER_H_
#define SPOTCHECK_LIB_APP_DRAW_FRAME_BUILDER_H_

// Builds from the tables the frame 抽样框 that a draw of a task would freeze at
// a view. Only reads; whether the frame is journalled is the commitment's
// business.

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
  std::optional<Stratum> replaced = std::nullopt;  // stratum, for a replacement
  CivilDate as_of;
  // Set for a replacement: the plan of the task's first run. Its policies, as
  // of its own day, hold for the replacement too.
  std::optional<rules::Plan> committed = std::nullopt;
};

struct Frozen {
  // the task's, with policies and as-of set, without deadline
  rules::Plan plan;
  rules::Frame frame;
  // The badge number behind each pseudonym.
  std::map<std::string, std::string> pseudonyms;
  std::int64_t journal_size = 0;  // of the view that was read
};
// Freezes the frame; the views must show the same state, and each is read by a
// thread of its own.
absl::StatusOr<Frozen> Freeze(store::Database::Views views,
                              const RuleBook& book,
                              const FreezeRequest& request);

// Freezes only the rows of the enterprises in `codes`; laboratories and
// inspectors are as in the whole frame.
absl::StatusOr<Frozen> FreezePart(const store::View& view, const RuleBook& book,
                                  const FreezeRequest& request,
                                  const absl::flat_hash_set<Usci>& codes);

// A frozen frame with its first excluded lines (at most `max_exclusions`) and
// their reasons, and the number of lines each policy only warns about.
struct Explained {
  Frozen frozen;
  std::vector<LineExclusion> exclusions;
  std::map<std::string, std::int64_t> warnings;  // number of lines by policy
};
absl::StatusOr<Explained> FreezeAndExplain(const store::View& view,
                                           const RuleBook& book,
                                           const FreezeRequest& request,
                                           std::int64_t max_exclusions);

std::vector<StratumPreview> StrataOf(const Frozen& frozen);
// Tells why the line is excluded, with the policies that exclude it.
LineExclusion ExclusionOf(const Usci& usci, const rules::LineOutcome& line);

// The enterprises that earlier attempts of the task drew, and those of them
// that were withdrawn; each with its evidence, the leaf that says so.
struct DrawnBefore {
  absl::flat_hash_map<Usci, std::string> selected;
  absl::flat_hash_map<Usci, std::string> withdrawn;
  // For each stratum the number of withdrawn units that no replacement was
  // drawn for yet.
  std::map<Stratum, std::int64_t> to_replace;
};
absl::StatusOr<DrawnBefore> LoadDrawnBefore(const store::View& view,
                                            const TaskId& task);

// Answers the number of the task's next attempt and the previous commitment in
// the authority's chain.
absl::StatusOr<NextAttempt> NextAttemptOf(const store::View& view,
                                          const store::StoredTask& task);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_FRAME_BUILDER_H_
