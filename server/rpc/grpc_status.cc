#include "server/rpc/grpc_status.h"

#include <algorithm>
#include <string>
#include <utility>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "lib/base/error.h"
#include "server/convert/wire.h"

namespace spotcheck::server {
namespace {

// The details travel in base64 and the message percent-encoded (three bytes for
// one in Chinese); together they stay below 8 KB.
constexpr std::size_t kMaxMetadata = 2048;
constexpr std::size_t kMaxMessage = 600;

// Cuts the text at kMaxMessage bytes or just before, on a character's boundary.
std::string Cut(const std::string& text) {
  if (text.size() <= kMaxMessage) return text;
  std::size_t end = kMaxMessage;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
    --end;
  }
  return text.substr(0, end) + "…";
}

ErrorMetadata Fitting(ErrorMetadata metadata) {
  const auto size = [](const auto& entry) {
    return entry.first.size() + entry.second.size();
  };
  std::size_t total = 0;
  for (const auto& entry : metadata) total += size(entry);
  while (total > kMaxMetadata) {
    const auto largest = std::max_element(
        metadata.begin(), metadata.end(),
        [&size](const auto& a, const auto& b) { return size(a) < size(b); });
    total -= size(*largest);
    metadata.erase(largest);
  }
  return metadata;
}

void AddMessage(google::rpc::Status& details, const char* locale,
                const std::string& text) {
  google::rpc::LocalizedMessage message;
  message.set_locale(locale);
  message.set_message(Cut(text));
  details.add_details()->PackFrom(message);
}

}  // namespace

grpc::Status ToGrpcStatus(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  const ErrorInfo info = GetErrorInfo(status);
  google::rpc::ErrorInfo error;
  error.set_reason(info.reason);
  error.set_domain(kErrorDomain);
  for (const auto& [key, value] : Fitting(info.metadata)) {
    (*error.mutable_metadata())[key] = value;
  }
  google::rpc::Status details;
  details.set_code(static_cast<int>(status.code()));
  details.set_message(Cut(info.message.en));
  details.add_details()->PackFrom(error);
  AddMessage(details, "zh-CN", info.message.zh);
  AddMessage(details, "en-US", info.message.en);
  return grpc::Status(static_cast<grpc::StatusCode>(status.code()),
                      Cut(info.message.en), WriteMessage(details));
}

}  // namespace spotcheck::server
