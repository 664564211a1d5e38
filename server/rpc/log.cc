#include "server/rpc/log.h"

#include "lib/base/civil_date.h"
#include "lib/base/error.h"
#include "nlohmann/json.hpp"

namespace spotcheck::server {
namespace {

using Json = nlohmann::ordered_json;

std::string TextOf(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

void Log::Call(const CallRecord& record) {
  Json json;
  json["time"] = FormatUtcMicros(clock_.Now());
  json["rpc"] = std::string(record.rpc);
  json["caller"] = record.caller;
  json["role"] = record.role;
  json["code"] = record.code;
  if (!record.reason.empty()) json["reason"] = record.reason;
  json["ms"] = absl::ToDoubleMilliseconds(record.took);
  Line(TextOf(json));
}

void Log::Step(std::string_view what, const absl::Status& status) {
  Json json;
  json["time"] = FormatUtcMicros(clock_.Now());
  json["step"] = std::string(what);
  json["code"] = absl::StatusCodeToString(status.code());
  if (!status.ok()) {
    json["reason"] = ErrorReason(status);
    json["message"] = GetErrorInfo(status).message.en;
  }
  Line(TextOf(json));
}

void Log::Line(const std::string& text) {
  const std::lock_guard lock(mutex_);
  out_ << text << '\n' << std::flush;
}

}  // namespace spotcheck::server
