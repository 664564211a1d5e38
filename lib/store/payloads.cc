#include <optional>
#include <string>
#include <utility>

#include "lib/store/codec.h"
#include "lib/store/errors.h"
#include "lib/store/events.h"
#include "lib/store/shapes.h"

namespace spotcheck::store {
namespace {

template <typename T>
absl::StatusOr<T> DecodePayload(std::string_view text, std::string_view name) {
  std::optional<T> decoded = codec::Decode<T>(text);
  if (!decoded.has_value()) return PayloadMalformedError(name);
  return *std::move(decoded);
}

}  // namespace

std::string EncodePlan(const TaskPlan& plan) { return codec::Encode(plan); }

absl::StatusOr<TaskPlan> DecodePlan(std::string_view text) {
  return DecodePayload<TaskPlan>(text, "plan");
}

std::string EncodeInspectors(const std::vector<InspectorRecord>& rows) {
  return codec::Encode(rows);
}

absl::StatusOr<std::vector<InspectorRecord>> DecodeInspectors(
    std::string_view text) {
  return DecodePayload<std::vector<InspectorRecord>>(text, "rows");
}

std::string EncodeSelection(
    const std::vector<rules::SelectedEnterprise>& selection) {
  return codec::Encode(selection);
}

absl::StatusOr<std::vector<rules::SelectedEnterprise>> DecodeSelection(
    std::string_view text) {
  return DecodePayload<std::vector<rules::SelectedEnterprise>>(text,
                                                               "selection");
}

std::string EncodeUnitRequest(const UnitRequest& request) {
  return codec::Encode(request);
}

absl::StatusOr<UnitRequest> DecodeUnitRequest(std::string_view text) {
  return DecodePayload<UnitRequest>(text, "detail");
}

}  // namespace spotcheck::store
