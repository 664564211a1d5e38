#include "server/convert/errors.h"

#include <utility>

#include "lib/base/error_table.h"

namespace spotcheck::server {
namespace {

using enum absl::StatusCode;

constexpr ErrorRow kErrors[] = {
    {"MALFORMED_REQUEST", kInvalidArgument, "请求不是有效的 {message} 消息",
     "the request is no readable {message} message"},
    {"INVALID_RESOURCE_NAME", kInvalidArgument,
     "字段 {field} 的值 {value} 不是 {pattern} 的形式",
     "the field {field} has {value}, which is not of the form {pattern}"},
    {"INVALID_ID", kInvalidArgument,
     "字段 {field} 的值 {value} 不符合 {grammar}",
     "the field {field} has {value}, which does not match {grammar}"},
    {"UNKNOWN_VALUE", kInvalidArgument,
     "字段 {field} 的值 {value} 不在可选值之中：{known}",
     "the field {field} has {value}, which is none of {known}"},
    {"INVALID_HEX_SIZE", kInvalidArgument,
     "字段 {field} 须为 {bytes} 字节的小写十六进制",
     "the field {field} must be {bytes} bytes in lower-case hex"},
    {"NUMBER_NOT_IN_RANGE", kInvalidArgument,
     "字段 {field} 的值 {value} 不在 {least}–{limit} 之内",
     "the field {field} has {value}, which is not within {least} to {limit}"},
    {"TOO_MANY_ELEMENTS", kInvalidArgument,
     "字段 {field} 有 {value} 项，最多 {limit} 项",
     "the field {field} has {value} elements; at most {limit} can stand"},
    {"FIELD_TOO_LARGE", kInvalidArgument,
     "字段 {field} 有 {value} 字节，最多 {limit} 字节",
     "the field {field} has {value} bytes; at most {limit} can stand"},
    {"INVALID_REQUEST_ID", kInvalidArgument,
     "字段 {field} 的值 {value} 不是 UUID",
     "the field {field} has {value}, which is no UUID"},
    {"ONE_OF_TWO_FIELDS", kInvalidArgument,
     "字段 {field} 与 {other} 只能填一个",
     "only one of the fields {field} and {other} may be given"},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

}  // namespace

std::span<const ErrorRow> ConvertErrorRows() { return kErrors; }

absl::Status MalformedRequest(std::string_view message) {
  return MakeError(Row("MALFORMED_REQUEST"), {{"message", message}});
}
absl::Status InvalidResourceName(const Field& field, std::string_view pattern) {
  return MakeError(
      Row("INVALID_RESOURCE_NAME"),
      {{"field", field.name}, {"value", field.value}, {"pattern", pattern}});
}
absl::Status InvalidId(const Field& field, std::string_view grammar) {
  return MakeError(
      Row("INVALID_ID"),
      {{"field", field.name}, {"value", field.value}, {"grammar", grammar}});
}
absl::Status UnknownValue(const Field& field, std::string_view known) {
  return MakeError(
      Row("UNKNOWN_VALUE"),
      {{"field", field.name}, {"value", field.value}, {"known", known}});
}
absl::Status InvalidHexSize(const std::string& field, std::string_view sizes) {
  return MakeError(Row("INVALID_HEX_SIZE"),
                   {{"field", field}, {"bytes", sizes}});
}
absl::Status NumberNotInRange(const std::string& field, std::int64_t value,
                              const NumberRange& range) {
  return MakeError(Row("NUMBER_NOT_IN_RANGE"), {{"field", field},
                                                {"value", value},
                                                {"least", range.least},
                                                {"limit", range.most}});
}
absl::Status TooManyElements(const std::string& field, const Count& count) {
  return MakeError(
      Row("TOO_MANY_ELEMENTS"),
      {{"field", field}, {"value", count.given}, {"limit", count.limit}});
}
absl::Status FieldTooLarge(const std::string& field, const Count& bytes) {
  return MakeError(
      Row("FIELD_TOO_LARGE"),
      {{"field", field}, {"value", bytes.given}, {"limit", bytes.limit}});
}
absl::Status InvalidRequestId(std::string_view value) {
  return MakeError(Row("INVALID_REQUEST_ID"),
                   {{"field", "options.request_id"}, {"value", value}});
}
absl::Status OneOfTwoFields(const std::string& first, const char* second) {
  return MakeError(Row("ONE_OF_TWO_FIELDS"),
                   {{"field", first}, {"other", second}});
}

absl::Status InField(const std::string& field, const absl::Status& status) {
  if (status.ok()) return status;
  ErrorInfo info = GetErrorInfo(status);
  info.metadata["field"] = field;
  return MakeError(status.code(), std::move(info.reason),
                   {"字段 " + field + "：" + info.message.zh,
                    "the field " + field + ": " + info.message.en},
                   std::move(info.metadata));
}

}  // namespace spotcheck::server
