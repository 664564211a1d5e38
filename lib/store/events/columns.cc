#include "lib/store/events/columns.h"

#include <array>
#include <optional>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/store/events/codec.h"
#include "lib/store/events/seal_context.h"
#include "lib/store/events/shapes.h"
#include "lib/store/events/words.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {
namespace {

constexpr std::array kVerdicts = {Verdict::kPass, Verdict::kFail,
                                  Verdict::kPending};
constexpr std::array kSeverities = {Severity::kNone, Severity::kGeneral,
                                    Severity::kSerious};
constexpr std::array kListStates = {ListState::kProposed, ListState::kListed,
                                    ListState::kDismissed, ListState::kRemoved,
                                    ListState::kRevoked};
constexpr std::array kApprovalKinds = {
    ApprovalKind::kVoid, ApprovalKind::kWithdrawal, ApprovalKind::kCloseDue};

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

std::string_view VerdictText(Verdict verdict) {
  switch (verdict) {
    case Verdict::kPass:
      return "PASS";
    case Verdict::kFail:
      return "FAIL";
    case Verdict::kPending:
      return "PENDING";
  }
  return "";
}

std::string_view SeverityText(Severity severity) {
  switch (severity) {
    case Severity::kNone:
      return "";
    case Severity::kGeneral:
      return "GENERAL";
    case Severity::kSerious:
      return "SERIOUS";
  }
  return "";
}

std::string_view ApprovalKindText(ApprovalKind kind) {
  switch (kind) {
    case ApprovalKind::kVoid:
      return "VOID";
    case ApprovalKind::kWithdrawal:
      return "WITHDRAWAL";
    case ApprovalKind::kCloseDue:
      return "CLOSE_DUE";
  }
  return "";
}

absl::StatusOr<Verdict> ParseVerdict(std::string_view text) {
  return ParseWord(kVerdicts, text, VerdictText, ColumnName{"verdict"});
}

absl::StatusOr<Severity> ParseSeverity(std::string_view text) {
  return ParseWord(kSeverities, text, SeverityText, ColumnName{"severity"});
}

absl::StatusOr<ListState> ParseListState(std::string_view text) {
  return ParseWord(kListStates, text, rules::ListStateName,
                   ColumnName{"state"});
}

absl::StatusOr<ApprovalKind> ParseApprovalKind(std::string_view text) {
  return ParseWord(kApprovalKinds, text, ApprovalKindText, ColumnName{"kind"});
}

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
