#ifndef SPOTCHECK_LIB_STORE_EVENTS_COLUMNS_H_
#define SPOTCHECK_LIB_STORE_EVENTS_COLUMNS_H_

// This header says how the columns of the tables spell values that are not
// plain text: enums, JSON arrays, sealed records. Each function that reads one
// returns DATA_LOSS for a cell that the store cannot have written.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/sealer.h"
#include "lib/base/words.h"
#include "lib/store/events/events.h"
#include "lib/store/events/records.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {

// A column's name for the error COLUMN_MALFORMED, such as "hold.state".
struct ColumnName {
  std::string_view text;
};
// Reads an enum's value from its code, the word that the enum's table
// (lib/base/words.h) has for storage.
template <typename E>
absl::StatusOr<E> ParseCode(std::string_view code, ColumnName column) {
  const std::optional<E> value = FromCode<E>(code);
  if (!value.has_value()) return ColumnMalformedError(column.text);
  return *value;
}
// The columns named `level` hold a number from 0 (national) to 3 (county).
std::int64_t LevelNumber(rules::Level level);
absl::StatusOr<rules::Level> ParseLevelNumber(std::int64_t number);

// The columns lab.categories, lab.conflicts, list_entry.checks and
// attempt.missing hold a JSON array of texts, check_record.items a JSON array
// of objects.
std::string EncodeTexts(const std::vector<std::string>& texts);
absl::StatusOr<std::vector<std::string>> DecodeTexts(std::string_view json);
std::string EncodeItems(const std::vector<TestItem>& items);
absl::StatusOr<std::vector<TestItem>> DecodeItems(std::string_view json);

// A sealed cell with the key of its row; the cell was sealed for that key and
// opens with no other.
struct SealedCell {
  std::string_view key;
  std::string_view bytes;
};
// Opens a cell of inspector.sealed, whose row's key is badge_tag.
absl::StatusOr<InspectorRecord> OpenInspector(const Sealer& sealer,
                                              const SealedCell& cell);
// Opens a cell of task.plan.
absl::StatusOr<TaskPlan> OpenTaskPlan(const Sealer& sealer, const TaskId& task,
                                      std::string_view sealed);
// UnitKey is the primary key of drawn_unit; OpenUnit opens a cell of
// drawn_unit.sealed.
struct UnitKey {
  TaskId task;
  std::int64_t attempt = 1;
  std::string unit_tag;
};
absl::StatusOr<rules::SelectedEnterprise> OpenUnit(const Sealer& sealer,
                                                   const UnitKey& key,
                                                   std::string_view sealed);
// Opens a cell of approval.payload, which only withdrawals and closings have;
// its row's key is approval_id.
absl::StatusOr<UnitRequest> OpenUnitRequest(const Sealer& sealer,
                                            const SealedCell& cell);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_EVENTS_COLUMNS_H_
