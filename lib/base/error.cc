#include "lib/base/error.h"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/cord.h"
#include "lib/base/bytes.h"
#include "lib/base/text.h"

namespace spotcheck {
namespace {

// The payload is lp(reason, zh, en, key, value, key, value, …). It stays inside
// the process, so it needs no schema language.
constexpr char kPayloadType[] = "spotcheck/error-info";
constexpr std::size_t kFixedElements = 3;

// Gives the value as valid UTF-8, cut to whole characters of at most
// kMaxErrorValue bytes together.
std::string Cut(std::string_view value) {
  // A character has at most 4 bytes. So a character that substr splits here
  // lies wholly behind the final cut.
  constexpr std::size_t kMax = kMaxErrorValue;
  std::string text = ToUtf8(ToUtf32(value.substr(0, kMax + 4)));
  if (text.size() <= kMax) return text;
  std::size_t end = kMax;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  text.resize(end);
  return text;
}

std::optional<std::vector<std::string>> SplitLp(std::string_view bytes) {
  std::vector<std::string> elements;
  while (!bytes.empty()) {
    if (bytes.size() < 4) return std::nullopt;
    std::uint32_t size = 0;
    for (const char c : bytes.substr(0, 4)) {
      size = size << 8 | static_cast<unsigned char>(c);
    }
    bytes.remove_prefix(4);
    if (bytes.size() < size) return std::nullopt;
    elements.emplace_back(bytes.substr(0, size));
    bytes.remove_prefix(size);
  }
  return elements;
}

ErrorInfo ForeignErrorInfo(const absl::Status& status) {
  const std::string message(status.message().data(), status.message().size());
  return {absl::StatusCodeToString(status.code()), {message, message}, {}};
}

}  // namespace

absl::Status MakeError(absl::StatusCode code, std::string reason,
                       Localized message, ErrorMetadata metadata) {
  assert(code != absl::StatusCode::kOk);
  assert(!reason.empty() && !message.zh.empty() && !message.en.empty());
  std::vector<std::string> elements = {std::move(reason), std::move(message.zh),
                                       message.en};
  for (const auto& [key, value] : metadata) {
    elements.push_back(key);
    elements.push_back(Cut(value));
  }
  absl::Status status(code, message.en);
  status.SetPayload(kPayloadType, absl::Cord(Lp(elements)));
  return status;
}

ErrorInfo GetErrorInfo(const absl::Status& status) {
  const absl::optional<absl::Cord> payload = status.GetPayload(kPayloadType);
  if (!payload.has_value()) return ForeignErrorInfo(status);
  auto elements = SplitLp(std::string(*payload));
  if (!elements.has_value() || elements->size() < kFixedElements) {
    return ForeignErrorInfo(status);
  }
  auto& parts = *elements;
  ErrorInfo info{
      std::move(parts[0]), {std::move(parts[1]), std::move(parts[2])}, {}};
  for (std::size_t i = kFixedElements; i + 1 < parts.size(); i += 2) {
    info.metadata.emplace(std::move(parts[i]), std::move(parts[i + 1]));
  }
  return info;
}

std::string ErrorReason(const absl::Status& status) {
  return status.ok() ? std::string() : GetErrorInfo(status).reason;
}

std::string Quotable(const std::string& value) {
  std::string text = Cut(value);
  const bool whole = value.size() <= kMaxErrorValue &&
                     ToUtf8(ToUtf32(value)).size() == text.size();
  if (!whole) text += "…";
  return text;
}

}  // namespace spotcheck
