#include "client/io/json_object.h"

#include <utility>

#include "client/io/errors.h"
#include "client/io/files.h"
#include "lib/base/json.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {
namespace {

// Keys, profiles and contributions are lists of fields, some with one within.
constexpr std::size_t kMaxDepth = 8;

absl::Status FieldError(const std::string& path, const char* field) {
  const std::string name(field);
  return FileMalformedError(path, {"含字段 " + name, "the field " + name});
}

}  // namespace

absl::StatusOr<JsonObject> JsonObject::Read(const std::string& path) {
  ASSIGN_OR_RETURN(const std::string text, ReadFile(path));
  const absl::StatusOr<spotcheck::Json> value = ParseStrictJson(
      {path, static_cast<std::size_t>(kMaxSmallFile), kMaxDepth}, text);
  if (!value.ok()) {
    return FileMalformedError(path, {" JSON 对象", "a JSON object"});
  }
  return JsonObject(path, Json(*value));
}

absl::StatusOr<std::string> JsonObject::Text(const char* field) const {
  const auto found = value_.find(field);
  if (found == value_.end() || !found->is_string()) {
    return FieldError(path_, field);
  }
  return *found->get_ptr<const std::string*>();
}

absl::StatusOr<std::int64_t> JsonObject::Number(const char* field) const {
  const auto found = value_.find(field);
  if (found == value_.end() || !found->is_number_integer()) {
    return FieldError(path_, field);
  }
  return *found->get_ptr<const Json::number_integer_t*>();
}

std::string JsonObject::TextOrEmpty(const char* field) const {
  absl::StatusOr<std::string> text = Text(field);
  return text.ok() ? *std::move(text) : std::string();
}

absl::Status JsonObject::ExpectFormat(std::string_view format) const {
  if (TextOrEmpty("format") == format) return absl::OkStatus();
  const std::string name(format);
  return FileMalformedError(
      path_, {" " + name + " 格式的文件", "a file of the format " + name});
}

std::string JsonText(const Json& value) {
  return value.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace spotcheck::client
