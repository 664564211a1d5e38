#include "server/rpc/errors.h"

#include "lib/base/error_table.h"

namespace spotcheck::server {
namespace {

using enum absl::StatusCode;

constexpr ErrorRow kErrors[] = {
    {"CALL_DEADLINE_PASSED", kDeadlineExceeded, "调用期限已过，未作任何更改",
     "the call's deadline has passed; nothing was changed"},
    {"CALL_CANCELLED", kCancelled, "调用已被取消，未作任何更改",
     "the call was cancelled; nothing was changed"},
    {"TOO_MANY_LONG_READS", kResourceExhausted,
     "已有 {limit} 个耗时查询在等待，请约 {retry_after_seconds} 秒后重试 {rpc}",
     "{limit} long reads are waiting; try {rpc} again in about "
     "{retry_after_seconds} seconds"},
    {"DRAW_NOT_OPENED", kFailedPrecondition,
     "角色 {role} 须待 {task} 开封后方可查看全部内容",
     "the role {role} sees the whole of {task} once it is opened"},
    {"METRICS_NOT_LOOPBACK", kInvalidArgument,
     "指标不加密，只能在本机回环地址上提供，不能是 {address}",
     "metrics are not encrypted and are served on a loopback address only, not "
     "on {address}"},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

}  // namespace

std::span<const ErrorRow> RpcErrorRows() { return kErrors; }

absl::Status CallDeadlinePassed(std::string_view rpc) {
  return MakeError(Row("CALL_DEADLINE_PASSED"), {{"rpc", rpc}});
}
absl::Status CallCancelled(std::string_view rpc) {
  return MakeError(Row("CALL_CANCELLED"), {{"rpc", rpc}});
}
absl::Status TooManyLongReads(std::string_view rpc, std::int64_t waiting) {
  constexpr int kRetryAfterSeconds = 10;
  return MakeError(Row("TOO_MANY_LONG_READS"),
                   {{"rpc", rpc},
                    {"limit", waiting},
                    {"retry_after_seconds", kRetryAfterSeconds}});
}
absl::Status DrawNotOpened(std::string_view task, Role role) {
  return MakeError(Row("DRAW_NOT_OPENED"),
                   {{"task", task}, {"role", RoleName(role)}});
}
absl::Status MetricsNotLoopback(const std::string& address) {
  return MakeError(Row("METRICS_NOT_LOOPBACK"), {{"address", address}});
}

}  // namespace spotcheck::server
