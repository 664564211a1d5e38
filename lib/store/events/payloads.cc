#include <optional>
#include <string>
#include <utility>

#include "lib/store/events/codec.h"
#include "lib/store/events/events.h"
#include "lib/store/events/shapes.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {
namespace {

struct PayloadName {
  std::string_view text;
};

template <typename T>
absl::StatusOr<T> DecodePayload(std::string_view text, PayloadName name) {
  std::optional<T> decoded = codec::Decode<T>(text);
  if (!decoded.has_value()) return PayloadMalformedError(name.text);
  return *std::move(decoded);
}

}  // namespace

std::string EncodePlan(const TaskPlan& plan) { return codec::Encode(plan); }

absl::StatusOr<TaskPlan> DecodePlan(std::string_view text) {
  return DecodePayload<TaskPlan>(text, PayloadName{"plan"});
}

std::string EncodeInspectors(const std::vector<InspectorRecord>& rows) {
  return codec::Encode(rows);
}

absl::StatusOr<std::vector<InspectorRecord>> DecodeInspectors(
    std::string_view text) {
  return DecodePayload<std::vector<InspectorRecord>>(text, PayloadName{"rows"});
}

std::string EncodeSelection(
    const std::vector<rules::SelectedEnterprise>& selection) {
  return codec::Encode(selection);
}

absl::StatusOr<std::vector<rules::SelectedEnterprise>> DecodeSelection(
    std::string_view text) {
  return DecodePayload<std::vector<rules::SelectedEnterprise>>(
      text, PayloadName{"selection"});
}

std::string EncodeUnitRequest(const UnitRequest& request) {
  return codec::Encode(request);
}

absl::StatusOr<UnitRequest> DecodeUnitRequest(std::string_view text) {
  return DecodePayload<UnitRequest>(text, PayloadName{"detail"});
}

}  // namespace spotcheck::store
