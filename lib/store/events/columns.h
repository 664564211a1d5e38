#ifndef SPOTCHECK_LIB_STORE_EVENTS_COLUMNS_H_
#define SPOTCHECK_LIB_STORE_EVENTS_COLUMNS_H_

// How the tables write what is no plain text: closed lists of words, JSON
// arrays, sealed rows. Reading answers DATA_LOSS for what the store cannot have
// written.

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

// As the table spells it.
struct ColumnName {
  std::string_view text;
};
// The value of a closed list (lib/base/words.h) from its code.
template <typename E>
absl::StatusOr<E> ParseCode(std::string_view code, ColumnName column) {
  const std::optional<E> value = FromCode<E>(code);
  if (!value.has_value()) return ColumnMalformedError(column.text);
  return *value;
}
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
