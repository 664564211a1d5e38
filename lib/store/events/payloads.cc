#include <optional>
#include <string>
#include <utility>

#include "lib/store/events/codec.h"
#include "lib/store/events/events.h"
#include "lib/store/events/shapes.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {
namespace {

template <typename T>
constexpr std::string_view kName = "";
template <>
constexpr std::string_view kName<TaskPlan> = "plan";
template <>
constexpr std::string_view kName<std::vector<InspectorRecord>> = "rows";
template <>
constexpr std::string_view kName<std::vector<rules::SelectedEnterprise>> =
    "selection";
template <>
constexpr std::string_view kName<UnitRequest> = "detail";

}  // namespace

template <typename T>
std::string EncodePayload(const T& value) {
  return codec::Encode(value);
}

template <typename T>
absl::StatusOr<T> DecodePayload(std::string_view text) {
  std::optional<T> decoded = codec::Decode<T>(text);
  if (!decoded.has_value()) return PayloadMalformedError(kName<T>);
  return *std::move(decoded);
}

template std::string EncodePayload(const TaskPlan&);
template absl::StatusOr<TaskPlan> DecodePayload(std::string_view);
template std::string EncodePayload(const std::vector<InspectorRecord>&);
template absl::StatusOr<std::vector<InspectorRecord>> DecodePayload(
    std::string_view);
template std::string EncodePayload(
    const std::vector<rules::SelectedEnterprise>&);
template absl::StatusOr<std::vector<rules::SelectedEnterprise>> DecodePayload(
    std::string_view);
template std::string EncodePayload(const UnitRequest&);
template absl::StatusOr<UnitRequest> DecodePayload(std::string_view);

}  // namespace spotcheck::store
