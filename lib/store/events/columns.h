#ifndef SPOTCHECK_LIB_STORE_EVENTS_COLUMNS_H_
#define SPOTCHECK_LIB_STORE_EVENTS_COLUMNS_H_

// How the tables write what is no plain text: closed lists of words, JSON
// arrays, sealed rows. Reading answers DATA_LOSS for what the store cannot have
// written.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/sealer.h"
#include "lib/store/events/events.h"
#include "lib/store/events/records.h"

namespace spotcheck::store {

// PASS, FAIL, PENDING; "", GENERAL, SERIOUS; VOID, WITHDRAWAL, CLOSE_DUE. The
// state of a list entry is spelled by rules::ListStateName, those of a draw by
// draw_states.h.
std::string_view VerdictText(Verdict verdict);
std::string_view SeverityText(Severity severity);
std::string_view ApprovalKindText(ApprovalKind kind);
absl::StatusOr<Verdict> ParseVerdict(std::string_view text);
absl::StatusOr<Severity> ParseSeverity(std::string_view text);
absl::StatusOr<ListState> ParseListState(std::string_view text);
absl::StatusOr<ApprovalKind> ParseApprovalKind(std::string_view text);
// 0 national to 3 county.
std::int64_t LevelNumber(rules::Level level);
absl::StatusOr<rules::Level> ParseLevelNumber(std::int64_t number);

// lab.categories, lab.conflicts, list_entry.checks, attempt.missing: a JSON
// array of texts. check_record.items: a JSON array of objects.
std::string EncodeTexts(const std::vector<std::string>& texts);
absl::StatusOr<std::vector<std::string>> DecodeTexts(std::string_view json);
std::string EncodeItems(const std::vector<TestItem>& items);
absl::StatusOr<std::vector<TestItem>> DecodeItems(std::string_view json);

// A sealed cell and the row's key, without which it does not open.
struct SealedCell {
  std::string_view key;
  std::string_view bytes;
};
// inspector.sealed; the key is badge_tag.
absl::StatusOr<InspectorRecord> OpenInspector(const Sealer& sealer,
                                              const SealedCell& cell);
// task.plan
absl::StatusOr<TaskPlan> OpenTaskPlan(const Sealer& sealer, const TaskId& task,
                                      std::string_view sealed);
// drawn_unit.sealed
struct UnitKey {
  TaskId task;
  std::int64_t attempt = 1;
  std::string unit_tag;
};
absl::StatusOr<rules::SelectedEnterprise> OpenUnit(const Sealer& sealer,
                                                   const UnitKey& key,
                                                   std::string_view sealed);
// approval.payload of a withdrawal or a closing; the key is approval_id.
absl::StatusOr<UnitRequest> OpenUnitRequest(const Sealer& sealer,
                                            const SealedCell& cell);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_EVENTS_COLUMNS_H_
