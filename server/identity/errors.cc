#include "server/identity/errors.h"

#include <utility>

#include "lib/base/civil_date.h"
#include "lib/base/error.h"

namespace spotcheck::server {
namespace {

using absl::StatusCode;

std::string Quote(std::string_view value) {
  return Quotable(std::string(value));
}

}  // namespace

absl::Status NoIdentity() {
  return MakeError(StatusCode::kUnauthenticated, "NO_IDENTITY",
                   {"客户端证书中没有人员姓名和角色",
                    "the client certificate names no person and role"});
}

absl::Status CertificateRevoked(const std::string& serial, absl::Time at) {
  const std::string day = CivilDate::Of(at).ToString();
  return MakeError(
      StatusCode::kUnauthenticated, "CERTIFICATE_REVOKED",
      {"证书 " + serial + " 已于 " + day + " 吊销，请向管理员申领新证书",
       "the certificate " + serial + " was revoked on " + day +
           "; ask the administrator for a new one"},
      {{"serial", serial}, {"revoked", day}});
}

absl::Status RevocationsNotReadable(const std::string& path) {
  return MakeError(StatusCode::kUnavailable, "REVOCATIONS_NOT_READABLE",
                   {"证书吊销记录 " + path + " 无法读取，暂不受理任何调用",
                    "the record of revoked certificates " + path +
                        " cannot be read; no call is taken until it can"},
                   {{"file", path}});
}

absl::Status RoleNotAllowed(std::string_view rpc, Role role, RoleSet allowed) {
  const std::string name(RoleName(role));
  const std::string who = allowed.empty() ? "-" : allowed.ToString();
  return MakeError(
      StatusCode::kPermissionDenied, "ROLE_NOT_ALLOWED",
      {"角色 " + name + " 无权调用 " + std::string(rpc) + "；有权的角色：" +
           who,
       "the role " + name + " may not call " + std::string(rpc) + "; " + who +
           " may"},
      {{"rpc", std::string(rpc)}, {"role", name}, {"allowed", who}});
}

absl::Status CallDeadlinePassed(std::string_view rpc) {
  return MakeError(StatusCode::kDeadlineExceeded, "CALL_DEADLINE_PASSED",
                   {"调用期限已过，未作任何更改",
                    "the call's deadline has passed; nothing was changed"},
                   {{"rpc", std::string(rpc)}});
}

absl::Status CallCancelled(std::string_view rpc) {
  return MakeError(StatusCode::kCancelled, "CALL_CANCELLED",
                   {"调用已被取消，未作任何更改",
                    "the call was cancelled; nothing was changed"},
                   {{"rpc", std::string(rpc)}});
}

absl::Status TooManyLongReads(std::string_view rpc, std::int64_t waiting) {
  constexpr char kRetrySeconds[] = "10";
  const std::string limit = std::to_string(waiting);
  return MakeError(StatusCode::kResourceExhausted, "TOO_MANY_LONG_READS",
                   {"已有 " + limit + " 个耗时查询在等待，请约 " +
                        kRetrySeconds + " 秒后重试 " + std::string(rpc),
                    limit + " long reads are waiting; try " + std::string(rpc) +
                        " again in about " + kRetrySeconds + " seconds"},
                   {{"rpc", std::string(rpc)},
                    {"limit", limit},
                    {"retry_after_seconds", kRetrySeconds}});
}

absl::Status DrawNotOpened(std::string_view task, Role role) {
  const std::string name(RoleName(role));
  return MakeError(StatusCode::kFailedPrecondition, "DRAW_NOT_OPENED",
                   {"角色 " + name + " 须待 " + std::string(task) +
                        " 开封后方可查看全部内容",
                    "the role " + name + " sees the whole of " +
                        std::string(task) + " once it is opened"},
                   {{"task", std::string(task)}, {"role", name}});
}

absl::Status MalformedRequest(std::string_view message) {
  return MakeError(
      StatusCode::kInvalidArgument, "MALFORMED_REQUEST",
      {"请求不是有效的 " + std::string(message) + " 消息",
       "the request is no readable " + std::string(message) + " message"},
      {{"message", std::string(message)}});
}

absl::Status InvalidResourceName(const Field& field, std::string_view pattern) {
  const std::string form(pattern);
  return MakeError(StatusCode::kInvalidArgument, "INVALID_RESOURCE_NAME",
                   {"字段 " + field.name + " 的值 " + Quote(field.value) +
                        " 不是 " + form + " 的形式",
                    "the field " + field.name + " has " + Quote(field.value) +
                        ", which is not of the form " + form},
                   {{"field", field.name},
                    {"value", std::string(field.value)},
                    {"pattern", form}});
}

absl::Status InvalidId(const Field& field, std::string_view grammar) {
  const std::string form(grammar);
  return MakeError(
      StatusCode::kInvalidArgument, "INVALID_ID",
      {"字段 " + field.name + " 的值 " + Quote(field.value) + " 不符合 " + form,
       "the field " + field.name + " has " + Quote(field.value) +
           ", which does not match " + form},
      {{"field", field.name},
       {"value", std::string(field.value)},
       {"grammar", form}});
}

absl::Status UnknownValue(const Field& field, std::string_view known) {
  const std::string all(known);
  return MakeError(StatusCode::kInvalidArgument, "UNKNOWN_VALUE",
                   {"字段 " + field.name + " 的值 " + Quote(field.value) +
                        " 不在可选值之中：" + all,
                    "the field " + field.name + " has " + Quote(field.value) +
                        ", which is none of " + all},
                   {{"field", field.name},
                    {"value", std::string(field.value)},
                    {"known", all}});
}

absl::Status InvalidHexSize(const std::string& field, std::string_view sizes) {
  const std::string form(sizes);
  return MakeError(
      StatusCode::kInvalidArgument, "INVALID_HEX_SIZE",
      {"字段 " + field + " 须为 " + form + " 字节的小写十六进制",
       "the field " + field + " must be " + form + " bytes in lower-case hex"},
      {{"field", field}, {"bytes", form}});
}

absl::Status NumberNotInRange(const std::string& field, std::int64_t value,
                              const NumberRange& range) {
  const std::string number = std::to_string(value);
  const std::string least = std::to_string(range.least);
  const std::string most = std::to_string(range.most);
  return MakeError(
      StatusCode::kInvalidArgument, "NUMBER_NOT_IN_RANGE",
      {"字段 " + field + " 的值 " + number + " 不在 " + least + "–" + most +
           " 之内",
       "the field " + field + " has " + number + ", which is not within " +
           least + " to " + most},
      {{"field", field}, {"value", number}, {"least", least}, {"limit", most}});
}

absl::Status TooManyElements(const std::string& field, const Count& count) {
  const std::string given = std::to_string(count.given);
  const std::string limit = std::to_string(count.limit);
  return MakeError(
      StatusCode::kInvalidArgument, "TOO_MANY_ELEMENTS",
      {"字段 " + field + " 有 " + given + " 项，最多 " + limit + " 项",
       "the field " + field + " has " + given + " elements; at most " + limit +
           " can stand"},
      {{"field", field}, {"value", given}, {"limit", limit}});
}

absl::Status FieldTooLarge(const std::string& field, const Count& bytes) {
  const std::string given = std::to_string(bytes.given);
  const std::string limit = std::to_string(bytes.limit);
  return MakeError(
      StatusCode::kInvalidArgument, "FIELD_TOO_LARGE",
      {"字段 " + field + " 有 " + given + " 字节，最多 " + limit + " 字节",
       "the field " + field + " has " + given + " bytes; at most " + limit +
           " can stand"},
      {{"field", field}, {"value", given}, {"limit", limit}});
}

absl::Status InvalidRequestId(std::string_view value) {
  return MakeError(
      StatusCode::kInvalidArgument, "INVALID_REQUEST_ID",
      {"字段 options.request_id 的值 " + Quote(value) + " 不是 UUID",
       "the field options.request_id has " + Quote(value) +
           ", which is no UUID"},
      {{"field", "options.request_id"}, {"value", std::string(value)}});
}

absl::Status OneOfTwoFields(const std::string& first, const char* second) {
  const std::string other(second);
  return MakeError(StatusCode::kInvalidArgument, "ONE_OF_TWO_FIELDS",
                   {"字段 " + first + " 与 " + other + " 须填且只填一个",
                    "exactly one of the fields " + first + " and " + other +
                        " must be given"},
                   {{"field", first}, {"other", other}});
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
