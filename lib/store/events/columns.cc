#include "lib/store/events/columns.h"

#include <optional>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/store/events/codec.h"
#include "lib/store/events/seal_context.h"
#include "lib/store/events/shapes.h"

namespace spotcheck::store {
namespace {

template <typename T>
absl::StatusOr<T> DecodeColumn(std::string_view json, ColumnName column) {
  std::optional<T> decoded = codec::Decode<T>(json);
  if (!decoded.has_value()) return ColumnMalformedError(column.text);
  return *std::move(decoded);
}

template <typename T>
absl::StatusOr<T> OpenColumn(const Sealer& sealer, const std::string& context,
                             std::string_view sealed, ColumnName column) {
  ASSIGN_OR_RETURN(const std::string plain, sealer.Open(context, sealed));
  return DecodeColumn<T>(plain, column);
}

}  // namespace

std::int64_t LevelNumber(rules::Level level) {
  return static_cast<std::int64_t>(level);
}

absl::StatusOr<rules::Level> ParseLevelNumber(std::int64_t number) {
  if (number < 0 || number > LevelNumber(rules::Level::kCounty)) {
    return ColumnMalformedError("level");
  }
  return static_cast<rules::Level>(number);
}

std::string EncodeTexts(const std::vector<std::string>& texts) {
  return codec::Encode(texts);
}

absl::StatusOr<std::vector<std::string>> DecodeTexts(std::string_view json) {
  return DecodeColumn<std::vector<std::string>>(json, ColumnName{"texts"});
}

std::string EncodeItems(const std::vector<TestItem>& items) {
  return codec::Encode(items);
}

absl::StatusOr<std::vector<TestItem>> DecodeItems(std::string_view json) {
  return DecodeColumn<std::vector<TestItem>>(json, ColumnName{"items"});
}

std::string InspectorContext(std::string_view badge_tag) {
  return "inspector/" + std::string(badge_tag);
}

std::string TaskPlanContext(const TaskId& task) { return "task/" + task.str(); }

std::string UnitContext(const UnitKey& key) {
  return "unit/" + key.task.str() + "/" + std::to_string(key.attempt) + "/" +
         key.unit_tag;
}

std::string ApprovalContext(std::string_view approval_id) {
  return "approval/" + std::string(approval_id);
}

std::string ChunkContext(const ChunkKey& key) {
  return "payload/" + std::to_string(key.leaf_index) + "/" +
         std::string(key.name) + "/" + std::to_string(key.chunk);
}

std::string StagedChunkContext(const StagedChunkKey& key) {
  return "stage/" + std::string(key.stage) + "/" + std::to_string(key.chunk);
}

absl::StatusOr<InspectorRecord> OpenInspector(const Sealer& sealer,
                                              const SealedCell& cell) {
  return OpenColumn<InspectorRecord>(sealer, InspectorContext(cell.key),
                                     cell.bytes,
                                     ColumnName{"inspector.sealed"});
}

absl::StatusOr<TaskPlan> OpenTaskPlan(const Sealer& sealer, const TaskId& task,
                                      std::string_view sealed) {
  return OpenColumn<TaskPlan>(sealer, TaskPlanContext(task), sealed,
                              ColumnName{"task.plan"});
}

absl::StatusOr<rules::SelectedEnterprise> OpenUnit(const Sealer& sealer,
                                                   const UnitKey& key,
                                                   std::string_view sealed) {
  return OpenColumn<rules::SelectedEnterprise>(sealer, UnitContext(key), sealed,
                                               ColumnName{"drawn_unit.sealed"});
}

absl::StatusOr<UnitRequest> OpenUnitRequest(const Sealer& sealer,
                                            const SealedCell& cell) {
  return OpenColumn<UnitRequest>(sealer, ApprovalContext(cell.key), cell.bytes,
                                 ColumnName{"approval.payload"});
}

}  // namespace spotcheck::store
